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
import type { Arg, Class, Expr, TypeExpr } from '../../facts.ts';

const STRING: TypeExpr = { t: 'primitive', name: 'string' };
const MODIFIERS = new Set(['public', 'private', 'protected', 'static', 'abstract', 'final', 'readonly', 'var']);
const KINDS: Readonly<Record<string, Class['kind']>> = {
  class: 'class',
  interface: 'interface',
  trait: 'class',
  enum: 'enum',
};

/** Words that may begin a declaration. */
export const declarationWords = [...MODIFIERS, ...Object.keys(KINDS), 'function', 'const', 'case', '#['];

/** Attributes and modifiers, then a class, a function or a member of a class; undefined where none follows. */
export function phpDeclaration(p: Parser): Outcome | undefined {
  const from = p.at;
  while (p.opens('#[')) p.skip();
  const modifiers = new Set<string>();
  while (MODIFIERS.has(p.word()) && (p.isWord(1) || p.word(1) === '?')) {
    modifiers.add(p.word());
    p.at++;
  }
  const outcome = typeDeclaration(p) ?? functionDeclaration(p, modifiers) ?? member(p, modifiers);
  if (outcome === undefined) p.at = from;
  return outcome ?? (p.tokens.words[from] === '#[' ? ((p.at = p.closing() + 1), nothing) : undefined);
}

function typeDeclaration(p: Parser): Outcome | undefined {
  const kind = KINDS[p.word()];
  if (kind === undefined || !p.isWord(1) || p.opens('(', 1)) return undefined;
  p.at++;
  const name = takeName(p);
  const cls = p.unit.addClass(name.name, kind, name);
  declareClass(p, name, cls);
  insideClass(p, cls, () => {
    const isBacked = p.take(':');
    if (isBacked) p.type();
    parents(p, cls);
    if (kind === 'enum') enumConstructor(p, cls, name, isBacked);
    if (p.opens('{')) p.group(true, () => p.statements());
  });
  return nothing;
}

function parents(p: Parser, cls: number): void {
  while (p.take('extends') || p.take('implements')) {
    do if (p.isWord()) p.unit.classes[cls]?.extends.push(p.name());
    while (p.take(','));
  }
}

/** `extends A { body }` of a class without a name. */
export function classBody(p: Parser, at: number): Expr {
  const cls = p.unit.addClass(undefined, 'class', { at, end: at });
  insideClass(p, cls, () => {
    parents(p, cls);
    if (p.opens('{')) p.group(true, () => p.statements());
  });
  return { k: 'class', cls, ...p.span(at) };
}

function enumConstructor(p: Parser, cls: number, owner: Declared, isBacked: boolean): void {
  const draft = p.unit.classes[cls];
  const fn = p.unit.addFunction('__construct', owner.at, cls);
  if (draft !== undefined) draft.ctor = fn;
  const place = { at: owner.at, end: owner.at };
  (isBacked ? ['name', 'value'] : ['name']).forEach((name, param) => {
    const type = name === 'name' ? { type: STRING } : {};
    p.unit.addParameter(fn, undefined, place, { name, ...type });
    p.unit.addMember(cls, { name, nameAt: owner.at, kind: 'field', static: false, param, ...type, ...place });
  });
}

function functionDeclaration(p: Parser, modifiers: ReadonlySet<string>): Outcome | undefined {
  if (p.word() !== 'function') return undefined;
  const ahead = p.word(1) === '&' ? 2 : 1;
  if (!p.isWord(ahead)) return undefined;
  p.at += ahead;
  const name = takeName(p);
  const cls = p.unit.bodyClass;
  const fn = p.unit.addFunction(name.name, name.at, cls);
  declareFunction(p, name, fn, 'method', modifiers.has('static'));
  const owner = p.unit.classes[cls];
  if (owner !== undefined && name.name === '__construct') owner.ctor = fn;
  insideFunction(p, fn, false, () => {
    functionRest(p, fn);
  });
  return nothing;
}

/** `(parameters) use (names): T { body }`. */
export function functionRest(p: Parser, fn: number): void {
  parameters(p, fn);
  // What a closure uses is found in the function around it; only its own names are hidden from there.
  if (p.take('use') && p.opens('(')) p.skip();
  const type = p.take(':') ? p.type() : undefined;
  const draft = p.unit.functions[fn];
  if (draft !== undefined && type !== undefined) draft.returnType = type;
  functionBody(p, fn, undefined);
}

