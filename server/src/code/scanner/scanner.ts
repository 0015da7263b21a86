import { CharacterClass, compileLexicon, type CompiledLexicon } from './character-table.ts';
import type { Lexicon, StringStyle, TokenReader } from './lexicon.ts';
import { readString } from './string-scan.ts';
import { TokenFlag, TokenKind, Tokens } from './tokens.ts';

/**
 * Splits a text into tokens. Takes any text; what belongs to no token is a mark of its own. Linear in the text's length.
 * `ends` says where strings and comments that were left open end, by the offsets at which they begin.
 */
export function scan(text: string, lexicon: Lexicon, ends?: ReadonlyMap<number, number>): Tokens {
  const scanner = new Scanner(text, lexicon, new Tokens(text), ends);
  scanner.run();
  return scanner.tokens;
}

/** The tokens of a part of a text that begins and ends in code; `ends` as in `scan`. */
export function scanPart(
  text: string,
  lexicon: Lexicon,
  from: number,
  to: number,
  ends?: ReadonlyMap<number, number>,
): Tokens {
  const scanner = new Scanner(text, lexicon, new Tokens(text, (to - from) * 2 + 16), ends);
  scanner.part(from, to);
  return scanner.tokens;
}

/** How far interpolations may be nested; deeper ones are read as text. */
const DEEPEST = 20;
const PARENT_LENGTH = 13;

class Scanner implements TokenReader {
  readonly text: string;
  readonly tokens: Tokens;
  readonly styles: readonly StringStyle[];
  readonly joinsLines: boolean;
  at = 0;
  flags = TokenFlag.newline as number;
  depth = 0;
  resume = 0;
  stopsAtLine = false;
  mode = 0;
  failed = false;
  limit: number;
  readonly ends: ReadonlyMap<number, number> | undefined;
  readonly #lexicon: CompiledLexicon;
  readonly #known = new Map<string, string>();

  constructor(text: string, lexicon: Lexicon, tokens: Tokens, ends: ReadonlyMap<number, number> | undefined) {
    this.text = text;
    this.limit = text.length;
    this.tokens = tokens;
    this.ends = ends;
    this.#lexicon = compileLexicon(lexicon);
    this.styles = lexicon.strings;
    this.joinsLines = lexicon.joinsLines === true;
  }

  run(): void {
    if (this.text.startsWith('#!')) this.comment(this.lineEnd(0));
    const first = this.#lexicon.source.custom?.read(this, this.at) ?? -1;
    if (first > this.at) this.at = first;
    while (this.at < this.limit) this.code('');
    this.tokens.push(TokenKind.end, this.text.length, this.text.length, '', TokenFlag.newline);
  }

  part(from: number, to: number): void {
    this.at = from;
    this.limit = to;
    this.flags = 0;
    while (this.at < to) this.code('');
  }

