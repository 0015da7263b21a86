import { anglesEnd, skipAngles } from '../../builder/angles.ts';
import { readArguments } from '../../builder/calls.ts';
import { declareClass, insideClass, insideFunction, takeName, type Declared } from '../../builder/declarations.ts';
import type { Outcome } from '../../builder/grammar.ts';
import { nothing, type Parser } from '../../builder/parser.ts';
import { parentList } from '../../builder/paths.ts';
import { block } from '../../builder/statements.ts';
import {
  takeModifiers,
  typedConstructor,
  typedDeclaration,
  typedParameters,
  type TypedRules,
} from '../../builder/typed.ts';
import type { Arg, ClassRef, Expr, TypeExpr } from '../../facts.ts';

const STRING: TypeExpr = { t: 'primitive', name: 'string' };

export const javaTyped: TypedRules = {
  modifiers: new Set(
    'public private protected static final abstract synchronized native transient volatile default strictfp sealed'.split(
      ' ',
    ),
  ),
  untyped: new Set(['var']),
  arrowBodies: false,
  localFunctions: false,
  staticWords: new Set(['static']),
  staticInterfaces: true,
  parameters: (p, fn) => {
    typedParameters(p, fn, javaTyped);
  },
  beforeBody: p => {
    while (p.opens('[')) p.skip();
    if (p.word() === 'throws') while (!p.isDone() && !p.opens('{') && p.word() !== ';') p.at++;
  },
  annotation,
};

const KINDS = { class: 'class', interface: 'interface', enum: 'enum', record: 'class' } as const;

/** `@Name(args)`; `@interface` is a declaration. */
function annotation(p: Parser): boolean {
  if (p.word() !== '@' || !p.isWord(1) || p.word(1) === 'interface') return false;
  p.at += 2;
  while (p.word() === '.' && p.isWord(1)) p.at += 2;
  if (p.opens('(')) p.skip();
  return true;
}

/** Annotations and modifiers, then a class, a method, a field or a variable. */
export function javaDeclaration(p: Parser): Outcome | undefined {
  const from = p.at;
  const modifiers = takeModifiers(p, javaTyped);
  const outcome = classDeclaration(p) ?? member(p) ?? typedDeclaration(p, javaTyped, modifiers);
  if (outcome !== undefined) return outcome;
  if (p.at > from && p.opens('{')) return initializer(p);
  if (p.at === from && p.opens('{') && p.unit.bodyClass >= 0) return initializer(p);
  // An annotation that stands alone is still being typed.
  return p.at > from ? nothing : undefined;
}

/** `static { }`, `{ }` in a class's body. */
function initializer(p: Parser): Outcome {
  const cls = p.unit.bodyClass;
  if (cls < 0) return block(p);
  const fn = p.unit.addFunction(undefined, p.start, cls);
  insideFunction(p, fn, false, () => block(p));
  return nothing;
}

/** A constructor: `Name(parameters) { }` in the class `Name`. */
function member(p: Parser): Outcome | undefined {
  const cls = p.unit.bodyClass;
  if (cls < 0) return undefined;
  const angles = p.word() === '<' ? anglesEnd(p, 0) : 0;
  if (angles > 0 && p.opens('(', angles + 1)) p.at += angles;
  // While a class is being renamed, its constructor still has the old name.
  if (p.word() !== p.unit.classes[cls]?.name && !isConstructor(p)) return undefined;
  const isCompact = p.opens('{', 1);
  if (!p.opens('(', 1) && !isCompact) return undefined;
  const name = takeName(p);
  if (isCompact) {
    block(p);
    return nothing;
  }
  typedConstructor(p, javaTyped, name);
  return nothing;
}

