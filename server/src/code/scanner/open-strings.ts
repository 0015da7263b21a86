import type { Lexicon } from './lexicon.ts';
import { lineTail } from './line-tail.ts';
import { countFaults, type NestingOptions } from './nesting.ts';
import { scan } from './scanner.ts';
import { isGlued, isString, looksTurned } from './string-signs.ts';
import type { Tokens } from './tokens.ts';
import { textEnd } from './text-end.ts';

type Ends = ReadonlyMap<number, number>;

/**
 * Splits a text into tokens as `scan` does. Where strings were left open, as while they are typed, they end where the code
 * behind them begins: on their line, or below it where a string may go over several lines.
 */
export function scanHalfTyped(text: string, lexicon: Lexicon, nesting: NestingOptions): Tokens {
  const tokens = scan(text, lexicon);
  const ends = openEnds(tokens, lexicon);
  const once = ends.size === 0 ? tokens : scan(text, lexicon, ends);
  return unturned(once, lexicon, nesting, ends);
}

/** In a text with more open strings than this, it is the language that is not understood. */
const MOST_OPEN = 20;

/** Where the open strings of single lines end, as far as the rests of their lines tell. */
function openEnds(tokens: Tokens, lexicon: Lexicon): Map<number, number> {
  const ends = new Map<number, number>();
  let count = 0;
  for (let i = 0; i < tokens.count; i++) {
    if (!tokens.isUnclosed(i) || !isString(tokens, i) || holdsRest(tokens, i) || count++ > MOST_OPEN) continue;
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
  const newline = endOfLine(text, start);
  const tag = lexicon.codeEnd === undefined ? -1 : text.indexOf(lexicon.codeEnd, start);
  const lineEnd = tag >= 0 && tag < newline ? tag : newline;
  if (lineEnd === tag) ends.set(tokens.start(open), tag);
  let first = open;
  while (first > 0 && tokens.start(first - 1) >= lineStart) first--;
  for (let i = first; i <= open; i++) {
    if (!isString(tokens, i)) continue;
    const to = i === open ? lineEnd : Math.min(lineEnd, tokens.to[i] ?? 0);
    const end = lineTail(text, lexicon, tokens.from[i] ?? 0, to, lineEnd);
    if (end < 0) continue;
    ends.delete(tokens.start(open));
    ends.set(tokens.start(i), end);
    return;
  }
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline;
}

/** So many strings are tried as the one that was left open. */
const TRIES = 3;

/**
 * Behind a string of several lines that was left open, code and strings change their roles. Where strings look as if they
 * had, the text is read again as if one of them were closed, and the reading with the least damage is taken.
 */
function unturned(tokens: Tokens, lexicon: Lexicon, nesting: NestingOptions, known: Ends): Tokens {
  const suspects = suspectsOf(tokens);
  if (suspects.length === 0) return tokens;
  const { text } = tokens;
  let best = { tokens, damage: damageOf(tokens, nesting, known) };
  for (const suspect of suspects) {
    if (best.damage === 0) break;
    const start = tokens.start(suspect);
    for (const end of endsOf(tokens, suspect, lexicon, nesting)) {
      const ends = new Map([...known, [start, end]]);
      const again = scan(text, lexicon, ends);
      const damage = damageOf(again, nesting, ends);
      if (damage < best.damage) best = { tokens: again, damage };
    }
  }
  return best.tokens;
}

/** The first string of several lines that looks turned, and those right before it, which may be what turned it. */
function suspectsOf(tokens: Tokens): readonly number[] {
  const long: number[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (!isString(tokens, i)) continue;
    if (!hasLines(tokens, i)) continue;
    long.push(i);
    if (looksTurned(tokens, i)) return long.slice(-TRIES).reverse();
  }
  const last = long.at(-1);
  return last !== undefined && holdsRest(tokens, last) ? long.slice(-TRIES).reverse() : [];
}

/** Whether a string was left open and holds all lines that follow. */
function holdsRest(tokens: Tokens, i: number): boolean {
  return tokens.isUnclosed(i) && (tokens.to[i] ?? 0) >= tokens.text.length && hasLines(tokens, i);
}

function hasLines({ text, from, to }: Tokens, i: number): boolean {
  const line = text.indexOf('\n', from[i]);
  return line >= 0 && line < (to[i] ?? 0);
}

/** Where a string of several lines may have been left open. */
function endsOf(tokens: Tokens, i: number, lexicon: Lexicon, nesting: NestingOptions): ReadonlySet<number> {
  const { text } = tokens;
  const from = tokens.from[i] ?? 0;
  const line = endOfLine(text, from);
  const tail = lineTail(text, lexicon, from, line, line);
  const below = textEnd(text, tokens.start(i), nesting.statementWords);
  return new Set([...(tail < 0 ? [] : [tail]), below, line]);
}

/** What speaks against a reading: brackets and quotes without partners, and strings that touch words. */
function damageOf(tokens: Tokens, nesting: NestingOptions, ends: Ends): number {
  let damage = countFaults(tokens, nesting);
  for (let i = 0; i < tokens.count; i++) {
    if (isGlued(tokens, i)) damage += 4;
    if (tokens.isUnclosed(i) && isString(tokens, i) && !ends.has(tokens.start(i))) damage += 4;
    if (isString(tokens, i) && holdsRest(tokens, i)) damage += 100;
  }
  return damage;
}
