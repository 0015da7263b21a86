import { readArguments } from '../../builder/calls.ts';
import { declareClass, insideClass, takeName, type Declared } from '../../builder/declarations.ts';
import type { MemberDraft } from '../../builder/draft.ts';
import type { Outcome } from '../../builder/grammar.ts';
import { nothing, type Parser } from '../../builder/parser.ts';
import type { Arg, Expr, TypeExpr } from '../../facts.ts';
import { suite } from './python-functions.ts';

/** Parents that make a class an enum: those of `enum`, and Django's choices. */
const ENUMS = /(?:Enum|Flag|Choices)$/;
const STRING: TypeExpr = { t: 'primitive', name: 'string' };

/** `class Name(Parent, metaclass=M): suite`. */
export function classDeclaration(p: Parser, decorators: readonly Expr[]): Outcome | undefined {
  if (!p.isWord(1)) return undefined;
  p.at++;
  const name = takeName(p);
  if (p.opens('[')) p.skip();
  const args: Arg[] = p.opens('(') ? p.group(false, () => readArguments(p)) : [];
  const parents = args.filter(arg => arg.name === undefined).map(arg => arg.value);
  const names = parents.map(parent => (parent.k === 'name' || parent.k === 'member' ? parent.name : ''));
  const isEnum = names.some(each => ENUMS.test(each));
  const cls = p.unit.addClass(name.name, isEnum ? 'enum' : 'class', name);
  declareClass(p, name, cls);
  const draft = p.unit.classes[cls];
  draft?.extends.push(...parents);
  if (draft !== undefined && decorators.length > 0) draft.decorators = [...decorators];
  if (draft !== undefined && names.some(each => each === 'str' || /^(?:Str|Text)/.test(each)))
    draft.standsFor = 'value';
  insideClass(p, cls, () => {
    suite(p);
  });
  if (isEnum) enumMembers(p, cls, name);
  else if (decorators.some(each => isDataclass(p, each)) || names.some(each => MODELS.has(each)))
    fieldsAsParameters(p, cls, name);
  return nothing;
}

const MODELS = new Set(['BaseModel', 'NamedTuple', 'TypedDict', 'SQLModel', 'Struct']);

/** `@dataclass`, `@dataclass(frozen=True)`. */
function isDataclass(p: Parser, written: Expr): boolean {
  const decorator = written.k === 'call' ? (p.unit.calls[written.call]?.callee ?? written) : written;
  return (decorator.k === 'name' || decorator.k === 'member') && /dataclass|attrs|define|frozen/.test(decorator.name);
}

/** `NAME = value` in an enum: a static field that is constructed with the value and its own name. */
function enumMembers(p: Parser, cls: number, owner: Declared): void {
  const draft = p.unit.classes[cls];
  if (draft === undefined) return;
  const place = { at: owner.at, end: owner.at };
  if (draft.ctor === undefined) {
    const fn = p.unit.addFunction('__init__', owner.at, cls);
    draft.ctor = fn;
    p.unit.addParameter(fn, undefined, place, { name: 'value' });
    p.unit.addParameter(fn, undefined, place, { name: 'name', type: STRING });
  }
  const constants = draft.members.filter(member => member.static && member.kind === 'field' && isConstant(member));
  draft.members = draft.members.filter(member => !constants.some(constant => constant.name === member.name));
  for (const constant of constants) {
    const { name, nameAt, at, end, init } = constant;
    if (init === undefined) continue;
    const args = [{ value: constantValue(p, init, constant) }, { name: 'name', value: p.literal(name, at, end) }];
    const callee: Expr = { k: 'class', cls, at, end: at };
    const made = p.unit.addImpliedCall(callee, args, { at, end }, end);
    p.unit.addMember(cls, { name, nameAt, kind: 'field', static: true, init: made, at, end });
  }
  ['value', 'name'].forEach((name, param) => {
    p.unit.addMember(cls, { name, nameAt: owner.at, kind: 'field', static: false, param, ...place });
  });
}

function isConstant({ name, init }: MemberDraft): boolean {
  return init !== undefined && init.k !== 'function' && !/^__\w+__$|^_ignore_$/.test(name);
}

/** `auto()` is the name in lower case; of Django's `value, label` the first counts. */
function constantValue(p: Parser, init: Expr, { name, at, end }: MemberDraft): Expr {
  if (init.k === 'array') return init.items[0] ?? init;
  const callee = init.k === 'call' ? p.unit.calls[init.call]?.callee : undefined;
  const isAuto = callee !== undefined && (callee.k === 'name' || callee.k === 'member') && callee.name === 'auto';
  return isAuto ? p.literal(name.toLowerCase(), at, end) : init;
}

/** A dataclass is constructed with its annotated fields. */
function fieldsAsParameters(p: Parser, cls: number, owner: Declared): void {
  const draft = p.unit.classes[cls];
  if (draft === undefined || draft.ctor !== undefined) return;
  const fn = p.unit.addFunction('__init__', owner.at, cls);
  draft.ctor = fn;
  for (const member of draft.members) {
    if (member.static || member.kind !== 'field' || member.type === undefined) continue;
    member.param = p.unit.functions[fn]?.params.length ?? 0;
    const { name, type, init, at, end } = member;
    p.unit.addParameter(fn, undefined, { at, end }, { name, type, ...(init && { fallback: init }) });
    delete member.init;
  }
}