/** `(Type $a = value, ...$rest)`; with modifiers, a constructor's parameters are properties as well. */
export function parameters(p: Parser, fn: number): void {
  if (!p.opens('(')) return;
  p.group(false, () => {
    while (!p.isDone()) {
      if (p.take(',')) continue;
      const from = p.at;
      parameter(p, fn);
      while (!p.isDone() && p.word() !== ',') p.unknown();
      if (p.at === from) p.at++;
    }
  });
}

function parameter(p: Parser, fn: number): void {
  while (p.opens('#[')) p.skip();
  let isProperty = false;
  while (MODIFIERS.has(p.word())) {
    isProperty = true;
    p.at++;
  }
  const type = p.word().startsWith('$') || p.word() === '&' || p.word() === '...' ? undefined : p.type();
  p.take('&');
  const rest = p.take('...');
  if (!p.isWord()) return;
  const name = takeName(p);
  const fallback = p.take('=') ? p.expression() : undefined;
  const label = name.name.replace(/^\$/, '');
  const param = p.unit.functions[fn]?.params.length ?? 0;
  p.unit.addParameter(fn, name.name, name, {
    name: label,
    ...(type && { type }),
    ...(fallback && { fallback }),
    ...(rest && { rest: 'positional' as const }),
  });
  if (!isProperty || p.unit.cls < 0) return;
  const facts = { name: label, nameAt: name.at + 1, static: false, param, at: name.at, end: name.end };
  p.unit.addMember(p.unit.cls, { ...facts, kind: 'field', ...(type && { type }) });
}

/** `const NAME = value`, `public Type $name = value`, `case NAME = value`, `use Trait;` in a class's body. */
function member(p: Parser, modifiers: ReadonlySet<string>): Outcome | undefined {
  const cls = p.unit.bodyClass;
  if (p.word() === 'const' && p.isWord(1)) return constants(p);
  if (cls < 0) return modifiers.has('static') && p.word().startsWith('$') ? staticVariables(p) : undefined;
  if (p.word() === 'case' && p.isWord(1)) return enumCase(p, cls);
  const hasType = modifiers.size > 0 && !p.word().startsWith('$');
  const type = hasType ? p.type() : undefined;
  if (!p.word().startsWith('$') || modifiers.size === 0) return undefined;
  do {
    const name = takeName(p);
    const init = p.take('=') ? p.expression() : undefined;
    const facts = { name: name.name.slice(1), nameAt: name.at + 1, at: name.at, end: name.end };
    const value = { ...(type && { type }), ...(init && { init }) };
    p.unit.addMember(cls, { ...facts, ...value, kind: 'field', static: modifiers.has('static') });
    if (p.opens('{')) p.group(true, () => p.statements());
  } while (p.take(','));
  return nothing;
}

/** `static $name = value;` in a function. */
function staticVariables(p: Parser): Outcome {
  do {
    const name = takeName(p);
    const init = p.take('=') ? p.expression() : undefined;
    p.unit.declare(name.name, 'let', name, init && { init });
  } while (p.take(',') && p.isWord());
  return nothing;
}

function constants(p: Parser): Outcome {
  p.at++;
  if (p.isWord(1) && p.word(1) !== '=') p.type();
  do {
    if (!p.isWord()) break;
    const name = takeName(p);
    const init = p.take('=') ? p.expression() : undefined;
    const value = init && { init };
    const cls = p.unit.bodyClass;
    if (cls < 0) p.unit.declare(name.name, 'const', name, value);
    else
      p.unit.addMember(cls, {
        name: name.name,
        nameAt: name.at,
        kind: 'field',
        static: true,
        ...value,
        at: name.at,
        end: name.end,
      });
  } while (p.take(','));
  return nothing;
}

function enumCase(p: Parser, cls: number): Outcome {
  p.at++;
  const name = takeName(p);
  const args: Arg[] = [{ name: 'name', value: p.literal(name.name, name.at, name.end) }];
  if (p.take('=')) args.push({ name: 'value', value: p.expression() });
  const callee: Expr = { k: 'class', cls, at: name.at, end: name.at };
  const init = p.unit.addImpliedCall(callee, args, p.span(name.at), name.end);
  p.unit.addMember(cls, {
    name: name.name,
    nameAt: name.at,
    kind: 'field',
    static: true,
    init,
    at: name.at,
    end: name.end,
  });
  return nothing;
}
