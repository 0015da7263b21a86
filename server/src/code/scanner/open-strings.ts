import type { Lexicon } from './lexicon.ts';
import { areClosed, lineFaults } from './line-faults.ts';
import { isCodePart, lineTail, lineTails, LONGEST } from './line-tail.ts';
import { countFaults, type NestingOptions } from './nesting.ts';
import { commentDamage, openComments, type OpenText } from './open-comments.ts';
import { scan } from './scanner.ts';
import { endsLikeCode, isGlued, isString, isStringEnd, looksTurned } from './string-signs.ts';
import { TokenKind, type Tokens } from './tokens.ts';
import { textEnd } from './text-end.ts';

type Ends = ReadonlyMap<number, number>;

/**
 * Splits a text into tokens as `scan` does. Where strings were left open, as while they are typed, they end where the code
 * behind them begins: on their line, or below it where a string may go over several lines.
 */
export function scanHalfTyped(text: string, lexicon: Lexicon, nesting: NestingOptions): HalfTyped {
  const tokens = scan(text, lexicon);
  const ends = openEnds(tokens, lexicon, nesting);
  const once = ends.size === 0 ? tokens : scan(text, lexicon, ends);
  return unturned(once, lexicon, nesting, ends);
}

export interface HalfTyped {
  readonly tokens: Tokens;
  /** Whether each line's tokens rest on no other line, but for those that a string or a comment begins or ends on. */
  readonly isSettled: boolean;
}

/** In a text with more open strings than this, it is the language that is not understood. */
const MOST_OPEN = 20;

/** Where the open strings of single lines end, as far as the rests of their lines tell. */
function openEnds(tokens: Tokens, lexicon: Lexicon, nesting: NestingOptions): Map<number, number> {
  const ends = new Map<number, number>();
  let count = 0;
  for (let i = 0; i < tokens.count; i++) {
    if (!tokens.isUnclosed(i) || !isString(tokens, i) || holdsRest(tokens, i) || count++ > MOST_OPEN) continue;
    const line = endOfLine(tokens.text, tokens.start(i));
    const inner = innerEnd(tokens, i, lexicon, line);
    if (inner === undefined) endOnLine(tokens, i, lexicon, nesting, ends);
    else {
      ends.set(inner.start, inner.end);
      while (tokens.start(i + 1) < line && i + 1 < tokens.count) i++;
    }
  }
  return ends;
}

/**
 * The string that is open at its line's end need not be the one that was left open: the quotes behind that one change
 * their roles. The first string of the line behind whose first words the rest of the line is code was left open.
 */
function endOnLine(
  tokens: Tokens,
  open: number,
  lexicon: Lexicon,
  nesting: NestingOptions,
  ends: Map<number, number>,
): void {
  const { text } = tokens;
  const start = tokens.start(open);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = endOfLine(text, start);
  const tag = lexicon.codeEnd === undefined ? -1 : text.indexOf(lexicon.codeEnd, start);
  const lineEnd = tag >= 0 && tag < newline ? tag : newline;
  if (lineEnd === tag) ends.set(tokens.start(open), tag);
  // A joined line below belongs to the text only if that is closed there.
  else if (newline < (tokens.to[open] ?? 0)) ends.set(tokens.start(open), newline);
  const found: End[] = [];
  const { strings, isSure } = oddStrings(tokens, open, lineStart, lexicon, nesting);
  for (const i of strings) {
    const to = i === open ? lineEnd : Math.min(lineEnd, tokens.to[i] ?? 0);
    const end = lineTail(text, lexicon, tokens.from[i] ?? 0, to, lineEnd);
    if (end >= 0 && (found.push({ start: tokens.start(i), end }) === TRIES || isSure)) break;
  }
  const isClear = found.length < 2 || lineEnd - lineStart > LONGEST;
  const best = isClear ? found[0] : leastFaulty(text, lexicon, lineStart, lineEnd, found);
  if (best === undefined) return;
  ends.delete(tokens.start(open));
  ends.set(best.start, best.end);
}

interface End {
  readonly start: number;
  readonly end: number;
}

/** The first of the readings of a line that leave the fewest brackets without partners. */
function leastFaulty(text: string, lexicon: Lexicon, from: number, to: number, found: readonly End[]): End | undefined {
  const faults = found.map(({ start, end }) => lineFaults(text, lexicon, from, to, new Map([[start, end]])));
  return found[faults.indexOf(Math.min(...faults))];
}

/**
 * Where a string ends that was left open in an expression inside of the string `open`, which lasts to the line's end only
 * because the closing quote was taken for one of an inner string.
 */
