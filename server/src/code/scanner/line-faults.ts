import type { Lexicon } from './lexicon.ts';
import { closerOf } from './nesting.ts';
import { scanPart } from './scanner.ts';
import { isGlued, isString } from './string-signs.ts';
import { TokenKind, type Tokens } from './tokens.ts';

type Ends = ReadonlyMap<number, number>;

/** How many brackets of a part of a line have no partner there, where the strings at the offsets of `ends` end as it says. */
export function lineFaults(text: string, lexicon: Lexicon, from: number, to: number, ends: Ends): number {
  const tokens = scanPart(text, lexicon, from, to, ends);
  const open: string[] = [];
  let faults = 0;
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kind(i) === TokenKind.open) open.push(closerOf(tokens.words[i] ?? ''));
    if (tokens.kind(i) !== TokenKind.close) continue;
    const depth = open.lastIndexOf(tokens.words[i] ?? '');
    // What stands above the partner is open; without a partner, the bracket itself is too much.
    faults += depth < 0 ? 1 : open.length - depth - 1;
    if (depth >= 0) open.length = depth;
  }
  return faults + open.length;
}

/** Whether all strings of a part of a line are closed there, but for those that end as `ends` says. */
export function areClosed(text: string, lexicon: Lexicon, from: number, to: number, ends: Ends): boolean {
  const tokens = scanPart(text, lexicon, from, to, ends);
  for (let i = 0; i < tokens.count; i++) if (isGlued(tokens, i) || isLeftOpen(tokens, i, ends)) return false;
  return true;
}

function isLeftOpen(tokens: Tokens, i: number, ends: Ends): boolean {
  return tokens.isUnclosed(i) && isString(tokens, i) && !ends.has(tokens.start(i));
}