  code(closer: string): boolean {
    const { text } = this;
    const opener = closer === ')' ? '(' : '{';
    let level = 0;
    while (this.at < this.limit) {
      const code = text.charCodeAt(this.at);
      const kind = code < 128 ? (this.#lexicon.classes[code] ?? 0) : nonAsciiClass(code);
      if (kind === CharacterClass.space) {
        this.at++;
        this.flags |= TokenFlag.space;
      } else if (kind === CharacterClass.line) {
        if (this.stopsAtLine || this.failed) return false;
        this.#newline();
      } else if (kind === CharacterClass.word) this.#word(this.at);
      else if (kind === CharacterClass.digit) this.#number();
      else if (this.#lexicon.special[code] === 1 && this.#special(code)) continue;
      else if (kind === CharacterClass.open) {
        if (closer !== '' && text[this.at] === opener) level++;
        this.token(TokenKind.open, this.at + 1);
      } else if (kind === CharacterClass.close) {
        if (closer !== '' && text[this.at] === closer && level-- === 0) return true;
        this.token(TokenKind.close, this.at + 1);
      } else if (kind === CharacterClass.wordExtra) this.#word(this.at);
      else this.token(TokenKind.mark, this.at + this.#markLength(code));
    }
    return false;
  }

  token(kind: number, end: number): number {
    const index = this.tokens.push(kind, this.at, end, this.#name(this.at, end), this.flags);
    this.at = end;
    this.flags = 0;
    return index;
  }

  /** A part of the text, shared among all its equals, and keeping no hold of the text. */
  #name(from: number, to: number): string {
    if (to - from === 1) return this.text[from] ?? '';
    const slice = this.text.slice(from, to);
    const known = this.#known.get(slice);
    if (known !== undefined) return known;
    const own = slice.length < PARENT_LENGTH ? slice : `${slice} `.slice(0, -1);
    this.#known.set(own, own);
    return own;
  }

  /** Reads a word, and the string that it is the prefix of. */
  #word(from: number): void {
    const { text } = this;
    const { parts } = this.#lexicon;
    let i = from + 1;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < 128 ? parts[code] !== 1 : nonAsciiClass(code) !== CharacterClass.word) break;
    }
    const { wordEnd } = this.#lexicon.source;
    if (wordEnd?.includes(text[i] ?? ' ') && (text[i + 1] !== '=' || /[=~>]/.test(text[i + 2] ?? ''))) i++;
    const { prefixes } = this.#lexicon;
    if (prefixes !== undefined && i - from <= 3) {
      const code = text.charCodeAt(i);
      if (code === 34 || code === 39) {
        const style = prefixes(text, from, i);
        if (style >= 0) {
          readString(this, style, from, i + (this.#lexicon.styles[style]?.close.length ?? 1));
          return;
        }
      }
    }
    this.token(TokenKind.word, i);
  }

  comment(end: number): void {
    this.tokens.comments.push(this.at, end);
    if (this.text.slice(this.at, end).includes('\n')) this.flags |= TokenFlag.newline;
    this.at = end;
    this.flags |= TokenFlag.space;
  }

  lineEnd(from: number): number {
    const end = this.text.indexOf('\n', from);
    if (end < 0) return this.text.length;
    return this.text.charCodeAt(end - 1) === 13 && end > from ? end - 1 : end;
  }

  #newline(): void {
    this.at++;
    if (this.resume > this.at) this.at = this.resume;
    this.resume = 0;
    this.flags |= TokenFlag.newline;
  }

  #number(): void {
    const { text } = this;
    const { parts } = this.#lexicon;
    let i = this.at + 1;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < 128 && parts[code] === 1 && code !== 36) continue;
      const before = text.charCodeAt(i - 1) | 32;
      if (code === 46) {
        const next = text.charCodeAt(i + 1);
        if (next >= 48 && next <= 57) continue;
        // `255. / x`: no member follows.
        if (/[ )\],;/*+-]/.test(text[i + 1] ?? '')) i++;
      } else if ((code === 43 || code === 45) && before === 101 && (text.charCodeAt(this.at + 1) | 32) !== 120)
        continue;
      break;
    }
    this.token(TokenKind.number, i);
  }

  #markLength(code: number): number {
    const marks = this.#lexicon.marks[code];
    if (marks !== undefined) for (const mark of marks) if (this.text.startsWith(mark, this.at)) return mark.length;
    return 1;
  }

  /** Comments, strings, brackets of several characters, and what the language reads itself. */
  #special(code: number): boolean {
    const { text, at } = this;
    const { source } = this.#lexicon;
    if (source.custom?.at.includes(text[at] ?? '')) {
      const end = source.custom.read(this, at);
      if (end >= 0) {
        this.at = Math.max(end, this.at);
        return true;
      }
    }
    for (const opening of source.lineComments) {
      if (!text.startsWith(opening, at)) continue;
      this.comment(this.lineEnd(at));
      return true;
    }
    if (source.blockComment !== undefined && text.startsWith(source.blockComment.open, at)) {
      this.comment(blockEnd(text, at, source.blockComment, this.ends));
      return true;
    }
    if (code === 35 && source.directives !== undefined && this.#directive(source.directives)) return true;
    if (code === 92 && source.joinsLines && this.#joined()) return true;
    for (const index of this.#lexicon.stylesAt[code] ?? []) {
      const open = this.#lexicon.styles[index]?.open ?? '';
      if (text.startsWith(open, at) && this.depth < DEEPEST && readString(this, index, at, at + open.length))
        return true;
    }
    if (text[at] === source.quotedWord) return this.#quotedWord();
    for (const opening of this.#lexicon.brackets)
      if (text.startsWith(opening, at)) {
        this.token(TokenKind.open, at + opening.length);
        return true;
      }
    return false;
  }

  #directive(words: ReadonlySet<string>): boolean {
    if ((this.flags & TokenFlag.newline) === 0) return false;
    const word = /^#[ \t]*(\w+)/.exec(this.text.slice(this.at, this.at + 40))?.[1];
    if (word === undefined || !words.has(word)) return false;
    let end = this.lineEnd(this.at);
    while (this.text[end - 1] === '\\' && end < this.text.length) end = this.lineEnd(end + 2);
    this.at = end;
    return true;
  }

  #joined(): boolean {
    const next = /^\\[ \t]*\r?\n/.exec(this.text.slice(this.at, this.at + 20));
    if (next === null) return false;
    this.at += next[0].length;
    this.flags |= TokenFlag.space;
    return true;
  }

  #quotedWord(): boolean {
    const close = this.text.indexOf(this.#lexicon.source.quotedWord ?? '`', this.at + 1);
    if (close < 0 || close > this.lineEnd(this.at)) return false;
    this.tokens.push(TokenKind.word, this.at + 1, close, this.#name(this.at + 1, close), this.flags);
    this.at = close + 1;
    this.flags = 0;
    return true;
  }
}

function blockEnd(
  text: string,
  at: number,
  style: { open: string; close: string; nested?: true },
  ends: ReadonlyMap<number, number> | undefined,
): number {
  const known = ends?.get(at);
  if (known !== undefined) return known;
  let level = 0;
  let i = at + style.open.length;
  for (;;) {
    const close = text.indexOf(style.close, i);
    if (close < 0) return text.length;
    if (style.nested) {
      const open = text.indexOf(style.open, i);
      if (open >= 0 && open < close) {
        level++;
        i = open + style.open.length;
        continue;
      }
    }
    i = close + style.close.length;
    if (level-- === 0) return i;
  }
}

/** Letters of other scripts are parts of words; odd spaces and marks of order are spaces. */
function nonAsciiClass(code: number): number {
  if (code === 0xa0 || code === 0xfeff || code === 0x3000 || (code >= 0x2000 && code <= 0x200f))
    return CharacterClass.space;
  if (code === 0x2028 || code === 0x2029) return CharacterClass.line;
  return CharacterClass.word;
}
