import { TokenKind } from '../scanner/tokens.ts';
import { anglesEnd, typeEnd } from './angles.ts';
import type { Expr, TypeExpr } from '../facts.ts';
import {
  declareFunction,
  declareVariable,
  functionBody,
  functionRef,
  insideFunction,
  settleBody,
  takeName,
  type Declared,
} from './declarations.ts';
import type { Outcome } from './grammar.ts';
import { nothing, type Parser } from './parser.ts';

/** What differs among the languages that write the type before the name (Java, C#, Dart). */
export interface TypedRules {
  /** Words that may stand before a declaration. */
  readonly modifiers: ReadonlySet<string>;
  /** Words that may stand for a type, which say nothing (`var`, `final`). */
  readonly untyped: ReadonlySet<string>;
  /** `=>` makes a function's body of an expression. */
  readonly arrowBodies: boolean;
  /** Functions may be declared in functions. */
  readonly localFunctions: boolean;
  /** Fields with one of these modifiers are static. */
  readonly staticWords: ReadonlySet<string>;
  /** Fields of an interface are static. */
  readonly staticInterfaces?: true;
  readonly parameters: (p: Parser, fn: number) => void;
  /** Reads what may stand between a function's parameters and its body. */
  readonly beforeBody?: (p: Parser, fn: number) => void;
  /** Reads the accessors of a property, of which the opening brace is next; answers the getter's function. */
  readonly accessors?: (p: Parser, name: Declared) => number | undefined;
  /** Skips an annotation or attribute at the next token; answers whether there was one. */
  readonly annotation: (p: Parser) => boolean;
}

