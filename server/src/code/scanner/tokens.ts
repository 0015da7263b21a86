/** What a token is. Brackets, the ends of interpolations and the braces that a layout implies are `open` and `close`. */
export const TokenKind = {
  end: 0,
  word: 1,
  number: 2,
  /** A string without interpolation: one token. */
  string: 3,
  /** Operators and separators. */
  mark: 4,
  open: 5,
  close: 6,
  /** A fixed part of an interpolated string; stands between an `open` and a `close` whose word is `"`. */
  text: 7,
  /** A character of a language with a type of its own for it (`'a'` in Java). */
  character: 8,
  regex: 9,
} as const;

const NEWLINE = 1;
const SPACE = 2;
/** Not in the text: the scanner put it there, because the text lacks it or the layout implies it. */
const VIRTUAL = 4;
/** A string whose closing delimiter is missing. */
const UNCLOSED = 8;

/**
 * The tokens of a text as parallel arrays, which is several times faster to fill and to read than objects. Comments are
 * kept apart. The list ends with a token of kind `end`.
 */
export class Tokens {
  readonly text: string;
  count = 0;
  kinds: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  /** For brackets, the index of the other one, or -1. For strings and texts, the index of the string's kind. */
  links: Int32Array;
  /** For strings and texts: the content between the delimiters, as offsets. */
  from: Int32Array;
  to: Int32Array;
  flags: Uint8Array;
  /** The text of words, marks and brackets; empty for everything else. */
  readonly words: string[] = [];
  /** Starts and ends of the comments, alternating. */
  readonly comments: number[] = [];
  #capacity: number;

  constructor(text: string, capacity = (text.length >> 2) + 64) {
    this.text = text;
    this.#capacity = capacity;
    this.kinds = new Uint8Array(capacity);
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
    this.links = new Int32Array(capacity);
    this.from = new Int32Array(capacity);
    this.to = new Int32Array(capacity);
    this.flags = new Uint8Array(capacity);
  }

  /** Adds a token and answers its index. */
  push(kind: number, start: number, end: number, word: string, flags: number): number {
    const index = this.count;
    if (index >= this.#capacity) this.#grow();
    this.kinds[index] = kind;
    this.starts[index] = start;
    this.ends[index] = end;
    this.links[index] = -1;
    this.flags[index] = flags;
    this.words[index] = word;
    this.count = index + 1;
    return index;
  }

  /** Adds a string, or a fixed part of one. */
  pushString(kind: number, start: number, end: number, from: number, to: number, style: number, flags: number): number {
    const index = this.push(kind, start, end, '', flags);
    this.from[index] = from;
    this.to[index] = to;
    this.links[index] = style;
    return index;
  }

  /** Adds a copy of a token of another list over the same text; brackets are to be linked anew. */
  copy(other: Tokens, index: number): number {
    const at = this.push(
      other.kind(index),
      other.start(index),
      other.stop(index),
      other.words[index] ?? '',
      other.flags[index] ?? 0,
    );
    this.from[at] = other.from[index] ?? 0;
    this.to[at] = other.to[index] ?? 0;
    const kind = other.kind(index);
    if (kind !== TokenKind.open && kind !== TokenKind.close) this.links[at] = other.link(index);
    return at;
  }

  /** Adds a bracket that is not in the text, of no width. */
  pushVirtual(kind: number, at: number, word: string, newline = false): number {
    return this.push(kind, at, at, word, newline ? VIRTUAL | NEWLINE : VIRTUAL);
  }

  /** Forgets the tokens from `count` on. */
  rewind(count: number): void {
    this.count = count;
    this.words.length = count;
  }

  linkPair(open: number, close: number): void {
    this.links[open] = close;
    this.links[close] = open;
  }

  kind(index: number): number {
    return this.kinds[index] ?? 0;
  }

  start(index: number): number {
    return this.starts[index] ?? 0;
  }

  stop(index: number): number {
    return this.ends[index] ?? 0;
  }

  link(index: number): number {
    return this.links[index] ?? -1;
  }

  /** Whether the token is the first of its line. */
  startsLine(index: number): boolean {
    return ((this.flags[index] ?? 0) & NEWLINE) !== 0;
  }

  /** Whether a space, a line end or a comment stands before it. */
  isSpaced(index: number): boolean {
    return ((this.flags[index] ?? 0) & (SPACE | NEWLINE)) !== 0;
  }

  isVirtual(index: number): boolean {
    return ((this.flags[index] ?? 0) & VIRTUAL) !== 0;
  }

  isUnclosed(index: number): boolean {
    return ((this.flags[index] ?? 0) & UNCLOSED) !== 0;
  }

  #grow(): void {
    const capacity = this.#capacity * 2;
    const bytes = (old: Uint8Array): Uint8Array => {
      const grown = new Uint8Array(capacity);
      grown.set(old);
      return grown;
    };
    const ints = (old: Int32Array): Int32Array => {
      const grown = new Int32Array(capacity);
      grown.set(old);
      return grown;
    };
    this.kinds = bytes(this.kinds);
    this.flags = bytes(this.flags);
    this.starts = ints(this.starts);
    this.ends = ints(this.ends);
    this.links = ints(this.links);
    this.from = ints(this.from);
    this.to = ints(this.to);
    this.#capacity = capacity;
  }
}

export const TokenFlag = { newline: NEWLINE, space: SPACE, virtual: VIRTUAL, unclosed: UNCLOSED } as const;
