import type { Interpolation, StringStyle, TokenReader } from './lexicon.ts';
import { TokenFlag, TokenKind } from './tokens.ts';

/** How an expression inside a string of one line may end: on that line, some lines later, or, in broken text, anyhow. */
const ReadMode = { none: 0, line: 1, lines: 2, broken: 3 } as const;

/** An expression inside a string of one line may go on for so many lines. */
const LINES = 20;

/**
 * Reads the string of the style `index` that begins at `start` and whose content begins at `from`. Answers false, with
 * nothing read, where it cannot be one (a lone `'` where characters are quoted).
 *
 * A string of one line with interpolation is tried in three ways, and only the outermost one is: so the work stays linear.
 */
export function readString(scanner: TokenReader, index: number, start: number, from: number): boolean {
  const style = scanner.styles[index];
  if (style === undefined) return false;
  if (style.character && !isCharacter(scanner.text, from)) return false;
  const outer = scanner.mode;
  const known = scanner.ends?.get(start);
  if (known !== undefined) {
    readOpenString(scanner, index, start, from, known);
    return true;
  }
  const line = style.endsAtLine ? lineOfOpenString(scanner.text, style, from) : -1;
  if (line >= 0) return new StringReader(scanner, index, style, start, ReadMode.broken, line).run(from);
  if (style.multiline || style.interpolation === undefined || outer !== ReadMode.none) {
    const mode = outer === ReadMode.lines ? ReadMode.line : outer;
    if (!new StringReader(scanner, index, style, start, mode, scanner.limit).run(from)) scanner.failed = true;
    return true;
  }
  const { limit } = scanner;
  const before = { count: scanner.tokens.count, flags: scanner.flags, comments: scanner.tokens.comments.length };
  for (const mode of [ReadMode.line, ReadMode.lines, ReadMode.broken]) {
    const end = mode === ReadMode.lines ? Math.min(limit, lineLimit(scanner.text, start)) : limit;
    scanner.mode = mode;
    scanner.limit = end;
    const isRead = new StringReader(scanner, index, style, start, mode, end).run(from) && !scanner.failed;
    scanner.mode = ReadMode.none;
    scanner.failed = false;
    scanner.limit = limit;
    if (isRead) return true;
    scanner.tokens.rewind(before.count);
    scanner.tokens.comments.length = before.comments;
    scanner.flags = before.flags;
    scanner.at = start;
  }
  return false;
}

/** Reads a string that is known to have been left open. */
function readOpenString(scanner: TokenReader, index: number, start: number, from: number, end: number): void {
  const style = scanner.styles[index];
  if (style === undefined) return;
  const { limit } = scanner;
  scanner.limit = end;
  new StringReader(scanner, index, style, start, ReadMode.broken, end).run(from);
  scanner.limit = limit;
  scanner.failed = false;
}

/**
 * Reads a string whose content lies between `from` and `to`, wherever its opening delimiter stands: a heredoc. The token
 * ends at `after`, where reading goes on.
 */
export function readContent(
  scanner: TokenReader,
  index: number,
  start: number,
  { from, to, after }: { readonly from: number; readonly to: number; readonly after: number },
): void {
  const style = scanner.styles[index];
  if (style === undefined) return;
  const { limit } = scanner;
  scanner.limit = to;
  new StringReader(scanner, index, style, start, ReadMode.none, to, after).run(from);
  scanner.limit = limit;
}

/** The end of the line where a string is still being typed, -1 where it is whole. */
function lineOfOpenString(text: string, { close, interpolation }: StringStyle, from: number): number {
  const line = text.indexOf('\n', from);
  let i = from;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === close.charCodeAt(0)) break;
    else if (interpolation && text.startsWith(interpolation.open, i)) i = behindExpression(text, i);
  }
  if (line < 0 || (i < text.length && i < line)) return i < text.length || line >= 0 ? -1 : text.length;
  if (i < text.length && closesString(text, i)) return -1;
  return text.charCodeAt(line - 1) === 13 ? line - 1 : line;
}

/** The longest expression in a string that is skipped as a whole. */
const EXPRESSION = 2000;

/** The brace that closes the expression at `at`; `at` where none does soon. */
function behindExpression(text: string, at: number): number {
  let level = 0;
  for (let i = at; i < text.length && i < at + EXPRESSION; i++) {
    const character = text[i];
    if (character === '{') level++;
    else if (character === '}' && --level === 0) return i;
  }
  return at;
}