/** Modifiers and annotations, which are read. */
export function takeModifiers(p: Parser, rules: TypedRules): Set<string> {
  const modifiers = new Set<string>();
  for (;;) {
    if (rules.annotation(p)) continue;
    if (!rules.modifiers.has(p.word()) || !(p.isWord(1) || /^[@<[({]$/.test(p.word(1)))) return modifiers;
    if (p.opens('(', 1) && tupleEnd(p, 1) < 0) return modifiers;
    modifiers.add(p.word());
    p.at++;
  }
}

/** `Type name = value, other;`, `Type name(parameters) { }` and the like; undefined, with nothing read, for all else. */
export function typedDeclaration(p: Parser, rules: TypedRules, modifiers: ReadonlySet<string>): Outcome | undefined {
  const inClass = p.unit.bodyClass >= 0;
  const angles = p.word() === '<' && inClass ? anglesEnd(p, 0) : 0;
  if (angles < 0) return undefined;
  const mayBeTuple = inClass || p.unit.fn < 0 || modifiers.has('static');
  const tuple = mayBeTuple && p.opens('(') ? tupleEnd(p, 0) : -1;
  const end = tuple >= 0 ? tuple : typeEnd(p, angles);
  if (end < 0 || !p.isWord(end) || p.grammar.reserved.has(p.word(end))) return undefined;
  const last = inClass ? memberNameEnd(p, end) : end;
  const isExternal = modifiers.has('external') && p.opens('(', last + 1);
  const kind = isExternal ? 'function' : declarationKind(p, rules, last + 1, inClass);
  if (kind === undefined) return undefined;
  // At the top level, the return type of a function may stand on a line of its own.
  if (p.startsLine(end) && !inClass && (kind !== 'function' || p.unit.fn >= 0)) return undefined;
  p.at += angles;
  const isUntyped = rules.untyped.has(p.word()) && end === angles + 1;
  if (isUntyped) p.at++;
  const type = isUntyped ? undefined : p.type();
  p.at += last - end;
  if (kind === 'function') {
    const name = takeName(p);
    if (p.word() === '<') p.at += Math.max(0, anglesEnd(p, 0));
    typedFunction(p, rules, name, type, modifiers);
  } else typedVariables(p, rules, type, modifiers);
  return nothing;
}

/** Behind the type of a tuple, `(A, B)[]?`, that a name follows; -1 where there is none. */
function tupleEnd(p: Parser, ahead: number): number {
  let end = p.closing(ahead) - p.at + 1;
  for (;;) {
    if (p.opens('[', end) && p.closing(end) - p.at === end + 1) end += 2;
    else if (p.word(end) === '?' && !p.isSpaced(end)) end++;
    else return p.isWord(end) ? end : -1;
  }
}

/** The member's own name in `Interface<T>.Name`, which implements an interface's member. */
function memberNameEnd(p: Parser, ahead: number): number {
  let end = ahead;
  for (;;) {
    const angles = p.word(end + 1) === '<' ? anglesEnd(p, end + 1) : end + 1;
    if (angles < 0 || !/^(?:\.|::)$/.test(p.word(angles)) || !p.isWord(angles + 1)) return end;
    end = angles + 1;
  }
}

function declarationKind(
  p: Parser,
  rules: TypedRules,
  after: number,
  inClass: boolean,
): 'function' | 'variable' | undefined {
  const angles = p.word(after) === '<' ? anglesEnd(p, after) : after;
  if (angles >= 0 && p.opens('(', angles)) {
    if (inClass) return 'function';
    if (!rules.localFunctions) return undefined;
    const behind = p.closing(angles) - p.at + 1;
    const word = p.word(behind);
    const isBody = word === '{' || (word === '=>' && rules.arrowBodies) || word === 'async' || word === 'where';
    return isBody || word === 'sync' ? 'function' : undefined;
  }
  const word = p.word(after);
  if (word === '=' || word === ';' || word === ',' || word === ':' || word === 'in') return 'variable';
  if (word === '' && p.kind(after) === TokenKind.end) return 'variable';
  if (p.opens('[', after) && p.closing(after) - p.at === after + 1) return 'variable';
  if (inClass && rules.accessors !== undefined && (word === '{' || word === '=>')) return 'variable';
  return undefined;
}

/** A function or method with its parameters at the next token. */
export function typedFunction(
  p: Parser,
  rules: TypedRules,
  name: Declared,
  type: TypeExpr | undefined,
  modifiers: ReadonlySet<string>,
): number {
  const fn = p.unit.addFunction(name.name, name.at, p.unit.bodyClass);
  const isStatic = modifiers.has('static');
  declareFunction(p, name, fn, 'method', isStatic);
  const draft = p.unit.functions[fn];
  if (draft !== undefined) {
    if (type !== undefined) draft.returnType = type;
    draft.isAsync = modifiers.has('async');
  }
  insideFunction(p, fn, false, () => {
    rules.parameters(p, fn);
    rules.beforeBody?.(p, fn);
    functionBody(p, fn, rules.arrowBodies ? '=>' : undefined);
  });
  return fn;
}

/** The constructor of the class whose body is being read; stands at its parameters. */
export function typedConstructor(p: Parser, rules: TypedRules, name: Declared): number {
  const cls = p.unit.bodyClass;
  const fn = p.unit.addFunction('constructor', name.at, cls);
  const owner = p.unit.classes[cls];
  if (owner !== undefined) owner.ctor ??= fn;
  insideFunction(p, fn, false, () => {
    rules.parameters(p, fn);
    rules.beforeBody?.(p, fn);
    functionBody(p, fn, rules.arrowBodies ? '=>' : undefined);
  });
  return fn;
}

/** `name = value, other` behind the type, where there is one. */
export function typedVariables(
  p: Parser,
  rules: TypedRules,
  type: TypeExpr | undefined,
  modifiers: ReadonlySet<string>,
): void {
  const isStatic =
    [...rules.staticWords].some(word => modifiers.has(word)) || (rules.staticInterfaces && isInterface(p));
  const kind = modifiers.has('final') || modifiers.has('const') || modifiers.has('readonly') ? 'const' : 'let';
  while (p.isWord()) {
    const name = takeName(p);
    while (p.opens('[')) p.skip();
    let init: Expr | undefined;
    let getter: number | undefined;
    if (p.word() === ':' || p.word() === 'in') {
      p.at++;
      declareVariable(p, name, { kind: 'loop', init: p.expression(), type });
      return;
    }
    if (p.opens('{') && rules.accessors !== undefined) getter = rules.accessors(p, name);
    if (p.word() === '=>' && rules.arrowBodies) getter = arrowGetter(p, name);
    if (p.take('=')) init = p.expression();
    declareVariable(p, name, { kind, init, type, getter, isStatic: isStatic === true });
    if (!p.take(',')) return;
  }
}

/** `name => value`. */
export function arrowGetter(p: Parser, name: Declared): number {
  const fn = p.unit.addFunction(name.name, name.at, p.unit.bodyClass);
  insideFunction(p, fn, false, () => {
    functionBody(p, fn, '=>');
  });
  return fn;
}

function isInterface(p: Parser): boolean {
  return p.unit.classes[p.unit.bodyClass]?.kind === 'interface';
}

/** `(final Type name, Type... rest)` as Java and C# write it. */
export function typedParameters(p: Parser, fn: number, rules: TypedRules): void {
  if (!p.opens('(')) return;
  p.group(false, () => {
    while (!p.isDone()) {
      if (p.take(',')) continue;
      const from = p.at;
      typedParameter(p, fn, rules);
      while (!p.isDone() && p.word() !== ',') p.unknown();
      if (p.at === from) p.at++;
    }
  });
}

const PASSING = new Set(['final', 'ref', 'out', 'in', 'params', 'this', 'scoped', 'readonly']);

function typedParameter(p: Parser, fn: number, rules: TypedRules): void {
  let rest = false;
  for (;;) {
    if (rules.annotation(p)) continue;
    if (!PASSING.has(p.word()) || !p.isWord(1)) break;
    rest ||= p.word() === 'params';
    p.at++;
  }
  const type = p.type();
  rest ||= p.take('...');
  if (!p.isWord()) return;
  const name = takeName(p);
  while (p.opens('[')) p.skip();
  const fallback = p.take('=') ? p.expression() : undefined;
  p.unit.addParameter(fn, name.name, name, {
    name: name.name,
    ...(type && { type }),
    ...(fallback && { fallback }),
    ...(rest && { rest: 'positional' as const }),
  });
}

/** `name -> value`, `name => value` with the name at the next token. */
export function wordLambda(p: Parser, arrow: string): Expr | undefined {
  if (p.word(1) !== arrow) return undefined;
  const at = p.start;
  const fn = p.unit.addFunction(undefined, at);
  insideFunction(p, fn, true, () => {
    p.returnsFrom = fn;
    const name = takeName(p);
    p.unit.addParameter(fn, name.name === '_' ? undefined : name.name, name, { name: name.name });
    arrowBody(p, fn, arrow);
  });
  return functionRef(p, fn, at);
}

/** `(a, Type b) -> value` with the parenthesis at the next token. */
export function parenthesisLambda(p: Parser, arrow: string): Expr | undefined {
  if (p.word(p.closing() - p.at + 1) !== arrow) return undefined;
  const at = p.start;
  const fn = p.unit.addFunction(undefined, at);
  insideFunction(p, fn, true, () => {
    p.returnsFrom = fn;
    p.group(false, () => {
      while (!p.isDone()) {
        if (p.take(',')) continue;
        const from = p.at;
        while (PASSING.has(p.word()) && p.isWord(1)) p.at++;
        const end = typeEnd(p, 0);
        const type = end > 0 && p.isWord(end) ? p.type() : undefined;
        if (p.isWord()) {
          const name = takeName(p);
          p.unit.addParameter(fn, name.name === '_' ? undefined : name.name, name, {
            name: name.name,
            ...(type && { type }),
          });
        }
        p.rest(',');
        if (p.at === from) p.unknown();
      }
    });
    arrowBody(p, fn, arrow);
  });
  return functionRef(p, fn, at);
}

function arrowBody(p: Parser, fn: number, arrow: string): void {
  if (!p.take(arrow)) return;
  if (p.opens('{')) functionBody(p, fn, undefined);
  else settleBody(p, fn, { value: p.expression() }, true);
}

/** Whether a parenthesis is a cast, `(Type) value`: then its type, with the parenthesis read. */
export function castType(p: Parser): TypeExpr | 'none' {
  const end = typeEnd(p, 1);
  if (end < 0 || p.at + end !== p.closing()) return 'none';
  const next = end + 1;
  const kind = p.kind(next);
  const isOperand =
    kind === TokenKind.string ||
    kind === TokenKind.number ||
    kind === TokenKind.character ||
    (kind === TokenKind.word && !p.grammar.operators.has(p.word(next)) && !p.grammar.reserved.has(p.word(next))) ||
    (kind === TokenKind.open && (p.word(next) === '"' || (p.word(next) === '(' && /^[A-Za-z]/.test(p.word(1)))));
  if (!isOperand) return 'none';
  return p.group(false, () => p.type()) ?? { t: 'opaque' };
}
