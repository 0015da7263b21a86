import { entry, spread } from '../../builder/collections.ts';
import { functionRef, insideFunction, settleBody } from '../../builder/declarations.ts';
import type { Parser } from '../../builder/parser.ts';
import type { Entry, Expr } from '../../facts.ts';
import { parameters } from './python-functions.ts';

/** Expressions that begin with a word or mark of Python's own. */
export const pythonPrimaries: ReadonlyMap<string, (p: Parser) => Expr | undefined> = new Map([
  ['self', self],
  ['cls', ownClass],
  ['super', parent],
  ['lambda', lambda],
]);

function self(p: Parser): Expr | undefined {
  if (p.unit.cls < 0 || p.unit.fn < 0) return undefined;
  const at = p.start;
  p.at++;
  return p.unit.this(at, p.stop);
}

function ownClass(p: Parser): Expr | undefined {
  const { cls } = p.unit;
  if (cls < 0 || p.unit.fn < 0) return undefined;
  const at = p.start;
  p.at++;
  return { k: 'class', cls, ...p.span(at) };
}

/** `super()`, `super(Class, self)`. */
function parent(p: Parser): Expr | undefined {
  if (p.unit.cls < 0 || !p.opens('(', 1)) return undefined;
  const at = p.start;
  p.at++;
  p.skip();
  return { k: 'this', cls: p.unit.cls, parent: true, ...p.span(at) };
}

/** `lambda a, b=1: value`. */
function lambda(p: Parser): Expr {
  const at = p.start;
  p.at++;
  const fn = p.unit.addFunction(undefined, at);
  insideFunction(p, fn, true, () => {
    parameters(p, fn);
    if (p.take(':')) settleBody(p, fn, { value: p.expression() }, true);
  });
  return functionRef(p, fn, at);
}

/** `value if test else other`. */
export function conditionalExpression(p: Parser, left: Expr): Expr | undefined {
  p.at++;
  const test = p.expression(2);
  if (!p.take('else')) return { k: 'choice', op: '?:', test, options: [left], ...p.span(left.at) };
  const other = p.expression(1);
  return { k: 'choice', op: '?:', test, options: [left, other], ...p.span(left.at) };
}

/** `not in`, `is`, `is not`. */
export function wordComparison(p: Parser, left: Expr): Expr | undefined {
  const isEquality = p.word() === 'is';
  if (p.word() === 'not' && p.word(1) !== 'in') return undefined;
  const isNegated = p.word() === 'not' || p.word(1) === 'not';
  p.at++;
  if (p.word() === 'in' || p.word() === 'not') p.at++;
  const op = isEquality ? (isNegated ? '!=' : '==') : isNegated ? '!in' : 'in';
  const right = p.expression(6);
  return { k: 'binary', op, left, right, ...p.span(left.at) };
}

/** `{key: value, **other}`, `{a, b}`, and comprehensions, whose entries are not known. */
export function braces(p: Parser): Expr | undefined {
  if (p.tokens.isVirtual(p.at)) return undefined;
  const at = p.start;
  const items: Expr[] = [];
  const entries: Entry[] = [];
  p.group(false, () => {
    while (!p.isDone()) {
      if (p.take(',')) continue;
      const from = p.at;
      braceItem(p, items, entries);
      if (p.grammar.comprehensions?.has(p.word())) {
        const source = p.word() === 'for' ? goneThrough(p, entries.at(-1)) : undefined;
        p.rest();
        items.length = 0;
        entries.splice(0, entries.length, spread(source ?? p.opaque(at)));
      }
      p.rest(',');
      if (p.at === from) p.unknown();
    }
  });
  const isSet = items.length > 1 || items.some(item => item.k !== 'literal');
  if (entries.length === 0 && items.length > 0 && isSet) return { k: 'array', items, ...p.span(at) };
  // A key whose value is still to be typed.
  for (const key of items) entries.push(entry(key, { k: 'opaque', at: key.end, end: key.end }));
  return { k: 'object', entries, ...p.span(at) };
}

/** What `{key: value for key, value in map.items()}` copies, whichever entries of it are left out. */
function goneThrough(p: Parser, made: Entry | undefined): Expr | undefined {
  if (typeof made?.key !== 'object' || made.key.k !== 'name' || made.value.k !== 'name') return undefined;
  const isPair = p.word(1) === made.key.name && p.word(2) === ',' && p.word(3) === made.value.name;
  if (!isPair || p.word(4) !== 'in') return undefined;
  p.at += 5;
  const source = p.expression(3);
  const callee = source.k === 'call' ? p.unit.calls[source.call]?.callee : undefined;
  return callee?.k === 'member' && callee.name === 'items' ? callee.object : undefined;
}

function braceItem(p: Parser, items: Expr[], entries: Entry[]): void {
  if (p.take('**')) {
    entries.push(spread(p.expression()));
    return;
  }
  const first = p.expression();
  if (p.take(':')) entries.push(entry(first, p.expression()));
  else items.push(first);
}
