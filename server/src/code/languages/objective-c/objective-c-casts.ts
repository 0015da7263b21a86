import { typeEnd } from '../../builder/angles.ts';
import type { Parser } from '../../builder/parser.ts';
import type { TypeExpr } from '../../facts.ts';
import { TokenKind } from '../../scanner/tokens.ts';
import { QUALIFIERS } from './objective-c-declarations.ts';

/**
 * The type of a cast that only Objective-C has: before a message (`(NSString *)[a b]`), with qualifiers (`(__bridge id)a`), to
 * a pointer to a function (`(void (*)(id))a`). Answers undefined, with nothing read, for every other parenthesis.
 */
export function messageCast(p: Parser): TypeExpr | undefined {
  const close = p.closing() - p.at;
  let from = 1;
  while (QUALIFIERS.has(p.word(from)) && from < close) from++;
  const plain = typeEnd(p, from);
  if (plain < 0) return undefined;
  let end = plain;
  while (QUALIFIERS.has(p.word(end)) || NUMBERS.has(p.word(end)) || p.word(end) === '*') end++;
  const isFunction = end < close && isFunctionPointer(p, end, close);
  if (end !== close && !isFunction) return undefined;
  const isSpecial = isFunction || from > 1 || end > plain;
  const next = close + 1;
  const isValue = isSpecial && (p.isWord(next) || p.opens('(', next));
  if (!isValue && !(p.opens('[', next) && isMessage(p, next))) return undefined;
  return (
    p.group(false, () => {
      p.at += from - 1;
      return isFunction ? undefined : p.type();
    }) ?? { t: 'opaque' }
  );
}

const NUMBERS = new Set(['long', 'short', 'int', 'double', 'char']);

/** `(*)(parameters)` or `(^)(parameters)` up to the parenthesis' end. */
function isFunctionPointer(p: Parser, ahead: number, close: number): boolean {
  if (!p.opens('(', ahead) || !/^[*^]$/.test(p.word(ahead + 1))) return false;
  const parameters = p.closing(ahead) - p.at + 1;
  return p.opens('(', parameters) && p.closing(parameters) - p.at + 1 === close;
}

/** Whether the bracket ahead sends a message rather than holding an index: a receiver and a word stand in it. */
function isMessage(p: Parser, ahead: number): boolean {
  const close = p.closing(ahead) - p.at;
  let next = ahead + 1;
  if (p.kind(next) === TokenKind.open) next = p.closing(next) - p.at + 1;
  else next++;
  for (;;) {
    if (p.word(next) === '.' && p.isWord(next + 1)) next += 2;
    else if (p.opens('[', next)) next = p.closing(next) - p.at + 1;
    else break;
  }
  return next < close && p.isWord(next);
}
