import { argumentList, readArguments, spreadable } from '../../builder/calls.ts';
import { entry, spread } from '../../builder/collections.ts';
import { functionRef, insideFunction, settleBody, takeName } from '../../builder/declarations.ts';
import { operand } from '../../builder/expressions.ts';
import type { Parser } from '../../builder/parser.ts';
import { Branches, head } from '../../builder/statements.ts';
import { castType } from '../../builder/typed.ts';
import type { Entry, Expr } from '../../facts.ts';
import { TokenKind } from '../../scanner/tokens.ts';
import { classBody, functionRest, parameters } from './php-functions.ts';

/** Expressions that begin with a word of PHP's own. */
export const phpPrimaries: ReadonlyMap<string, (p: Parser) => Expr | undefined> = new Map([
  ['$this', self],
  ['self', ownClass],
  ['static', staticWord],
  ['parent', parent],
  ['new', construction],
  ['array', (p: Parser) => (p.opens('(', 1) ? ((p.at += 1), arrayLiteral(p)) : undefined)],
  ['Array', (p: Parser) => (p.opens('(', 1) ? ((p.at += 1), arrayLiteral(p)) : undefined)],
  ['list', (p: Parser) => (p.opens('(', 1) ? ((p.at += 1), arrayLiteral(p)) : undefined)],
  ['compact', compact],
  ['function', closure],
  ['fn', closure],
  ['match', match],
  ['throw', thrown],
  ['clone', (p: Parser) => ((p.at += 1), operand(p))],
]);

function self(p: Parser): Expr {
  const at = p.start;
  p.at++;
  return p.unit.this(at, p.stop);
}

/** `self::NAME`, `new self`. */
function ownClass(p: Parser): Expr | undefined {
  const { cls } = p.unit;
  if (cls < 0) return undefined;
  const at = p.start;
  p.at++;
  return { k: 'class', cls, ...p.span(at) };
}

function staticWord(p: Parser): Expr | undefined {
  if (p.word(1) === 'function' || p.word(1) === 'fn') {
    p.at++;
    return closure(p);
  }
  return ownClass(p);
}

function parent(p: Parser): Expr | undefined {
  if (p.word(1) !== '::') return undefined;
  const at = p.start;
  p.at++;
  return { k: 'this', cls: p.unit.cls, parent: true, ...p.span(at) };
}

function thrown(p: Parser): Expr {
  const at = p.start;
  p.at++;
  p.expression();
  p.ends = true;
  return p.opaque(at);
}

/** `new Name(args)`, `new class(args) { }`, `new $name`. */
function construction(p: Parser): Expr | undefined {
  if (!p.isWord(1) && !p.opens('(', 1)) return undefined;
  const at = p.start;
  p.at++;
  if (p.word() === 'class') {
    p.at++;
    if (p.opens('(')) p.group(false, () => readArguments(p));
    return classBody(p, at);
  }
  const own = p.word() === 'self' || p.word() === 'static' ? ownClass(p) : undefined;
  const callee = own ?? (p.isWord() ? p.name() : p.group(false, () => p.expression()));
  if (p.opens('(')) return { ...argumentList(p, callee, 'new'), at };
  return p.unit.addImpliedCall(callee, [], p.span(at), p.stop);
}

/** `function (…) use (…): T { }`, `fn (…) => value`. */
function closure(p: Parser): Expr | undefined {
  const isArrow = p.word() === 'fn';
  if (!p.opens('(', 1) && !(p.word(1) === '&' && p.opens('(', 2))) return undefined;
  const at = p.start;
  p.at++;
  p.take('&');
  const fn = p.unit.addFunction(undefined, at);
  insideFunction(p, fn, true, () => {
    p.returnsFrom = fn;
    if (!isArrow) {
      functionRest(p, fn);
      return;
    }
    parameters(p, fn);
    if (p.take(':')) p.type();
    if (p.take('=>')) settleBody(p, fn, { value: p.expression() }, true);
  });
  return functionRef(p, fn, at);
}

/** `match (value) { a, b => x, default => y }`. */
function match(p: Parser): Expr | undefined {
  if (!p.opens('(', 1)) return undefined;
  const at = p.start;
  p.at++;
  const test = head(p);
  const branches = new Branches(p);
  if (p.opens('{'))
    p.group(false, () => {
      while (!p.isDone()) {
        if (p.take(',')) continue;
        const from = p.at;
        const patterns = p.take('default') ? undefined : matchPatterns(p);
        const { returns } = branches;
        if (p.take('=>')) {
          const value = p.expression();
          branches.add(patterns, p.takeEnds() ? { ends: true } : { value }, returns);
        }
        p.rest(',');
        if (p.at === from) p.unknown();
      }
    });
  const choice = branches.finish(at, test, true);
  p.ends = false;
  return choice;
}

