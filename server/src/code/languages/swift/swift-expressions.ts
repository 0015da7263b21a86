import { readArguments } from '../../builder/calls.ts';
import { dotted, entry, spread } from '../../builder/collections.ts';
import { operand } from '../../builder/expressions.ts';
import type { Parser } from '../../builder/parser.ts';
import { conditional } from '../../builder/statements.ts';
import type { Entry, Expr, TypeExpr } from '../../facts.ts';
import { skipAttribute } from './swift-functions.ts';
import { choose } from './swift-statements.ts';

/** Expressions that begin with a word or mark of Swift's own. */
export const swiftPrimaries: ReadonlyMap<string, (p: Parser) => Expr | undefined> = new Map([
  ['if', conditional],
  ['switch', choose],
  ['self', self],
  ['super', self],
  ['Self', ownType],
  ['try', attempted],
  ['.', expectedMember],
  ['\\', keyPath],
  ['#', macro],
  ['@', attributed],
  ['consume', called],
  ['any', called],
]);

/** A function with the name of an operator. */
function called(p: Parser): Expr | undefined {
  return p.opens('(', 1) && !p.isSpaced(1) ? p.name() : undefined;
}

function self(p: Parser): Expr {
  const at = p.start;
  const isSuper = p.word() === 'super';
  p.at++;
  return { k: 'this', cls: p.unit.cls, ...p.span(at), ...(isSuper && { parent: true as const }) };
}

function ownType(p: Parser): Expr | undefined {
  const { cls } = p.unit;
  if (cls < 0) return undefined;
  const at = p.start;
  p.at++;
  return { k: 'class', cls, ...p.span(at) };
}

/** `try`, `try?`, `try!` before an expression. */
function attempted(p: Parser): Expr {
  p.at++;
  if (p.word() === '?' || p.word() === '!') p.at++;
  return operand(p);
}

/** `.name`: a member of the type that the place expects. */
function expectedMember(p: Parser): Expr {
  const at = p.start;
  p.at++;
  const object: Expr = { k: 'opaque', at, end: at, expected: true };
  if (!p.isWord()) return p.unit.member(object, '', p.stop, p.stop);
  const nameAt = p.start;
  const name = p.word();
  p.at++;
  return p.unit.member(object, name, nameAt, p.stop);
}

/** `\Type.member`. */
function keyPath(p: Parser): Expr {
  const at = p.start;
  p.at++;
  while (!p.isSpaced() && (p.isWord() || p.word() === '.' || p.word() === '?.' || p.word() === '!')) p.at++;
  return p.opaque(at);
}

/** `#selector(…)`, `#available(…)`, `#file`. */
function macro(p: Parser): Expr | undefined {
  if (!p.isWord(1)) return undefined;
  const at = p.start;
  const name = p.word(1);
  p.at += 2;
  if (p.opens('(')) {
    if (name === 'selector' || name === 'keyPath' || name === 'available' || name === 'unavailable') p.skip();
    else p.group(false, () => readArguments(p));
  }
  return p.opaque(at);
}

function attributed(p: Parser): Expr | undefined {
  if (!p.isWord(1)) return undefined;
  skipAttribute(p);
  return operand(p);
}

/** `[a, b]`, `[key: value]`, `[:]`, and the empty `[Key: Value]()` and `[Item]()`. */
export function collectionLiteral(p: Parser): Expr {
  const at = p.start;
  const items: Expr[] = [];
  const entries: Entry[] = [];
  const colons = p.group(false, () => {
    let count = 0;
    while (!p.isDone()) {
      if (p.take(',')) continue;
      const from = p.at;
      const value = p.expression();
      if (p.take(':')) {
        count++;
        if (p.at > from + 1) entries.push(entry(value, p.expression()));
      } else items.push(value);
      p.rest(',');
      if (p.at === from) p.unknown();
    }
    return count;
  });
  if (p.opens('(') && !p.isSpaced()) return constructed(p, at, colons > 0, items);
  if (colons === 0) return { k: 'array', items, ...p.span(at) };
  // A key whose value is still to be typed.
  for (const key of items) entries.push(entry(key, { k: 'opaque', at: key.end, end: key.end }));
  return { k: 'object', entries, ...p.span(at) };
}

/** The collection that `[Type](…)` makes: empty, or of what the arguments hold. */
function constructed(p: Parser, at: number, isMap: boolean, [item]: readonly Expr[]): Expr {
  const args = p.group(false, () => readArguments(p));
  const span = p.span(at);
  if (isMap) return { k: 'object', entries: args.map(({ value }) => spread(value)), ...span };
  const name = item === undefined ? '' : dotted(item);
  const of: TypeExpr | undefined = name === '' ? undefined : { t: 'reference', name, args: [] };
  if (args.length > 0) return { k: 'opaque', type: { t: 'array', of }, ...span };
  const empty: Expr = { k: 'array', items: [], ...span };
  return of ? { k: 'cast', value: empty, type: { t: 'array', of }, ...span } : empty;
}
