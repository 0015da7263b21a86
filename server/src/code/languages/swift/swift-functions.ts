import {
  declareFunction,
  functionRef,
  insideFunction,
  settleBody,
  takeName,
  type Declared,
} from '../../builder/declarations.ts';
import type { Outcome } from '../../builder/grammar.ts';
import { nothing, type Parser } from '../../builder/parser.ts';
import { block } from '../../builder/statements.ts';
import type { Expr } from '../../facts.ts';
import { TokenKind } from '../../scanner/tokens.ts';

/** Words before a declaration. */
export type Modifiers = ReadonlySet<string>;

/** `@Name(args)`. */
export function skipAttribute(p: Parser): void {
  p.at += 2;
  while (p.word() === '.' && p.isWord(1)) p.at += 2;
  if (p.opens('(') && !p.isSpaced()) p.skip();
}

/** `<T: P, U>`. */
export function skipGenerics(p: Parser): void {
  if (p.word() !== '<') return;
  for (let level = 0; !p.isDone();) {
    if (p.word() === '<') level++;
    else if (p.word() === '>') level--;
    else if (p.word() === '{') return;
    p.skip();
    if (level === 0) return;
  }
}

/** `where T: P, U == V`, on one line or several. */
export function skipConstraints(p: Parser): void {
  if (p.word() !== 'where') return;
  p.at++;
  while (!p.isDone() && !p.opens('{') && (!p.startsLine() || /^(?:,|where|==|:|&)$/.test(p.word(-1)))) p.skip();
}

/** `func name<T>(label name: Type = value) async throws -> Type where … { }`. */
export function functionDeclaration(p: Parser, modifiers: Modifiers): Outcome | undefined {
  if (p.isDone() || p.kind(1) === TokenKind.end) return undefined;
  p.at++;
  const name = takeName(p);
  while (p.kind() === TokenKind.mark && !p.opens('(') && p.word() !== '<') p.at++;
  const fn = p.unit.addFunction(name.name, name.at, p.unit.bodyClass);
  declareFunction(p, name, fn, 'method', modifiers.has('static') || modifiers.has('class'));
  signatureAndBody(p, fn);
  return nothing;
}

/** `init?(…) { }`, the class's constructor. */
export function initializer(p: Parser): Outcome | undefined {
  const cls = p.unit.bodyClass;
  const ahead = p.word(1) === '?' || p.word(1) === '!' ? 2 : 1;
  if (cls < 0 || (!p.opens('(', ahead) && p.word(ahead) !== '<')) return undefined;
  const name = takeName(p);
  p.at += ahead - 1;
  const fn = p.unit.addFunction('init', name.at, cls);
  const draft = p.unit.classes[cls];
  if (draft !== undefined) draft.ctor ??= fn;
  signatureAndBody(p, fn);
  return nothing;
}

/** `deinit { }`, `subscript(…) -> T { }`. */
export function otherBody(p: Parser): Outcome | undefined {
  if (p.unit.bodyClass < 0 || !/^[{(<]$/.test(p.word(1))) return undefined;
  const name = takeName(p);
  const fn = p.unit.addFunction(name.name, name.at, p.unit.bodyClass);
  signatureAndBody(p, fn);
  return nothing;
}

function signatureAndBody(p: Parser, fn: number): void {
  insideFunction(p, fn, false, () => {
    skipGenerics(p);
    parameters(p, fn);
    const draft = p.unit.functions[fn];
    while (p.word() === 'async' || p.word() === 'throws' || p.word() === 'rethrows') {
      if (p.word() === 'async' && draft !== undefined) draft.isAsync = true;
      p.at++;
    }
    const type = p.take('->') ? p.type() : undefined;
    if (draft !== undefined && type !== undefined) draft.returnType = type;
    skipConstraints(p);
    if (p.opens('{') && (p.word(1) === 'get' || p.word(1) === 'set')) p.group(true, () => p.statements());
    else if (p.opens('{')) implicitBody(p, fn);
  });
}

/** A body whose only statement, where it is an expression, is its value. */
export function implicitBody(p: Parser, fn: number): void {
  const outcome = block(p);
  settleBody(p, fn, outcome, outcome.only === true);
}

/** `(label name: Type = value, _ name: Type...)`. */
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
  while (p.word() === '@' && p.isWord(1)) skipAttribute(p);
  if (!p.isWord()) return;
  const label = takeName(p);
  const local: Declared = p.isWord() ? takeName(p) : label;
  const type = p.take(':') ? p.type() : undefined;
  const rest = p.take('...');
  const fallback = p.take('=') ? p.expression() : undefined;
  p.unit.addParameter(fn, local.name === '_' ? undefined : local.name, local, {
    ...(label.name !== '_' && { name: label.name }),
    ...(type && { type }),
    ...(fallback && { fallback }),
    ...(rest && { rest: 'positional' as const }),
  });
}

const unnamed = ['$0', '$1', '$2', '$3'];

/** `{ [weak self] a, b -> T in statements }`, or `{ statements }` with `$0`. */
export function closure(p: Parser): Expr {
  const at = p.start;
  const fn = p.unit.addFunction(undefined, at);
  insideFunction(p, fn, true, () => {
    p.returnsFrom = fn;
    p.group(true, () => {
      const header = headerEnd(p);
      if (header < 0) p.unit.scope.implicit = { names: unnamed, at };
      else closureParameters(p, fn, header);
      const outcome = p.statements();
      settleBody(p, fn, outcome, outcome.only === true);
    });
  });
  return functionRef(p, fn, at);
}

/** How far the `in` behind a closure's parameters is, or -1 where it has none. */
function headerEnd(p: Parser): number {
  if (p.word() === 'for') return -1;
  for (let ahead = 0; ahead < 60; ahead++) {
    const kind = p.kind(ahead);
    const word = p.word(ahead);
    if (word === 'in' && kind === TokenKind.word) return ahead;
    if (
      kind === TokenKind.open &&
      (word === '(' || (word === '[' && (ahead === 0 || /^(?:->|:|,)$/.test(p.word(ahead - 1)))))
    )
      ahead = p.closing(ahead) - p.at;
    else if (kind !== TokenKind.word && !HEADER_MARKS.has(word)) return -1;
    else if (kind === TokenKind.word && p.startsLine(ahead) && ahead > 0) return -1;
  }
  return -1;
}

const HEADER_MARKS = new Set([',', ':', '?', '.', '<', '>', '->', '@']);

function closureParameters(p: Parser, fn: number, header: number): void {
  const end = p.at + header;
  if (p.opens('[')) p.skip();
  while (p.word() === '@' && p.at < end) skipAttribute(p);
  if (p.opens('(')) parameters(p, fn);
  else
    while (p.at < end && p.isWord()) {
      const name = takeName(p);
      p.unit.addParameter(fn, name.name === '_' ? undefined : name.name, name);
      if (!p.take(',')) break;
    }
  p.at = end + 1;
}
