import type { OffsetPlace } from './yaml-place.ts';
import { unquote } from './yaml-line.ts';

/**
 * The place of a cursor inside the brackets that open at `start`; `after` where they end before it. Missing commas and
 * closing brackets are forgiven. `base` is the path of what the brackets hold.
 */
export function locateInFlow(
  text: string,
  start: number,
  cursor: number,
  base: readonly string[],
): OffsetPlace | 'after' | undefined {
  return new FlowScanner(text, start, cursor, base).scan();
}

/** A list or map in brackets that is open at the moment. */
interface Frame {
  readonly isMap: boolean;
  /** Keys of a map, or scalars of a list, with where they start. */
  readonly names: { readonly name: string; readonly at: number }[];
  key: string | undefined;
  index: number;
  /** Whether the next word is a value; in a map a key otherwise. */
  wantsValue: boolean;
  /** A value has been read and no comma yet. */
  isFull: boolean;
}

/** Half-typed brackets are read on this far after the cursor, for the keys that follow. */
const LONGEST_TAIL = 20_000;

class FlowScanner {
  readonly #text: string;
  readonly #cursor: number;
  readonly #base: readonly string[];
  readonly #stop: number;
  readonly #frames: Frame[] = [];
  #at: number;
  #found: { readonly frame: Frame; readonly place: Omit<OffsetPlace, 'siblings'> } | undefined;

  constructor(text: string, start: number, cursor: number, base: readonly string[]) {
    this.#text = text;
    this.#cursor = cursor;
    this.#base = base;
    this.#stop = Math.min(text.length, cursor + LONGEST_TAIL);
    this.#at = start;
  }