/** Whether a quote some lines below an opening one looks like the end of a string rather than like another beginning. */
function closesString(text: string, at: number): boolean {
  const next = text.charAt(at + 1);
  if (/[\w$@\\{]/.test(next)) return false;
  // ` "/path"`, ` "#name"`.
  if (/[ \t]/.test(text.charAt(at - 1)) && /[/#:<*^~]/.test(next)) return false;
  const isBehindMark = /(?:[([{=,:&|?.]|[=-]>|\s>)\s*$/.test(text.slice(Math.max(0, at - 80), at));
  return !isBehindMark || /[;,)\].}\s]/.test(next) || next === '';
}

class StringReader {
  readonly #scanner: TokenReader;
  readonly #index: number;
  readonly #style: StringStyle;
  readonly #start: number;
  readonly #mode: number;
  readonly #end: number;
  /** The token that opens an interpolated string; -1 while nothing is interpolated. */
  #opened = -1;
  /** Where reading goes on behind content of known length; undefined where the closing delimiter tells. */
  readonly #after: number | undefined;

  constructor(
    scanner: TokenReader,
    index: number,
    style: StringStyle,
    start: number,
    mode: number,
    end: number,
    after?: number,
  ) {
    this.#after = after;
    this.#scanner = scanner;
    this.#index = index;
    this.#style = style;
    this.#start = start;
    this.#mode = mode;
    this.#end = end;
  }

  /** Answers false where the string cannot be read in this mode. */
  run(from: number): boolean {
    const { text } = this.#scanner;
    const { close, interpolation, multiline } = this.#style;
    const first = close.charCodeAt(0);
    const hole = interpolation?.open.charCodeAt(0) ?? -1;
    const sign = interpolation?.sign?.charCodeAt(0) ?? -1;
    let i = from;
    let textFrom = from;
    while (i < this.#end) {
      const code = text.charCodeAt(i);
      if (interpolation !== undefined && (code === hole || code === sign)) {
        const end = this.#interpolated(interpolation, i, textFrom, from);
        if (end < 0) return false;
        if (end > i) {
          textFrom = i = end;
          continue;
        }
      }
      if (code === 10 && !multiline && this.#after === undefined) break;
      const next = this.#next(i, code, first);
      if (next === i) return this.#finish(textFrom, this.#longestClose(i), from, 0);
      i = next;
    }
    if (this.#after !== undefined) return this.#finish(textFrom, this.#end, from, 0);
    if (this.#mode === ReadMode.lines) return false;
    i = Math.min(i, this.#end);
    if (!multiline && text.charCodeAt(i - 1) === 13) i--;
    return this.#finish(textFrom, i, from, TokenFlag.unclosed);
  }

  /** Behind a character of the content and what it escapes; `i` where the string ends. */
  #next(i: number, code: number, first: number): number {
    const { close, escape, interpolation } = this.#style;
    if (code === 92 && escape === 'backslash') return this.#escaped(i);
    if (interpolation?.doubled && this.#scanner.text.startsWith(interpolation.open + interpolation.open, i))
      return i + 2;
    if (this.#after !== undefined || code !== first || !this.#scanner.text.startsWith(close, i)) return i + 1;
    return escape === 'doubled' && this.#isDoubled(i, close) ? i + 2 * close.length : i;
  }

  /** Behind a backslash and what it escapes. */
  #escaped(i: number): number {
    const next = this.#scanner.text.charCodeAt(i + 1);
    const isLineEnd = next === 10 || next === 13;
    if (isLineEnd && !this.#style.multiline && !this.#scanner.joinsLines) return i + 1;
    return i + (next === 13 ? 3 : 2);
  }

  #isDoubled(i: number, mark: string): boolean {
    return this.#scanner.text.startsWith(mark, i + mark.length);
  }

  #isStrict(): boolean {
    return !this.#style.multiline && (this.#mode === ReadMode.line || this.#mode === ReadMode.lines);
  }

  /** The last of the closing delimiters, since a delimiter of three quotes may be preceded by quotes of the content. */
  #longestClose(at: number): number {
    const { text } = this.#scanner;
    const { close } = this.#style;
    let i = at;
    if (close.length === 3) while (text.startsWith(close, i + 1)) i++;
    return i;
  }

  #finish(textFrom: number, end: number, from: number, unclosed: number): boolean {
    const { tokens } = this.#scanner;
    const after = this.#after ?? (unclosed === 0 ? end + this.#style.close.length : end);
    if (this.#opened < 0) {
      const kind = this.#style.character ? TokenKind.character : TokenKind.string;
      tokens.pushString(kind, this.#start, after, from, end, this.#index, this.#scanner.flags | unclosed);
    } else {
      this.#text(textFrom, end);
      const close = tokens.push(TokenKind.close, end, after, '"', unclosed);
      tokens.to[this.#opened] = end;
      if (unclosed !== 0) tokens.flags[this.#opened] = (tokens.flags[this.#opened] ?? 0) | unclosed;
      tokens.from[close] = from;
    }
    this.#scanner.flags = 0;
    this.#scanner.at = after;
    return true;
  }

  #text(from: number, to: number): void {
    if (to > from) this.#scanner.tokens.pushString(TokenKind.text, from, to, from, to, this.#index, 0);
  }

  #open(from: number): void {
    if (this.#opened >= 0) return;
    const { tokens, flags } = this.#scanner;
    this.#opened = tokens.push(TokenKind.open, this.#start, from, '"', flags);
    tokens.from[this.#opened] = from;
    this.#scanner.flags = 0;
  }

  /** Reads an expression at `i`. Answers the offset behind it, `i` where there is none, -1 where the mode forbids it. */
  #interpolated(interpolation: Interpolation, i: number, textFrom: number, from: number): number {
    const scanner = this.#scanner;
    const { text, tokens } = scanner;
    const { open, close, sign, doubled } = interpolation;
    if (text.startsWith(open, i)) {
      if ((doubled && this.#isDoubled(i, open)) || scanner.depth > 18) return i;
      this.#open(from);
      this.#text(textFrom, i);
      tokens.push(TokenKind.open, i, i + open.length - (interpolation.keeps ?? 0), '${', 0);
      scanner.at = i + open.length - (interpolation.keeps ?? 0);
      const closed = this.#expression(close);
      if (scanner.failed || (!closed && this.#isStrict())) return -1;
      tokens.push(TokenKind.close, scanner.at, closed ? scanner.at + 1 : scanner.at, '$}', 0);
      return closed ? scanner.at + 1 : Math.max(scanner.at, i + 1);
    }
    if (sign === undefined || !text.startsWith(sign, i)) return i;
    const name = (interpolation.path ? /^\$[A-Za-z_]\w*(?:\[[^\]\s]*\]|->\w+)?/ : /^[$#][A-Za-z_@]\w*/).exec(
      text.slice(i, i + 100),
    );
    if (name === null) return i;
    this.#open(from);
    this.#text(textFrom, i);
    tokens.push(TokenKind.open, i, i, '${', 0);
    scanner.at = interpolation.path ? i : i + 1;
    this.#name(i + name[0].length);
    tokens.push(TokenKind.close, scanner.at, scanner.at, '$}', 0);
    return scanner.at;
  }

  /** A name, and for PHP its one index or member, as tokens. */
  #name(end: number): void {
    const scanner = this.#scanner;
    const { text } = scanner;
    while (scanner.at < end) {
      const rest = text.slice(scanner.at, end);
      const word = /^[$@]*\w+/.exec(rest)?.[0];
      if (word !== undefined) scanner.token(TokenKind.word, scanner.at + word.length);
      else if (rest.startsWith('->')) scanner.token(TokenKind.mark, scanner.at + 2);
      else if (rest.startsWith('[')) scanner.token(TokenKind.open, scanner.at + 1);
      else if (rest.startsWith(']')) scanner.token(TokenKind.close, scanner.at + 1);
      else scanner.token(TokenKind.mark, scanner.at + 1);
    }
  }

  #expression(close: string): boolean {
    const scanner = this.#scanner;
    const outer = scanner.stopsAtLine;
    scanner.stopsAtLine = !this.#style.multiline && this.#mode !== ReadMode.lines;
    scanner.depth++;
    scanner.flags = 0;
    const closed = scanner.code(close);
    scanner.depth--;
    scanner.stopsAtLine = outer;
    return closed;
  }
}

function lineLimit(text: string, start: number): number {
  let end = start;
  for (let line = 0; line < LINES && end >= 0; line++) end = text.indexOf('\n', end + 1);
  return end < 0 ? text.length : end;
}

/** Whether a quoted character ends soon: `'a'`, `'\n'`, `'\u0041'`. */
function isCharacter(text: string, from: number): boolean {
  return /^(?:\\[^\n]{1,10}?|[^\\\n]{1,2})'/.test(text.slice(from, from + 14));
}
