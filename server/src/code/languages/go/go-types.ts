import type { Parser } from '../../builder/parser.ts';
import type { TypeExpr } from '../../facts.ts';
import { TokenKind } from '../../scanner/tokens.ts';

/** Types that Go writes in its own way; undefined for names and pointers. */
export function goType(p: Parser): TypeExpr | undefined {
  const word = p.word();
  if (word === 'map' && p.opens('[', 1)) {
    p.at++;
    p.skip();
    return { t: 'object', members: [], index: p.type() ?? { t: 'opaque' } };
  }
  if (word === 'chan' || word === '<-') {
    while (p.word() === 'chan' || p.word() === '<-') p.at++;
    p.type();
    return { t: 'opaque' };
  }
  if ((word === 'struct' || word === 'interface') && p.opens('{', 1)) {
    p.at++;
    const isEmpty = p.closing() === p.at + 1;
    p.skip();
    return isEmpty && word === 'interface' ? { t: 'primitive', name: 'unknown' } : { t: 'opaque' };
  }
  if (word !== 'func' || !p.opens('(', 1)) return undefined;
  p.at++;
  p.skip();
  return { t: 'function', params: [], returns: results(p) };
}

/** What a function answers: nothing, one type, or several in parentheses, of which the first counts. */
export function results(p: Parser): TypeExpr | undefined {
  if (p.isDone() || p.startsLine() || p.opens('{') || isEnd(p)) return undefined;
  if (!p.opens('(')) return p.type();
  return p.group(false, () => {
    let first: TypeExpr | undefined;
    while (!p.isDone()) {
      if (p.take(',')) continue;
      const from = p.at;
      if (p.isWord() && isNamed(p)) p.at++;
      const type = p.type();
      first ??= type;
      if (p.at === from) p.skip();
    }
    return first;
  });
}

function isEnd(p: Parser): boolean {
  const kind = p.kind();
  if (kind === TokenKind.close || kind === TokenKind.string) return true;
  return kind === TokenKind.mark && !/^(?:\*|<-)$/.test(p.word());
}

/** Whether a parameter's or result's first word is its name, since a type follows it. */
export function isNamed(p: Parser): boolean {
  const next = p.word(1);
  if (p.isWord(1)) return p.word() !== 'map' && p.word() !== 'chan' && p.word() !== 'func';
  return (
    next === '*' ||
    next === '...' ||
    next === '<-' ||
    (next === '[' && p.isSpaced(1)) ||
    (next === '(' && p.isSpaced(1))
  );
}
