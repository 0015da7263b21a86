import type { Lexicon } from './lexicon.ts';
import { lineTail } from './line-tail.ts';
import { scan } from './scanner.ts';
import { TokenKind, type Tokens } from './tokens.ts';

/**
 * Splits a text into tokens as `scan` does. Where strings were left open, as while they are typed, they end where the code
 * that stands behind them on their line begins.
 */
export function scanHalfTyped(text: string, lexicon: Lexicon): Tokens {
  const tokens = scan(text, lexicon);
  const ends = openEnds(tokens, lexicon);
  return ends.size === 0 ? tokens : scan(text, lexicon, ends);
}

/** In a text with more open strings than this, it is the language that is not understood. */
const MOST_OPEN = 20;

/** Where the open strings of single lines end, as far as the rests of their lines tell. */
function openEnds(tokens: Tokens, lexicon: Lexicon): Map<number, number> {
  const ends = new Map<number, number>();
  let count = 0;
  for (let i = 0; i < tokens.count; i++) {
    if (!tokens.isUnclosed(i) || tokens.kind(i) === TokenKind.close || count++ > MOST_OPEN) continue;
    endOnLine(tokens, i, lexicon, ends);
  }
  return ends;
}

/**
 * The string that is open at its line's end need not be the one that was left open: the quotes behind that one change
 * their roles. The first string of the line behind whose first words the rest of the line is code was left open.
 */
function endOnLine(tokens: Tokens, open: number, lexicon: Lexicon, ends: Map<number, number>): void {
  const { text } = tokens;
  const start = tokens.start(open);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', start);
  const lineEnd = newline < 0 ? text.length : newline;
  let first = open;
  while (first > 0 && tokens.start(first - 1) >= lineStart) first--;
  for (let i = first; i <= open; i++) {
    if (!isString(tokens, i)) continue;
    const to = i === open ? lineEnd : Math.min(lineEnd, tokens.to[i] ?? 0);
    const end = lineTail(text, lexicon, tokens.from[i] ?? 0, to, lineEnd);
    if (end < 0) continue;
    ends.set(tokens.start(i), end);
    return;
  }
}

function isString(tokens: Tokens, i: number): boolean {
  const kind = tokens.kind(i);
  return kind === TokenKind.string || (kind === TokenKind.open && tokens.words[i] === '"');
}
