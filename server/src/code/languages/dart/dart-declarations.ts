import { skipAngles, typeEnd } from '../../builder/angles.ts';
import { readArguments } from '../../builder/calls.ts';
import {
  declareClass,
  declareFunction,
  functionBody,
  insideClass,
  insideFunction,
  takeName,
  type Declared,
} from '../../builder/declarations.ts';
import type { Outcome } from '../../builder/grammar.ts';
import { nothing, type Parser } from '../../builder/parser.ts';
import { parentList } from '../../builder/paths.ts';
import { takeModifiers, typedDeclaration, typedVariables } from '../../builder/typed.ts';
import type { Arg, Expr, TypeExpr } from '../../facts.ts';
import { TokenKind } from '../../scanner/tokens.ts';
import { dartTyped } from './dart-functions.ts';

const STRING: TypeExpr = { t: 'primitive', name: 'string' };

/** Annotations and modifiers, then a class, a member or a variable. */
export function dartDeclaration(p: Parser): Outcome | undefined {
  const from = p.at;
  const modifiers = takeModifiers(p, dartTyped);
  const outcome =
    typeDeclaration(p) ??
    accessor(p, modifiers) ??
    operatorMethod(p) ??
    constructor(p) ??
    typedDeclaration(p, dartTyped, modifiers) ??
    untyped(p, modifiers, from);
  if (outcome === undefined && p.at > from) p.at = from;
  return outcome;
}

function typeDeclaration(p: Parser): Outcome | undefined {
  const word = p.word();
  if (word === 'mixin' && p.word(1) === 'class') p.at++;
  if (word === 'interface' && p.word(1) === 'class') p.at++;
  if (word === 'typedef' && p.isWord(1)) return typedefinition(p);
  if (word === 'extension' && (p.isWord(1) || p.word(1) === '<')) return extension(p);
  const isType = /^(?:class|mixin|enum|interface)$/.test(word) && p.isWord(1);
  if (!isType) return undefined;
  p.at++;
  const name = takeName(p);
  const isEnum = word === 'enum';
  const cls = p.unit.addClass(name.name, isEnum ? 'enum' : 'class', name);
  declareClass(p, name, cls);
  insideClass(p, cls, () => {
    skipAngles(p);
    p.take('=');
    while (p.take('extends') || p.take('implements') || p.take('with') || p.take('on')) parents(p, cls);
    if (p.opens('{'))
      p.group(true, () => {
        if (isEnum) constants(p, cls);
        p.statements();
      });
  });
  if (isEnum) enumName(p, cls, name);
  return nothing;
}

/** Parents; in `extends State<Page>`, Flutter's `widget` is of the type that the state is for. */
function parents(p: Parser, cls: number): void {
  const isState = p.word().endsWith('State') && p.word(1) === '<' && p.isWord(2);
  if (isState) {
    const nameAt = p.tokens.start(p.at + 2);
    const type: TypeExpr = { t: 'reference', name: p.word(2), args: [] };
    p.unit.addMember(cls, { name: 'widget', nameAt, kind: 'field', static: false, type, at: nameAt, end: nameAt });
  }
  parentList(p, cls);
}

/** `typedef Name = Type;`. */
function typedefinition(p: Parser): Outcome {
  p.at++;
  const name = takeName(p);
  skipAngles(p);
  const type = p.take('=') ? p.type() : undefined;
  while (!p.isDone() && p.word() !== ';') p.skip();
  const span = p.span(name.at);
  p.unit.types.push({ name: name.name, params: [], type: type ?? { t: 'opaque' }, extends: [], ...span });
  return nothing;
}

/** `extension Name on Type { }` adds to the type. */
function extension(p: Parser): Outcome {
  p.at++;
  if (p.word() === 'type' && p.isWord(1)) return extensionType(p);
  while (!p.isDone() && p.word() !== 'on' && !p.opens('{')) p.at++;
  if (!p.take('on') || !p.isWord()) return nothing;
  const name = takeName(p);
  const cls = p.unit.extension(name.name, name.at);
  insideClass(p, cls, () => {
    while (!p.isDone() && !p.opens('{')) p.at++;
    if (p.opens('{')) p.group(true, () => p.statements());
  });
  return nothing;
}