function matchPatterns(p: Parser): Expr[] {
  const found: Expr[] = [];
  do {
    if (p.word() === '=>') break;
    found.push(p.expression());
  } while (p.take(','));
  return found;
}

/** `compact('a', 'b')` is `['a' => $a, 'b' => $b]`. */
function compact(p: Parser): Expr | undefined {
  if (!p.opens('(', 1)) return undefined;
  const at = p.start;
  p.at++;
  const args = p.group(false, () => readArguments(p));
  const entries = args.map(({ value }): Entry => {
    if (value.k !== 'literal') return spread(p.opaque(value.at));
    return { ...entry(value, p.unit.name(`$${String(value.value)}`, value.at, value.at)), shorthand: true };
  });
  return { k: 'object', entries, ...p.span(at) };
}

/** `[a, b]`, `[key => value, ...rest]`, the same with `array(…)`. What `[]` is to be cannot be told. */
export function arrayLiteral(p: Parser): Expr {
  const at = p.start;
  const items: Expr[] = [];
  const entries: Entry[] = [];
  p.group(false, () => {
    while (!p.isDone()) {
      if (p.take(',')) continue;
      const from = p.at;
      const value = spreadable(p);
      if (p.take('=>')) entries.push(entry(value, spreadable(p)));
      else items.push(value);
      p.rest(',');
      if (p.at === from) p.unknown();
    }
  });
  const span = p.span(at);
  if (entries.length > 0) {
    const more = items.map(item => (item.k === 'spread' ? spread(item.value) : unfinished(item)));
    return { k: 'object', entries: [...entries, ...more].sort((a, b) => a.at - b.at), ...span };
  }
  const array: Expr = { k: 'array', items, ...span };
  if (items.length === 0)
    return { k: 'choice', op: '?:', options: [{ k: 'object', entries: [], ...span }, array], ...span };
  const spreads = items.filter(item => item.k === 'spread');
  if (spreads.length === items.length)
    return { k: 'object', entries: spreads.map(item => spread(item.value)), ...span };
  return array;
}

/** A value among entries: a key whose value is still to be typed, or an entry with a number for its key. */
function unfinished(item: Expr): Entry {
  if (item.k === 'literal') return entry(item, { k: 'opaque', at: item.end, end: item.end });
  return spread({ k: 'opaque', at: item.at, end: item.end });
}

/** The types that a value can be cast to. */
const CASTS = new Set('int integer bool boolean float double real string binary array object unset'.split(' '));

/** A cast, or undefined for a parenthesis. */
export function parenthesis(p: Parser): Expr | undefined {
  if (!CASTS.has(p.word(1).toLowerCase())) return undefined;
  const at = p.start;
  const type = castType(p);
  if (type === 'none') return undefined;
  const value = p.expression(100);
  return { k: 'cast', value, type, ...p.span(at) };
}

/** `->$name`, `->{expression}`, `::$name`. */
export function phpSuffix(p: Parser, object: Expr): Expr | undefined {
  const mark = p.word();
  if (mark !== '->' && mark !== '?->' && mark !== '::') return undefined;
  if (p.opens('{', 1)) {
    p.at++;
    const index = p.group(false, () => p.expression());
    return { k: 'index', object, index, ...p.span(object.at) };
  }
  if (!p.word(1).startsWith('$') || p.startsLine(1)) return undefined;
  p.at++;
  if (mark === '::') {
    const name = takeName(p);
    return p.unit.member(object, name.name.slice(1), name.at + 1, name.end);
  }
  const index = p.name();
  return { k: 'index', object, index, ...p.span(object.at) };
}

/** `name: value`; an empty array as an argument is an empty map. */
export function argument(
  p: Parser,
): { readonly value: Expr; readonly name?: string; readonly nameAt?: number }[] | undefined {
  const isLabel = p.isWord() && p.word(1) === ':' && p.kind(1) === TokenKind.mark && !p.word().startsWith('$');
  const label = isLabel ? takeName(p) : undefined;
  if (isLabel) p.at++;
  const value = spreadable(p);
  const first = value.k === 'choice' && value.test === undefined && value.op === '?:' ? value.options[0] : undefined;
  const isEmpty = first?.k === 'object' && first.entries.length === 0;
  return [{ value: isEmpty ? first : value, ...(label && { name: label.name, nameAt: label.at }) }];
}
