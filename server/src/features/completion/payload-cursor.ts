import type { LanguageId } from '../../code/language-id.ts';

/** Where in a payload a cursor stands. */
export interface PayloadCursor {
  /** Keys of the objects around it, outermost first. */
  readonly path: readonly string[];
  /** The key whose value is being written; undefined where a key is. */
  readonly key: string | undefined;
  /** Whether it stands directly in a list. */
  readonly inList: boolean;
  /** Keys of the same object, before and after the cursor. */
  readonly siblings: ReadonlySet<string>;
  /** Offset of the start of the entry, or of its value. */
  readonly from: number;
  /** Offset after the entry before, where the comma between the two is missing. */
  readonly missingComma: number | undefined;
}

/**
 * Reads a payload from its start up to the cursor, and on to the end of the object around it. Reads brackets, strings and
 * separators only, so that it gives an answer in the middle of typing, when a parser sees something else or nothing.
 * Undefined where the cursor is in no payload: in a function's body or among the arguments of another call.
 */
export function payloadCursor(
  text: string,
  start: number,
  cursor: number,
  language: LanguageId,
): PayloadCursor | undefined {
  const reader = new PayloadReader(text, start, language);
  reader.readTo(cursor);
  const here = reader.place();
  if (!here || here.frames.some(frame => frame.isForeign)) return undefined;
  const { frames, frame } = here;
  reader.readRest(frame, here.key);
  return {
    path: frames.slice(0, -1).flatMap(({ key }) => key ?? []),
    key: here.key,
    inList: frame.open === '[' && !(bracketMaps.has(language) && (frames.length === 1 || frame.keys.length > 0)),
    siblings: new Set(frame.keys),
    from: here.from,
    missingComma: here.missingComma,
  };
}

interface Frame {
  readonly open: string;
  /** A function's body, or the arguments of a call. */
  readonly isForeign: boolean;
  readonly keys: string[];
  key: string | undefined;
  /** Offset of the present entry, or of its value. */
  from: number;
}

class PayloadReader {
  readonly #text: string;
  readonly #language: LanguageId;
  readonly #separators: readonly string[];
  readonly #frames: Frame[] = [];
  #at: number;
  /** The last word or string, while it may turn out to be a key. */
  #word: string | undefined;
  #wordAt = 0;
  /** Offset after the last character that was neither blank nor comment. */
  #lastEnd: number;
  #afterArrow = false;
  #isInString = false;

  constructor(text: string, start: number, language: LanguageId) {
    this.#text = text;
    this.#language = language;
    this.#separators = separators[language] ?? [':'];
    this.#at = start;
    this.#lastEnd = start;
  }

