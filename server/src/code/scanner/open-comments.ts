import type { Lexicon } from './lexicon.ts';
import { lineTail } from './line-tail.ts';
import type { Tokens } from './tokens.ts';

/** A comment or a string that may have been left open, and the offsets where it may end, the likeliest first. */
export interface OpenText {
  readonly start: number;
  readonly ends: readonly number[];
}

/** So many comments are tried. */
const TRIES = 3;

/**
 * The comments that look as if they had been left open and are closed by a later one, or not at all: they go on to the end of
 * the text, or hold the beginning of another one.
 */
export function openComments(tokens: Tokens, lexicon: Lexicon): readonly OpenText[] {
  const { text, comments } = tokens;
  const style = lexicon.blockComment;
  const answer: OpenText[] = [];
  if (style === undefined) return answer;
  for (let i = 0; i + 1 < comments.length && answer.length < TRIES; i += 2) {
    const start = comments[i] ?? 0;
    if (!text.startsWith(style.open, start) || !looksOpen(text, start, comments[i + 1] ?? 0, style)) continue;
    const from = start + style.open.length;
    const line = endOfLine(text, from);
    const tail = lineTail(text, lexicon, from, line, line);
    answer.push({ start, ends: [...(tail < 0 ? [] : [tail]), endOfStars(text, line)] });
  }
  return answer;
}

/** What speaks against the comments of a reading: that they look open, and that the ends of comments stand in the code. */
export function commentDamage(tokens: Tokens, lexicon: Lexicon, ends: ReadonlyMap<number, number>): number {
  const { text, comments } = tokens;
  const style = lexicon.blockComment;
  if (style === undefined) return 0;
  let damage = 0;
  for (let i = 0; i + 1 < comments.length; i += 2) {
    const start = comments[i] ?? 0;
    const end = comments[i + 1] ?? 0;
    if (!text.startsWith(style.open, start) || ends.has(start) || !looksOpen(text, start, end, style)) continue;
    damage += isClosed(text, start, end, style) ? 2 : 100;
  }
  for (let i = 0; i + 1 < tokens.count; i++)
    if (tokens.words[i] === '*' && tokens.words[i + 1] === '/' && tokens.start(i + 1) === tokens.stop(i)) damage += 4;
  return damage;
}

type Style = NonNullable<Lexicon['blockComment']>;

function looksOpen(text: string, start: number, end: number, style: Style): boolean {
  if (!isClosed(text, start, end, style)) return true;
  const inner = text.indexOf(style.open, start + style.open.length);
  return inner >= 0 && inner < end && !style.nested && /[\s(,]/.test(text.charAt(inner - 1));
}

function isClosed(text: string, start: number, end: number, { open, close }: Style): boolean {
  return end < text.length || (end - start >= open.length + close.length && text.endsWith(close));
}

/** The end of the last of the lines below that begin with a star, as those of a comment of several lines do. */
function endOfStars(text: string, line: number): number {
  const stars = /(?:\n[ \t]*\*(?!\/)[^\n]*)*/y;
  stars.lastIndex = line;
  return line + (stars.exec(text)?.[0].length ?? 0);
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline;
}