  scan(): OffsetPlace | 'after' | undefined {
    this.#open();
    while (this.#frames.length > 0) {
      const before = this.#at;
      this.#skipBlank();
      // A cursor among blanks: at an entry that is still to be written, in a comment, or behind a full value.
      if (!this.#found && this.#cursor >= before && this.#cursor < this.#at) {
        if (this.#isComment(before)) return undefined;
        if (!this.#findEmpty(this.#cursor)) return undefined;
      }
      if (this.#at >= this.#stop) {
        if (!this.#found && this.#cursor === this.#at) this.#findEmpty(this.#cursor);
        break;
      }
      if (this.#step() === 'stop') break;
    }
    if (this.#found) return this.#answer();
    return this.#frames.length === 0 && this.#cursor >= this.#at ? 'after' : undefined;
  }

  #step(): 'stop' | undefined {
    const char = this.#text.charAt(this.#at);
    const frame = this.#frames.at(-1);
    if (!frame) return 'stop';
    if ('{[}],'.includes(char)) {
      if (!this.#found && this.#cursor === this.#at) this.#findEmpty(this.#cursor);
      if (char === '{' || char === '[') {
        frame.isFull = true;
        this.#open();
      } else {
        this.#at++;
        if (char === ',') startEntry(frame);
        else this.#frames.pop();
        if (char !== ',' && this.#found?.frame === frame) return 'stop';
      }
      return undefined;
    }
    this.#word(frame);
    return undefined;
  }

  #open(): void {
    const isMap = this.#text.charAt(this.#at) === '{';
    this.#frames.push({ isMap, names: [], key: undefined, index: 0, wantsValue: !isMap, isFull: false });
    this.#at++;
  }

  #word(frame: Frame): void {
    const start = this.#at;
    const end = wordEnd(this.#text, start, this.#stop);
    const colon = colonAfter(this.#text, start, end);
    // A key after a finished or forgotten value: the comma is missing.
    if (frame.isMap && colon !== undefined && (frame.isFull || frame.wantsValue)) startEntry(frame);
    if (!this.#found && this.#cursor >= start && this.#cursor <= end)
      this.#find(frame, start, end, colon !== undefined);
    const name = unquote(this.#text.slice(start, end));
    if (!frame.isMap || !frame.wantsValue) frame.names.push({ name, at: start });
    if (frame.isMap && !frame.wantsValue) {
      frame.key = name;
      frame.wantsValue = colon !== undefined;
    } else {
      frame.isFull = true;
    }
    this.#at = colon === undefined ? end : colon + 1;
  }

  /** Whether an entry could be written here. */
  #findEmpty(offset: number): boolean {
    const frame = this.#frames.at(-1);
    if (!frame || frame.isFull) return false;
    this.#find(frame, offset, offset, false);
    return true;
  }

  #find(frame: Frame, start: number, end: number, hasColon: boolean): void {
    const atKey = frame.isMap && !frame.wantsValue;
    const source = this.#text.slice(start, end);
    const quote = source.startsWith('"') ? '"' : source.startsWith("'") ? "'" : undefined;
    const place = {
      path: this.#path(atKey),
      at: atKey ? 'key' : 'value',
      token: unquote(source),
      prefix: this.#text.slice(quote ? start + 1 : start, Math.max(this.#cursor, start)),
      start,
      end,
      quote,
      flow: true,
      hasColon,
    } as const;
    this.#found = { frame, place };
  }

  #path(atKey: boolean): readonly string[] {
    const last = this.#frames.length - 1;
    const parts = this.#frames.flatMap((frame, i) => {
      if (!frame.isMap) return [String(frame.index)];
      return frame.key === undefined || (i === last && atKey) ? [] : [frame.key];
    });
    return [...this.#base, ...parts];
  }

  #answer(): OffsetPlace | undefined {
    if (!this.#found) return undefined;
    const { frame, place } = this.#found;
    const names = frame.isMap && place.at === 'value' ? [] : frame.names;
    return { ...place, siblings: names.filter(({ at }) => at !== place.start).map(({ name }) => name) };
  }

  #skipBlank(): void {
    while (this.#at < this.#stop) {
      const char = this.#text.charAt(this.#at);
      if (/\s/.test(char)) this.#at++;
      else if (char === '#' && /\s/.test(this.#text.charAt(this.#at - 1))) {
        while (this.#at < this.#stop && !/[\r\n]/.test(this.#text.charAt(this.#at))) this.#at++;
      } else break;
    }
  }

  #isComment(from: number): boolean {
    const lineStart = Math.max(from, this.#text.lastIndexOf('\n', this.#cursor - 1) + 1);
    return this.#text.slice(lineStart, this.#cursor).includes('#');
  }
}

function startEntry(frame: Frame): void {
  frame.key = undefined;
  frame.index++;
  frame.wantsValue = !frame.isMap;
  frame.isFull = false;
}

/** The end of a quoted or plain word; an unclosed quote ends with its line. */
function wordEnd(text: string, start: number, stop: number): number {
  const quote = text.charAt(start);
  let at = start + 1;
  if (quote === '"' || quote === "'") {
    for (; at < stop; at++) {
      const char = text.charAt(at);
      if (char === '\n' || char === '\r') return at;
      if (char === '\\' && quote === '"') at++;
      else if (char === quote) return at + 1;
    }
    return stop;
  }
  for (at = start; at < stop; at++) {
    const char = text.charAt(at);
    if (/[,[\]{}\r\n]/.test(char)) break;
    if (char === ':' && /^$|[\s,[\]{}]/.test(text.charAt(at + 1))) break;
    if (char === '#' && /\s/.test(text.charAt(at - 1))) break;
  }
  while (at > start && /[ \t]/.test(text.charAt(at - 1))) at--;
  return Math.max(at, start + 1);
}

/** Where the colon stands that makes the word a key; after quotes it needs no space behind it. */
function colonAfter(text: string, start: number, end: number): number | undefined {
  let at = end;
  while (/[ \t]/.test(text.charAt(at))) at++;
  if (text.charAt(at) !== ':') return undefined;
  return /["']/.test(text.charAt(start)) || /^$|[\s,[\]{}]/.test(text.charAt(at + 1)) ? at : undefined;
}