/** `extension type const Name._(Type value) implements Other { }` is a class of its own. */
function extensionType(p: Parser): Outcome {
  p.at++;
  if (p.word() === 'const' && p.isWord(1)) p.at++;
  const name = takeName(p);
  const cls = p.unit.addClass(name.name, 'class', name);
  declareClass(p, name, cls);
  insideClass(p, cls, () => {
    while (!p.isDone() && !p.opens('{') && p.word() !== ';') p.skip();
    if (p.opens('{')) p.group(true, () => p.statements());
  });
  return nothing;
}

/** `a('A'), b('B');`: each constant is constructed with its arguments and its own name. */
function constants(p: Parser, cls: number): void {
  while (!p.isDone() && p.word() !== ';') {
    if (p.take(',') || dartTyped.annotation(p)) continue;
    if (!p.isWord()) return;
    const name = takeName(p);
    skipAngles(p);
    if (p.word() === '.' && p.isWord(1)) p.at += 2;
    const args: Arg[] = p.opens('(') ? p.group(false, () => readArguments(p)) : [];
    args.push({ name: '$name', value: p.literal(name.name, name.at, name.end) });
    const callee: Expr = { k: 'class', cls, at: name.at, end: name.at };
    const init = p.unit.addImpliedCall(callee, args, p.span(name.at), name.end);
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

/** Every constant has its name as `name`, unless the enum declares one of its own. */
function enumName(p: Parser, cls: number, owner: Declared): void {
  const draft = p.unit.classes[cls];
  if (draft === undefined || p.unit.memberOf(cls, 'name') !== undefined) return;
  draft.ctor ??= p.unit.addFunction('constructor', owner.at, cls);
  const param = p.unit.functions[draft.ctor]?.params.length ?? 0;
  const place = { at: owner.at, end: owner.at };
  p.unit.addParameter(draft.ctor, undefined, place, { name: '$name', type: STRING });
  p.unit.addMember(cls, {
    name: 'name',
    nameAt: owner.at,
    kind: 'field',
    static: false,
    param,
    type: STRING,
    ...place,
  });
}

/** `Type get name => value;`, `set name(Type value) { }`. */
function accessor(p: Parser, modifiers: ReadonlySet<string>): Outcome | undefined {
  const end = p.word() === 'get' || p.word() === 'set' ? 0 : typeEnd(p, 0);
  const word = p.word(end);
  if (end < 0 || (word !== 'get' && word !== 'set') || !p.isWord(end + 1)) return undefined;
  if (p.unit.bodyClass < 0 && p.unit.fn >= 0) return undefined;
  const type = end > 0 ? p.type() : undefined;
  p.at++;
  const name = takeName(p);
  const fn = p.unit.addFunction(name.name, name.at, p.unit.bodyClass);
  const draft = p.unit.functions[fn];
  if (draft !== undefined && type !== undefined) draft.returnType = type;
  const member = declareFunction(p, name, fn, word === 'get' ? 'getter' : 'setter', modifiers.has('static'));
  if (member !== undefined && type !== undefined) member.type = type;
  insideFunction(p, fn, false, () => {
    dartTyped.parameters(p, fn);
    dartTyped.beforeBody?.(p, fn);
    functionBody(p, fn, '=>');
  });
  return nothing;
}

/** `Name(this.a) : super(a);`, `Name.named(…)`, `factory Name(…) => …`. */
function constructor(p: Parser): Outcome | undefined {
  const cls = p.unit.bodyClass;
  const owner = p.unit.classes[cls];
  if (cls < 0 || owner === undefined) return undefined;
  const isFactory = p.word() === 'factory';
  const from = isFactory ? 1 : 0;
  if (p.word(from) !== owner.name) return undefined;
  const isNamed = p.word(from + 1) === '.' && p.isWord(from + 2);
  if (!p.opens('(', from + (isNamed ? 3 : 1))) return undefined;
  p.at += from;
  let name = takeName(p);
  if (isNamed) {
    p.at++;
    name = takeName(p);
  }
  const fn = p.unit.addFunction(name.name, name.at, cls);
  if (isFactory || isNamed) declareFunction(p, name, fn, 'method', true);
  if (!isFactory && !isNamed) owner.ctor = fn;
  else if (!isFactory) owner.ctor ??= fn;
  const draft = p.unit.functions[fn];
  if (draft !== undefined && isNamed && !isFactory) draft.constructs = true;
  insideFunction(p, fn, false, () => {
    dartTyped.parameters(p, fn);
    if (p.take(':')) initialisers(p);
    dartTyped.beforeBody?.(p, fn);
    if (p.word() === '=' && isFactory) while (!p.isDone() && p.word() !== ';') p.skip();
    functionBody(p, fn, '=>');
  });
  return nothing;
}

/** `a = b, super(c)` behind a constructor's colon. */
function initialisers(p: Parser): void {
  do {
    if (p.isWord() && p.word(1) === '=') {
      const name = takeName(p);
      p.at++;
      const self = p.unit.this(name.at, name.at);
      p.unit.write(p.unit.member(self, name.name, name.at, name.end), p.expression(), '=', p.span(name.at));
    } else p.expression();
  } while (p.take(','));
}

/** `final name = value`, and methods without a type; the modifiers have been read. */
function untyped(p: Parser, modifiers: ReadonlySet<string>, from: number): Outcome | undefined {
  const isVariable = p.at > from && ['final', 'const', 'late', 'var', 'static'].some(word => modifiers.has(word));
  const inClass = p.unit.bodyClass >= 0;
  if (isVariable && p.opens('(') && !inClass) return destructuring(p);
  if (isVariable && p.isWord() && p.opens('(', 1) && !inClass && /^(?:=|in)$/.test(p.word(p.closing(1) - p.at + 1))) {
    p.at++;
    return destructuring(p);
  }
  if (!p.isWord() || p.grammar.reserved.has(p.word())) return undefined;
  if (isVariable && (/^(?:[=;,]|in)$/.test(p.word(1)) || p.kind(1) === TokenKind.end)) {
    typedVariables(p, dartTyped, undefined, modifiers);
    return nothing;
  }
  const behind = p.word(1) === '<' ? -1 : 1;
  if (behind < 0 || !p.opens('(', behind)) return undefined;
  if (!inClass && !isLocalFunction(p)) return undefined;
  const name = takeName(p);
  const fn = p.unit.addFunction(name.name, name.at, p.unit.bodyClass);
  declareFunction(p, name, fn, 'method', modifiers.has('static'));
  insideFunction(p, fn, false, () => {
    dartTyped.parameters(p, fn);
    dartTyped.beforeBody?.(p, fn);
    functionBody(p, fn, '=>');
  });
  return nothing;
}

/** `final (a, b) = value`, `final Type(:a, b: c) = value`. */
function destructuring(p: Parser): Outcome {
  const names: { readonly name: Declared; readonly step: number | string }[] = [];
  p.group(false, () => {
    for (let step = 0; !p.isDone(); step++) {
      const member = p.word(1) === ':' ? p.word() : undefined;
      if (member !== undefined) p.at += 2;
      const isMember = p.take(':');
      if (p.isWord() && p.word() !== '_')
        names.push({ name: takeName(p), step: isMember ? p.word(-1) : (member ?? step) });
      while (!p.isDone() && p.word() !== ',') p.skip();
      p.at++;
    }
  });
  const init = p.take('=') || p.take('in') ? p.expression() : undefined;
  for (const { name, step } of names) p.unit.declare(name.name, 'const', name, { ...(init && { init }), path: [step] });
  return nothing;
}

/** `bool operator ==(Object other) => …`. */
function operatorMethod(p: Parser): Outcome | undefined {
  const end = p.word() === 'operator' ? 0 : typeEnd(p, 0);
  if (p.unit.bodyClass < 0 || end < 0 || p.word(end) !== 'operator') return undefined;
  p.at += end;
  const name = takeName(p);
  while (!p.isDone() && !p.opens('(')) p.at++;
  const fn = p.unit.addFunction(name.name, name.at, p.unit.bodyClass);
  insideFunction(p, fn, false, () => {
    dartTyped.parameters(p, fn);
    functionBody(p, fn, '=>');
  });
  return nothing;
}

/** `name(parameters) { }` without a type in front, at the top level or in a function. */
function isLocalFunction(p: Parser): boolean {
  const behind = p.closing(1) - p.at + 1;
  const word = p.word(behind);
  return word === '{' || word === '=>' || ((word === 'async' || word === 'sync') && p.word(behind + 1) !== '.');
}
