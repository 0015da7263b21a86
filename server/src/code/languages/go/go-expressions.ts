import { makeCall } from '../../builder/calls.ts';
import { entry } from '../../builder/collections.ts';
import { takeName } from '../../builder/declarations.ts';
import { operand } from '../../builder/expressions.ts';
import type { Parser } from '../../builder/parser.ts';
import type { Entry, Expr, TypeExpr } from '../../facts.ts';
import { functionLiteral } from './go-functions.ts';
import { goType } from './go-types.ts';

/** Expressions that begin with a word or mark of Go's own. */
export const goPrimaries: ReadonlyMap<string, (p: Parser) => Expr | undefined> = new Map([
  ['func', functionLiteral],
  ['map', typedLiteral],
  ['struct', typedLiteral],
  ['interface', typedLiteral],
  ['chan', typedLiteral],
  ['make', made],
  ['iota', ordinal],
]);

function ordinal(p: Parser): Expr | undefined {
  if (p.ordinal < 0) return undefined;
  const at = p.start;
  p.at++;
  return p.literal(p.ordinal, at, p.stop);
}

/** `make(map[K]V)`, `make([]T, n)`. */
function made(p: Parser): Expr | undefined {
  if (!p.opens('(', 1)) return undefined;
  const at = p.start;
  p.at++;
  const type = p.group(false, () => {
    const first = p.type();
    p.rest();
    return first;
  });
  if (type?.t === 'object') return { k: 'object', entries: [], ...p.span(at) };
  return type?.t === 'array' ? { k: 'array', items: [], ...p.span(at) } : p.opaque(at);
}

/** `map[K]V{…}`, `struct{…}{…}`, and conversions to such types. */
function typedLiteral(p: Parser): Expr | undefined {
  const at = p.start;
  const from = p.at;
  const type = goType(p);
  if (type === undefined) {
    p.at = from;
    return undefined;
  }
  return literalOrConversion(p, type, at);
}

/** `[]T{…}`, `[...]T{…}`, `[]byte(value)`. */
export function sliceLiteral(p: Parser): Expr {
  const at = p.start;
  const from = p.at;
  if (p.tokens.isVirtual(p.closing())) {
    p.group(false, () => {
      p.rest();
    });
    return p.opaque(at);
  }
  const type = p.type() ?? { t: 'opaque' };
  if (!p.opens('(') || p.closing() !== p.at + 1 || p.tokens.isVirtual(p.closing()))
    return literalOrConversion(p, type, at);
  // Nothing is converted: the type is still being typed, and a call follows.
  p.at = from;
  p.skip();
  return operand(p);
}

function literalOrConversion(p: Parser, type: TypeExpr, at: number): Expr {
  if (p.opens('{')) {
    const { entries, items } = elements(p, type.t !== 'object');
    if (type.t === 'array') return { k: 'array', items, ...p.span(at) };
    return { k: 'object', entries, ...p.span(at) };
  }
  if (!p.opens('(')) return p.opaque(at);
  const value = p.group(false, () => p.expression());
  return { k: 'cast', value, type, ...p.span(at) };
}

/** Types that hold any keys, by the end of their names: their literals are maps. */
const MAPS = /(?:Properties|Traits|Props|Map|Fields|^H|^M|^D|^JSON)$/;

/**
 * `Type{…}`: a struct's fields are one argument of a construction, a map's entries are an object. In the head of an `if`, which
 * ends with the brace, only parentheses may hold one; what is assigned there stands behind a head whose body is still missing.
 */
export function compositeLiteral(p: Parser, operand: Expr): Expr | undefined {
  if (!p.opens('{') || p.isSpaced() || (p.stopsAtBrace && !isAssigned(p))) return undefined;
  const named = operand.k === 'index' ? operand.object : operand;
  if (named.k !== 'name' && named.k !== 'member') return undefined;
  const close = p.closing();
  const argsAt = p.tokens.stop(p.at);
  const isMap = MAPS.test(named.name);
  const { entries, items, hasFields } = elements(p, !isMap);
  const span = p.span(operand.at);
  if (isMap || (entries.length > 0 && !hasFields)) return { k: 'object', entries, ...span };
  const value: Expr = { k: 'object', entries, at: argsAt - 1, end: span.end };
  const args = entries.length > 0 || items.length === 0 ? [{ value }] : items.map(item => ({ value: item }));
  const cut = p.tokens.isVirtual(close) ? { unfinished: true as const } : {};
  return makeCall(p, named, args, 'new', { argsAt, argsEnd: p.tokens.start(close), ...cut });
}

/** Whether the names right before here stand behind the sign of an assignment. */
function isAssigned({ tokens, at }: Parser): boolean {
  let first = at - 1;
  while (tokens.words[first - 1] === '.') first -= 2;
  return tokens.words[first - 1] === ':=' || tokens.words[first - 1] === '=';
}

interface Elements {
  readonly entries: Entry[];
  readonly items: Expr[];
  /** Keys are names of fields. */
  readonly hasFields: boolean;
}

/** What stands between the braces; in a map, a word before a colon is a value like any other. */
function elements(p: Parser, wordsAreFields: boolean): Elements {
  const entries: Entry[] = [];
  const items: Expr[] = [];
  const fields = p.group(false, () => {
    let count = 0;
    while (!p.isDone()) {
      if (p.take(',')) continue;
      const from = p.at;
      if (wordsAreFields && p.isWord() && p.word(1) === ':') {
        const name = takeName(p);
        p.at++;
        const value = element(p);
        count++;
        entries.push({
          key: name.name,
          keyAt: name.at,
          keyEnd: name.end,
          value,
          at: name.at,
          end: Math.max(name.end, value.end),
        });
      } else {
        const first = element(p);
        if (p.take(':')) entries.push(entry(first, element(p)));
        else if (p.isDone() && first.k === 'literal' && entries.length > 0)
          entries.push(entry(first, { k: 'opaque', at: first.end, end: first.end }));
        else items.push(first);
      }
      p.rest(',');
      if (p.at === from) p.unknown();
    }
    return count;
  });
  return { entries, items, hasFields: fields > 0 };
}

/** A value, or `{…}` whose type is that of its place. */
function element(p: Parser): Expr {
  const isAddress = p.word() === '&' && p.opens('{', 1);
  if (isAddress) p.at++;
  if (!p.opens('{')) return p.expression();
  const at = p.start;
  const { entries, items } = elements(p, true);
  if (entries.length === 0 && items.length > 0) return { k: 'array', items, ...p.span(at) };
  return { k: 'object', entries, ...p.span(at) };
}