  readTo(cursor: number): void {
    while (this.#at < cursor) this.#step(cursor);
  }

  place() {
    const frame = this.#frames.at(-1);
    if (!frame) return undefined;
    const { key, from } = frame;
    const frames = [...this.#frames];
    const isInWord = this.#word !== undefined && this.#lastEnd === this.#at;
    const start = isInWord ? this.#wordAt : this.#at;
    const before = this.#endBefore(start, from);
    const isNextLine = this.#text.slice(before, start).includes('\n');
    if (key === undefined || !isNextLine || !this.#isWhole(from, before)) {
      return { frames, frame, key, from, missingComma: undefined };
    }
    return { frames, frame, key: undefined, from: start, missingComma: before };
  }

  /** Reads on until the frame is closed, for the keys that follow. `key` is the one whose value the cursor stands in. */
  readRest(frame: Frame, key: string | undefined): void {
    frame.key = key;
    if (this.#isInString) {
      const rest = /^[^\n'"`]*['"`]?/.exec(this.#text.slice(this.#at, this.#at + 200));
      this.#at += rest?.[0].length ?? 0;
    }
    const end = Math.min(this.#text.length, this.#at + longestRest);
    while (this.#frames.includes(frame) && this.#at < end) this.#step(end);
  }

  #step(limit: number): void {
    const text = this.#text;
    const character = text.charAt(this.#at);
    if (/\s/.test(character)) this.#at++;
    else if (this.#isComment()) this.#skipComment();
    else if (isQuote(character)) this.#string(limit);
    else if (character === '<') this.#end(typeArguments.exec(text.slice(this.#at, this.#at + 200))?.[0].length ?? 1);
    else if (/[\p{L}\p{N}_$]/u.test(character)) this.#bareWord();
    else this.#punctuation(character);
  }

  #punctuation(character: string): void {
    const frame = this.#frames.at(-1);
    const separator = this.#separators.find(each => this.#text.startsWith(each, this.#at));
    const arrow = this.#text.startsWith('=>', this.#at);
    // C#'s brackets around a key are a part of it.
    const isKeyBracket = this.#language === 'csharp' && frame?.open === '{' && frame.key === undefined;
    if (isKeyBracket && (character === '[' || character === ']')) this.#at++;
    else if ('([{'.includes(character)) this.#open(character);
    else if (')]}'.includes(character)) {
      this.#frames.pop();
      this.#word = undefined;
      this.#end(1);
    } else if (separator !== undefined && frame) this.#separate(separator.length);
    else if (character === ',' && frame && this.#isBetweenPair(frame)) this.#separate(1);
    else if (character === ',' && frame) {
      frame.key = undefined;
      this.#word = undefined;
      this.#end(1);
      frame.from = this.#at;
    } else {
      this.#afterArrow = arrow;
      this.#word = undefined;
      this.#end(arrow ? 2 : 1);
    }
  }

  /** Java's maps have a comma between a key and its value as well. */
  #isBetweenPair({ open, key }: Frame): boolean {
    return this.#language === 'java' && open === '(' && key === undefined && this.#word !== undefined;
  }

  #open(character: string): void {
    const before = this.#text.slice(Math.max(0, this.#at - 40), this.#at);
    const isCall = character === '(' && !/(?:^|\W)(?:\w*[oO]f|dict|array|Map|Dictionary)(?:<[^<>]*>)?$/.test(before);
    const isForeign = this.#frames.length > 0 && (isCall || (character === '{' && this.#afterArrow));
    this.#word = undefined;
    this.#afterArrow = false;
    this.#end(1);
    this.#frames.push({ open: character, isForeign, keys: [], key: undefined, from: this.#at });
  }

  #separate(length: number): void {
    const frame = this.#frames.at(-1);
    this.#end(length);
    if (frame && frame.key === undefined && this.#word !== undefined) {
      frame.key = this.#word;
      frame.keys.push(this.#word);
      frame.from = this.#at;
    }
    this.#word = undefined;
  }

  #string(limit: number): void {
    const quote = this.#text.charAt(this.#at);
    this.#wordAt = this.#at;
    const from = ++this.#at;
    while (this.#at < limit && this.#text.charAt(this.#at) !== quote) {
      if (this.#text.charAt(this.#at) === '\n' && quote !== '`') break;
      this.#at += this.#text.charAt(this.#at) === '\\' ? 2 : 1;
    }
    this.#at = Math.min(this.#at, limit);
    this.#word = this.#text.slice(from, this.#at);
    this.#isInString = this.#at === limit;
    if (this.#text.charAt(this.#at) === quote && !this.#isInString) this.#at++;
    this.#lastEnd = this.#at;
  }

  #bareWord(): void {
    const [word = ''] = /^[\p{L}\p{N}_$]+/u.exec(this.#text.slice(this.#at, this.#at + 200)) ?? [];
    if (this.#separators.includes(word)) this.#separate(word.length);
    else {
      this.#word = word;
      this.#wordAt = this.#at;
      this.#end(word.length);
    }
  }

  #end(length: number): void {
    this.#at += length;
    this.#lastEnd = this.#at;
  }

  #isComment(): boolean {
    const hash = hashComments.has(this.#language) && this.#text.charAt(this.#at) === '#';
    return hash || this.#text.startsWith('//', this.#at) || this.#text.startsWith('/*', this.#at);
  }

  #skipComment(): void {
    const isBlock = this.#text.startsWith('/*', this.#at);
    const end = this.#text.indexOf(isBlock ? '*/' : '\n', this.#at);
    this.#at = end < 0 ? this.#text.length : end + (isBlock ? 2 : 0);
  }

  /** Offset after the last character before `offset` that is not blank. */
  #endBefore(offset: number, from: number): number {
    let end = offset;
    while (end > from && /\s/.test(this.#text.charAt(end - 1))) end--;
    return end;
  }

  /** Whether a value stands between the offsets that nothing has to follow. */
  #isWhole(from: number, end: number): boolean {
    const value = this.#text.slice(from, end).trim();
    return value !== '' && !/[-+*/%&|?:=.,([{<>!]$/.test(value);
  }
}

/** What stands between a key and its value. */
const separators: Partial<Record<LanguageId, readonly string[]>> = {
  python: [':', '='],
  ruby: ['=>', ':'],
  php: ['=>', ':'],
  kotlin: ['to', '='],
  csharp: ['=', ':'],
};

/** Languages that write maps in the brackets of lists; the payload itself is a map. */
const bracketMaps: ReadonlySet<LanguageId> = new Set(['swift', 'php']);

const hashComments: ReadonlySet<LanguageId> = new Set(['python', 'ruby', 'php']);

/** `<string, object>` before the brackets of a map. */
const typeArguments = /^<[\w\s,.?<>[\]]*>(?=\s*[({[])/;

/** A payload that is longer than this is not one; in characters. */
const longestRest = 20_000;

function isQuote(character: string): boolean {
  return character === '"' || character === "'" || character === '`';
}
