import { argumentList } from '../../builder/calls.ts';
import { entriesOf } from '../../builder/collections.ts';
import { list } from '../../builder/expressions.ts';
import type { Parser } from '../../builder/parser.ts';
import { classPath } from '../../builder/paths.ts';
import { choose } from '../../builder/statements.ts';
import { castType, parenthesisLambda, wordLambda } from '../../builder/typed.ts';
import type { Expr } from '../../facts.ts';
import { classBody } from './java-declarations.ts';

/** Expressions that begin with a word of Java's own. */
export const javaPrimaries: ReadonlyMap<string, (p: Parser) => Expr | undefined> = new Map([
  ['new', construction],
  ['this', self],
  ['super', self],
  ['switch', (p: Parser) => (p.opens('(', 1) ? choose(p, patterns) : undefined)],
  ['@', (p: Parser) => ((p.at += p.isWord(1) ? 2 : 1), p.expression())],
]);

function self(p: Parser): Expr {
  const at = p.start;
  const isSuper = p.word() === 'super';
  p.at++;
  return { k: 'this', cls: p.unit.cls, ...p.span(at), ...(isSuper && { parent: true as const }) };
}

/** `new Type(args) { body }`, `new Type[]{ items }`, `new Type[size]`. */
function construction(p: Parser): Expr | undefined {
  if (!p.isWord(1)) return undefined;
  const at = p.start;
  p.at++;
  const callee = classPath(p);
  if (p.opens('[')) {
    while (p.opens('['))
      p.group(false, () => {
        p.rest();
      });
    if (p.opens('{')) return { ...braceList(p), at };
    return p.opaque(at, { t: 'array', of: undefined });
  }
  if (!p.opens('(')) return callee;
  const made = argumentList(p, callee, 'new');
  if (!p.opens('{')) return { ...made, at };
  const before = p.unit.functions.length;
  const body = classBody(p, at, made.k === 'object' ? [callee] : [made]);
  if (made.k !== 'object') return body;
  // `new HashMap<>() {{ put("a", 1); }}`: the initialiser fills the map.
  const filled = p.unit.functions.findIndex((fn, index) => index >= before && fn.cls === body.cls);
  const entries = filled < 0 ? [] : entriesOf(p, filled);
  return { ...made, entries: [...made.entries, ...entries], ...p.span(at) };
}

/** `{ a, b }`: the items of an array. */
export function braceList(p: Parser): Expr {
  return list(p);
}

/** A lambda, a cast, or undefined for a parenthesis. */
export function parenthesis(p: Parser): Expr | undefined {
  const lambda = parenthesisLambda(p, '->');
  if (lambda !== undefined) return lambda;
  const at = p.start;
  const type = castType(p);
  if (type === 'none') return undefined;
  const value = p.expression(100);
  return { k: 'cast', value, type, ...p.span(at) };
}

export function javaWord(p: Parser): Expr | undefined {
  return wordLambda(p, '->');
}

function patterns(p: Parser): Expr[] {
  const found: Expr[] = [];
  while (!p.isDone() && p.word() !== ':' && p.word() !== '->') {
    if (p.take(',')) continue;
    const from = p.at;
    if (p.isWord() && p.isWord(1)) {
      // `Type name`: the value under another name.
      p.type();
      if (p.isWord()) p.unit.declare(p.word(), 'const', { at: p.start, end: p.tokens.stop(p.at) });
      p.at++;
    } else if (p.word() === 'default') return [];
    else found.push(caseLabel(p));
    if (p.at === from) p.skip();
  }
  return found;
}

/** A label is no lambda, although an arrow follows it. */
function caseLabel(p: Parser): Expr {
  if (!p.isWord() || p.word(1) !== '->') return p.expression();
  return p.grammar.constants.has(p.word()) ? p.expression() : p.name();
}