function innerEnd(tokens: Tokens, open: number, lexicon: Lexicon, line: number): End | undefined {
  if (tokens.kind(open) !== TokenKind.open) return undefined;
  const { text } = tokens;
  const from = tokens.start(open);
  if (line - from > LONGEST) return undefined;
  let tries = 0;
  for (let i = open + 1; i < tokens.count && tokens.start(i) < line && tries < TRIES; i++) {
    if (!isString(tokens, i)) continue;
    tries++;
    const start = tokens.start(i);
    for (const end of lineTails(text, tokens.from[i] ?? 0, Math.min(tokens.to[i] ?? 0, line)))
      if (areClosed(text, lexicon, from, line, new Map([[start, end]]))) return { start, end };
  }
  return undefined;
}

/**
 * The strings of a line that may have been left open, the likeliest first: the first one that does not look like a string, and
 * those behind it. Where all look like strings, it is the last one, or one that ends where another may begin; where the last
 * one begins where none may begin, it is any of them. Whether it is sure that the first whose line goes on as code is the one.
 */
function oddStrings(
  tokens: Tokens,
  open: number,
  lineStart: number,
  { joinsStrings }: Lexicon,
  { messages }: NestingOptions,
): { readonly strings: readonly number[]; readonly isSure: boolean } {
  let start = open;
  while (start > 0 && tokens.start(start - 1) >= lineStart) start--;
  const strings: number[] = [];
  let first = -1;
  for (let i = start; i < open; i++) {
    if (isString(tokens, i)) strings.push(i);
    if (first >= 0) continue;
    const isBehindString = !joinsStrings && i > start && isString(tokens, i) && isStringEnd(tokens, i - 1);
    const isOdd = isGlued(tokens, i) || (isString(tokens, i) && holdsSeparator(tokens, i)) || tokens.words[i] === "'";
    if (isBehindString) first = Math.max(0, strings.length - 2);
    else if (isOdd) first = Math.max(0, strings.length - 1);
  }
  strings.push(open);
  if (first >= 0) return { strings: strings.slice(first), isSure: true };
  const before = open > start ? tokens.kind(open - 1) : TokenKind.mark;
  // Nothing is sent to a string without the sign before its quote.
  const isReceiver = messages && tokens.words[open - 1] === '[' && tokens.text[tokens.start(open)] === '"';
  const begins = (before === TokenKind.open && !isReceiver) || before === TokenKind.mark || before === TokenKind.word;
  if (!begins || isGlued(tokens, open)) return { strings, isSure: true };
  const ending = strings.filter(i => i < open && endsLikeCode(tokens.text.slice(tokens.from[i], tokens.to[i])));
  return { strings: [open, ...ending.filter(i => !hasLines(tokens, i))], isSure: false };
}

/** Whether what stands between two quotes of a line seems to be what stands between two strings. */
function holdsSeparator(tokens: Tokens, i: number): boolean {
  return /^\s*(?:[)\].,;+]|$)/.test(tokens.text.slice(tokens.from[i], tokens.to[i])) && looksTurned(tokens, i);
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline;
}

/** So many strings are tried as the one that was left open. */
const TRIES = 3;

/**
 * Behind a string of several lines that was left open, code and strings change their roles; a comment that was left open
 * holds code. Where either seems to have happened, the text is read again as if one of them were closed, and the reading
 * with the least damage is taken.
 */
function unturned(tokens: Tokens, lexicon: Lexicon, nesting: NestingOptions, known: Ends): HalfTyped {
  const strings = suspectsOf(tokens);
  const odd = [...openComments(tokens, lexicon), ...gluedStrings(tokens, lexicon, known)];
  if (strings.length + odd.length === 0) return { tokens, isSettled: known.size < MOST_OPEN / 2 };
  const damage = (reading: Tokens, ends: Ends): number =>
    damageOf(reading, nesting, ends) + commentDamage(reading, lexicon, ends);
  const plain = damage(tokens, known);
  if (plain === 0) return { tokens, isSettled: false };
  let best = { tokens, damage: plain + turnedIn(tokens, known) };
  const suspects = [
    ...odd,
    ...strings.map(i => ({ start: tokens.start(i), ends: endsOf(tokens, i, lexicon, nesting) })),
  ];
  for (const { start, ends: possible } of suspects) {
    if (best.damage === 0) break;
    for (const end of possible) {
      const ends = new Map([...known, [start, end]]);
      const again = scan(tokens.text, lexicon, ends);
      const found = damage(again, ends) + turnedIn(again, ends);
      if (found < best.damage) best = { tokens: again, damage: found };
    }
  }
  return { tokens: best.tokens, isSettled: false };
}