/** `Name(parameters) {`, which can be nothing else in a class's body. */
function isConstructor(p: Parser): boolean {
  if (!/^[A-Z]/.test(p.word()) || !p.opens('(', 1)) return false;
  return /^(?:\{|throws)$/.test(p.word(p.closing(1) - p.at + 1));
}

function classDeclaration(p: Parser): Outcome | undefined {
  if (p.word() === '@' && p.word(1) === 'interface') p.at++;
  const word = p.word();
  if (!(word in KINDS) || !p.isWord(1)) return undefined;
  if (word === 'record' && !p.opens('(', 2) && p.word(2) !== '<') return undefined;
  const kind = KINDS[word as keyof typeof KINDS];
  p.at++;
  const name = takeName(p);
  const cls = p.unit.addClass(name.name, kind, name);
  declareClass(p, name, cls);
  insideClass(p, cls, () => {
    skipAngles(p);
    if (p.opens('(')) recordFields(p, cls, name);
    for (;;) {
      if (p.take('extends') || p.take('implements') || p.take('permits')) parentList(p, cls);
      else break;
    }
    if (p.opens('{'))
      p.group(true, () => {
        if (kind === 'enum') constants(p, cls);
        p.statements();
      });
    if (kind === 'enum') enumName(p, cls, name);
  });
  return nothing;
}

/** A record's components are fields that its constructor fills. */
function recordFields(p: Parser, cls: number, name: Declared): void {
  const fn = p.unit.addFunction('constructor', name.at, cls);
  const draft = p.unit.classes[cls];
  if (draft !== undefined) draft.ctor = fn;
  const scope = p.unit.enter('function');
  typedParameters(p, fn, javaTyped);
  p.unit.leave(scope);
  p.unit.functions[fn]?.params.forEach(({ name: field, type, at, end }, param) => {
    if (field === undefined) return;
    const facts = { name: field, nameAt: at, static: false, param, at, end, ...(type && { type }) };
    p.unit.addMember(cls, { ...facts, kind: 'field' });
  });
}

/** Constants are made of the constructor's arguments and, last, of their own names. */
function enumName(p: Parser, cls: number, name: Declared): void {
  const draft = p.unit.classes[cls];
  if (draft === undefined || p.unit.memberOf(cls, 'name') !== undefined) return;
  draft.ctor ??= p.unit.addFunction('constructor', name.at, cls);
  const place = { at: name.at, end: name.at };
  const param = p.unit.functions[draft.ctor]?.params.length ?? 0;
  p.unit.addParameter(draft.ctor, undefined, place, { name: 'name', type: STRING });
  for (const method of ['name', 'toString'])
    if (p.unit.memberOf(cls, method) === undefined) nameMethod(p, cls, method, param, name);
}

/** `name()` answers the constant's name. */
function nameMethod(p: Parser, cls: number, method: string, param: number, name: Declared): void {
  const place = { at: name.at, end: name.at };
  const field = '$name';
  if (p.unit.memberOf(cls, field) === undefined)
    p.unit.addMember(cls, {
      name: field,
      nameAt: name.at,
      kind: 'field',
      static: false,
      param,
      type: STRING,
      ...place,
    });
  const fn = p.unit.addFunction(method, name.at, cls);
  const draft = p.unit.functions[fn];
  if (draft !== undefined) {
    const self: Expr = { k: 'this', cls, ...place };
    const index: Expr = { k: 'literal', value: field, ...place };
    draft.returns.push({ k: 'index', object: self, index, ...place });
    draft.completes = false;
  }
  p.unit.addMember(cls, { name: method, nameAt: name.at, kind: 'method', static: false, fn, ...place });
}

function constants(p: Parser, cls: number): void {
  while (!p.isDone() && p.word() !== ';') {
    if (p.take(',') || annotation(p)) continue;
    if (!p.isWord() || javaTyped.modifiers.has(p.word())) return;
    const name = takeName(p);
    const args: Arg[] = p.opens('(') ? p.group(false, () => readArguments(p)) : [];
    args.push({ name: 'name', value: p.literal(name.name, name.at, name.end) });
    const callee: Expr = { k: 'class', cls, at: name.at, end: name.at };
    const made = p.unit.addImpliedCall(callee, args, p.span(name.at), name.end);
    const init = p.opens('{') ? classBody(p, name.at, [made]) : made;
    p.unit.addMember(cls, {
      name: name.name,
      nameAt: name.at,
      kind: 'field',
      static: true,
      init,
      at: name.at,
      end: p.stop,
    });
    if (p.word() !== ',' && p.word() !== ';') return;
  }
}

/** `{ body }` of a class without a name. */
export function classBody(p: Parser, at: number, parents: readonly Expr[]): ClassRef {
  const cls = p.unit.addClass(undefined, 'class', { at, end: at });
  p.unit.classes[cls]?.extends.push(...parents);
  insideClass(p, cls, () => {
    p.group(true, () => p.statements());
  });
  return { k: 'class', cls, ...p.span(at) };
}