/**
 * The strings of several lines that may have been left open, the likeliest first: those before such a one hold text, those
 * behind it look turned.
 */
function suspectsOf(tokens: Tokens): readonly number[] {
  const long: { readonly at: number; readonly isTurned: boolean }[] = [];
  for (let i = 0; i < tokens.count; i++)
    if (isString(tokens, i) && hasLines(tokens, i)) long.push({ at: i, isTurned: looksTurned(tokens, i) });
  const last = long.at(-1);
  if (last === undefined || !(holdsRest(tokens, last.at) || long.some(({ isTurned }) => isTurned))) return [];
  // How many strings speak against each: text ahead that looks turned, and turned text behind that does not.
  let against = long.filter(({ isTurned }) => !isTurned).length;
  const suspects = long.map(({ at, isTurned }) => {
    const cost = against;
    against += isTurned ? 1 : -1;
    return { at, cost };
  });
  suspects.sort((a, b) => a.cost - b.cost);
  // A quote in the text may turn everything back soon.
  const first = long.find(({ isTurned }) => isTurned);
  return [...new Set([...suspects.slice(0, TRIES), ...(first ? [first] : [])].map(({ at }) => at))];
}

/**
 * Strings that end right before a word, and behind whose first words the rest of their line is code; or behind those of a
 * string in them.
 */
function gluedStrings(tokens: Tokens, lexicon: Lexicon, known: Ends): readonly OpenText[] {
  const { text } = tokens;
  const answer: OpenText[] = [];
  const outer: number[] = [];
  for (let i = 0; i < tokens.count && answer.length < TRIES; i++) {
    if (tokens.words[i] === '"') {
      if (tokens.kind(i) === TokenKind.open) outer.push(i);
      else if (tokens.kind(i) === TokenKind.close) {
        const open = outer.pop() ?? i;
        const isOpen = isGlued(tokens, i) && hasLines(tokens, open) && !known.has(tokens.start(open));
        const inner = isOpen ? innerEnd(tokens, open, lexicon, endOfLine(text, tokens.start(open))) : undefined;
        if (inner !== undefined) answer.push({ start: inner.start, ends: [inner.end] });
      }
    }
    const start = tokens.start(i);
    if (tokens.kind(i) !== TokenKind.string || !isGlued(tokens, i) || known.has(start) || tokens.isUnclosed(i))
      continue;
    const lineEnd = endOfLine(text, start);
    const end = lineTail(text, lexicon, tokens.from[i] ?? 0, Math.min(lineEnd, tokens.to[i] ?? 0), lineEnd);
    if (end >= 0) answer.push({ start, ends: [end] });
  }
  return answer;
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
  const isTyped = isCodePart(text, lexicon, line, endOfLine(text, line + 1));
  const closer = partOfCloser(text, from);
  return new Set([
    ...(closer < 0 ? [] : [closer]),
    ...(tail < 0 ? [] : [tail]),
    ...(isTyped ? [line, below] : [below, line]),
  ]);
}

/** The end of the first line that holds nothing but a part of the three quotes that close a text, or -1. */
function partOfCloser(text: string, from: number): number {
  const quotes = text.slice(from - 3, from);
  if (quotes !== '"""' && quotes !== "'''") return -1;
  const part = new RegExp(`\\n[ \\t]*${quotes.charAt(0)}{1,2}(?=[ \\t]*\\r?(?:\\n|$))`, 'g');
  part.lastIndex = from;
  return part.exec(text) === null ? -1 : part.lastIndex;
}

/** What speaks against a reading: brackets and quotes without partners, and strings that touch words. */
function damageOf(tokens: Tokens, nesting: NestingOptions, ends: Ends): number {
  let damage = countFaults(tokens, nesting);
  for (let i = 0; i < tokens.count; i++) {
    if (isGlued(tokens, i)) damage += 4;
    const isOpen = tokens.isUnclosed(i) && isString(tokens, i) && !ends.has(tokens.start(i));
    // What the end of the text cuts off is not wrong.
    if (isOpen && (tokens.to[i] ?? 0) < tokens.text.length) damage += 4;
    if (isString(tokens, i) && holdsRest(tokens, i)) damage += 100;
  }
  return damage;
}

/** What speaks against the strings of several lines of a reading: that they look like the code between two others. */
function turnedIn(tokens: Tokens, ends: Ends): number {
  let damage = 0;
  for (let i = 0; i < tokens.count; i++)
    if (isString(tokens, i) && hasLines(tokens, i) && !ends.has(tokens.start(i)) && looksTurned(tokens, i)) damage += 2;
  return damage;
}
