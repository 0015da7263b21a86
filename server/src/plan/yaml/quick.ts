import {
  APOSTROPHE,
  CLOSE_LIST,
  CLOSE_MAP,
  COLON,
  COMMA,
  CR,
  DASH,
  GREATER,
  HASH,
  LF,
  OPEN_LIST,
  OPEN_MAP,
  PIPE,
  QUOTE,
  SPACE,
  TAB,
} from './codes.ts';
import { coreScalar } from './core-scalar.ts';
import { closingQuote, plainEnd, plainEndInFlow, readBlockText, unescaped } from './quick-text.ts';
import type { Entry, Key, ListNode, MapNode, Node, ScalarNode } from './tree.ts';

/**
 * Reads the YAML that plans are written in, some fifty times faster than a complete reader: block and flow maps and
 * lists, plain and quoted words, texts in lines. Undefined for everything else (anchors, tags, folded words, whatever is
 * broken), which the complete reader must then decide about. Where it answers, it answers the same.
 */
export function quickParse(text: string): { readonly root: Node | undefined } | undefined {
  const reader = new QuickReader(text);
  try {
    const root = reader.document();
    return { root };
  } catch (error) {
    if (error instanceof Unsure) return undefined;
    throw error;
  }
}

/** Thrown where the text is beyond this reader; never leaves this file. */
class Unsure extends Error {}

/** One instance serves all: making an error is dear, for its stack. */
const unsure = new Unsure();

/** Deeper texts are left to the reader that reports them. */
const DEEPEST = 60;

class QuickReader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): Node | undefined {
    if (this.#text.startsWith('\ufeff')) throw unsure;
    const column = this.#nextContent();
    if (column < 0) return undefined;
    const first = this.#code();
    // A document in braces may have its lines anywhere.
    const root = first === OPEN_MAP || first === OPEN_LIST ? this.#flow(-1) : this.#block(column);
    if (first === OPEN_MAP || first === OPEN_LIST) this.#endLine();
    if (this.#nextContent() >= 0) throw unsure;
    return root;
  }

  #code(): number {
    return this.#text.charCodeAt(this.#at);
  }

  /** Goes to the next character that is neither blank nor comment, from the start of a line; its column, or -1. */
  #nextContent(): number {
    const text = this.#text;
    for (;;) {
      const lineStart = this.#at;
      let at = lineStart;
      let code = text.charCodeAt(at);
      while (code === SPACE) code = text.charCodeAt(++at);
      if (code === HASH) {
        const end = text.indexOf('\n', at);
        if (end < 0) {
          this.#at = text.length;
          return -1;
        }
        this.#at = end + 1;
      } else if (code === LF) this.#at = at + 1;
      else if (code === CR && text.charCodeAt(at + 1) === LF) this.#at = at + 2;
      else if (at >= text.length) {
        this.#at = at;
        return -1;
      } else if (code === TAB || code === CR) throw unsure;
      else {
        this.#at = at;
        return at - lineStart;
      }
    }
  }

  /** A map or list that begins here. */
  #block(column: number): Node {
    if (++this.#depth > DEEPEST) throw unsure;
    const node = this.#isDash() ? this.#blockList(column) : this.#blockMap(column);
    this.#depth--;
    return node;
  }

  #isDash(): boolean {
    if (this.#code() !== DASH) return false;
    const next = this.#text.charCodeAt(this.#at + 1);
    return next === SPACE || next === LF || next === CR || Number.isNaN(next);
  }

  #blockMap(column: number): MapNode {
    const start = this.#at;
    const entries: Entry[] = [];
    let end = start;
    for (;;) {
      const entry = this.#blockEntry(column);
      entries.push(entry);
      end = entry.end;
      const lineStart = this.#at;
      const next = this.#nextContent();
      if (next === column && !this.#isDash()) continue;
      if (next > column) throw unsure;
      this.#at = lineStart;
      return { kind: 'map', entries, flow: false, start, end };
    }
  }

  #blockEntry(column: number): Entry {
    const key = this.#key();
    if (this.#code() !== COLON) throw unsure;
    this.#at++;
    const afterColon = this.#at;
    const code = this.#skipSpaces();
    if (code === LF || code === CR || Number.isNaN(code) || (code === HASH && this.#at > afterColon)) {
      this.#endLine();
      return this.#nested(key, afterColon, column);
    }
    if (this.#at === afterColon) throw unsure;
    const value = this.#inlineValue(column);
    return { key, value, start: key.start, end: value.end };
  }

  /** A value below its key; a list may stand in the column of the key. */
  #nested(key: Key, afterColon: number, column: number): Entry {
    const lineStart = this.#at;
    const next = this.#nextContent();
    if (next > column || (next === column && this.#isDash())) {
      const value = this.#block(next);
      return { key, value, start: key.start, end: value.end };
    }
    this.#at = lineStart;
    return { key, value: undefined, start: key.start, end: afterColon };
  }

  #blockList(column: number): ListNode {
    const start = this.#at;
    const items: Node[] = [];
    let end = start;
    for (;;) {
      this.#at++;
      const code = this.#skipSpaces();
      if (code === LF || code === CR || code === HASH || Number.isNaN(code)) throw unsure;
      const item = this.#listItem(column);
      items.push(item);
      end = item.end;
      const lineStart = this.#at;
      const next = this.#nextContent();
      if (next === column && this.#isDash()) continue;
      if (next > column) throw unsure;
      this.#at = lineStart;
      return { kind: 'list', items, flow: false, start, end };
    }
  }

  /** A map on the line of its dash, a list on it, or a value. */
  #listItem(column: number): Node {
    const lineStart = this.#text.lastIndexOf('\n', this.#at - 1) + 1;
    if (this.#isDash()) return this.#block(this.#at - lineStart);
    const start = this.#at;
    const code = this.#code();
    if (code !== OPEN_MAP && code !== OPEN_LIST && code !== PIPE && code !== GREATER) {
      this.#key(true);
      const isKey = this.#code() === COLON;
      this.#at = start;
      if (isKey) return this.#block(start - lineStart);
    }
    return this.#inlineValue(column);
  }

  /** A word up to its colon. As a probe: a word up to the end of the line, or to its colon. */
  #key(isProbe = false): Key {
    const start = this.#at;
    const first = this.#code();
    if (first === QUOTE || first === APOSTROPHE) {
      const name = this.#quoted(first);
      const end = this.#at;
      this.#skipSpaces();
      return { name, start, end };
    }
    if (!this.#startsPlain(first)) throw unsure;
    const text = this.#text;
    let at = start;
    let end = start;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === COLON) {
        const next = text.charCodeAt(at + 1);
        if (next === SPACE || next === LF || next === CR || Number.isNaN(next)) break;
        if (next === TAB) throw unsure;
      } else if (code === LF || code === CR || Number.isNaN(code)) {
        if (isProbe) break;
        throw unsure;
      } else if (code === HASH && text.charCodeAt(at - 1) === SPACE) {
        if (isProbe) break;
        throw unsure;
      } else if (code === TAB) throw unsure;
      if (code !== SPACE) end = at + 1;
      at++;
    }
    this.#at = at;
    const name = text.slice(start, end);
    // A merge key is no name.
    if (name === '<<') throw unsure;
    return { name, start, end };
  }

  /** A value that begins on the line of its key or dash; afterwards the reader stands at the start of a line. */
  #inlineValue(column: number): Node {
    const code = this.#code();
    if (code === PIPE || code === GREATER) return this.#blockText(column, code === GREATER);
    const node = code === OPEN_MAP || code === OPEN_LIST ? this.#flow(column) : this.#scalar(false);
    this.#endLine();
    this.#refuseContinuation(column);
    return node;
  }

  /** What is indented below a finished value would belong to it. */
  #refuseContinuation(column: number): void {
    const lineStart = this.#at;
    if (this.#nextContent() > column) throw unsure;
    this.#at = lineStart;
  }

  /** Whether a word may begin so without quotes, and without a second look. */
  #startsPlain(code: number): boolean {
    if (code !== DASH) return !Number.isNaN(code) && code > SPACE && !indicators.has(code);
    // A negative number, or an option.
    const next = this.#text.charCodeAt(this.#at + 1);
    return next > SPACE && !indicators.has(next);
  }

  #scalar(inFlow: boolean): ScalarNode {
    const start = this.#at;
    const first = this.#code();
    if (first === QUOTE || first === APOSTROPHE) {
      const value = this.#quoted(first);
      return { kind: 'scalar', value, style: 'quoted', start, end: this.#at };
    }
    if (!this.#startsPlain(first)) throw unsure;
    const end = this.#plainEnd(start, inFlow);
    return { kind: 'scalar', value: coreScalar(this.#text.slice(start, end)), style: 'plain', start, end };
  }

  #plainEnd(start: number, inFlow: boolean): number {
    const end = inFlow ? plainEndInFlow(this.#text, start) : plainEnd(this.#text, start);
    if (end < 0) throw unsure;
    this.#at = end;
    return end;
  }

  /** A quoted word on one line; the reader stands behind it. */
  #quoted(quote: number): string {
    const text = this.#text;
    const start = this.#at + 1;
    const close = quote === QUOTE ? '"' : "'";
    let at = text.indexOf(close, start);
    if (quote === APOSTROPHE) {
      while (at >= 0 && text.charCodeAt(at + 1) === APOSTROPHE) at = text.indexOf(close, at + 2);
    } else {
      while (at >= 0 && text.charCodeAt(at - 1) === 92) at = closingQuote(text, start);
    }
    if (at < 0) throw unsure;
    const source = text.slice(start, at);
    if (source.includes('\n') || source.includes('\r')) throw unsure;
    this.#at = at + 1;
    if (quote === APOSTROPHE) return source.includes("''") ? source.replaceAll("''", "'") : source;
    if (!source.includes('\\')) return source;
    const value = unescaped(source);
    if (value === undefined) throw unsure;
    return value;
  }

  /** A map or list in brackets. Its lines must be indented more than `column`, that of the key it belongs to. */
  #flow(column: number): MapNode | ListNode {
    if (++this.#depth > DEEPEST) throw unsure;
    const node = this.#code() === OPEN_MAP ? this.#flowMap(column) : this.#flowList(column);
    this.#depth--;
    return node;
  }

  #flowMap(column: number): MapNode {
    const start = this.#at++;
    const entries: Entry[] = [];
    for (;;) {
      let code = this.#skipFlowBlank(column);
      if (code === CLOSE_MAP) break;
      const key = this.#flowKey(code);
      code = this.#skipFlowBlank(column);
      if (code !== COLON) {
        entries.push({ key, value: undefined, start: key.start, end: key.end });
      } else {
        const afterColon = ++this.#at;
        code = this.#skipFlowBlank(column);
        if (code === COMMA || code === CLOSE_MAP) {
          entries.push({ key, value: undefined, start: key.start, end: afterColon });
        } else {
          const value = code === OPEN_MAP || code === OPEN_LIST ? this.#flow(column) : this.#scalar(true);
          entries.push({ key, value, start: key.start, end: value.end });
          code = this.#skipFlowBlank(column);
        }
      }
      if (code === COMMA) this.#at++;
      else if (code !== CLOSE_MAP) throw unsure;
    }
    this.#at++;
    return { kind: 'map', entries, flow: true, start, end: this.#at };
  }

  #flowKey(first: number): Key {
    const start = this.#at;
    if (first === QUOTE || first === APOSTROPHE) {
      const name = this.#quoted(first);
      return { name, start, end: this.#at };
    }
    if (!this.#startsPlain(first)) throw unsure;
    const end = this.#plainEnd(start, true);
    const name = this.#text.slice(start, end);
    if (name === '<<') throw unsure;
    return { name, start, end };
  }

  #flowList(column: number): ListNode {
    const start = this.#at++;
    const items: Node[] = [];
    for (;;) {
      let code = this.#skipFlowBlank(column);
      if (code === CLOSE_LIST) break;
      items.push(code === OPEN_MAP || code === OPEN_LIST ? this.#flow(column) : this.#scalar(true));
      code = this.#skipFlowBlank(column);
      if (code === COMMA) this.#at++;
      // A colon would make the item a map of one entry.
      else if (code !== CLOSE_LIST) throw unsure;
    }
    this.#at++;
    return { kind: 'list', items, flow: true, start, end: this.#at };
  }

  /** Blanks, line ends and comments between brackets; the next character's code. */
  #skipFlowBlank(column: number): number {
    const text = this.#text;
    let lineStart = -1;
    for (;;) {
      const code = text.charCodeAt(this.#at);
      if (code === SPACE) this.#at++;
      // JSON is often indented by tabs; elsewhere they are worth a second look.
      else if (code === TAB && column < 0) this.#at++;
      else if (code === LF) lineStart = ++this.#at;
      else if (code === CR && text.charCodeAt(this.#at + 1) === LF) lineStart = this.#at += 2;
      else if (code === HASH) {
        const before = text.charCodeAt(this.#at - 1);
        if (before !== SPACE && before !== LF) throw unsure;
        const end = text.indexOf('\n', this.#at);
        if (end < 0) throw unsure;
        this.#at = end;
      } else {
        if (Number.isNaN(code) || (lineStart >= 0 && this.#at - lineStart <= column)) throw unsure;
        return code;
      }
    }
  }

  /** A literal (`|`) or folded (`>`) text; afterwards the reader stands at the start of a line. */
  #blockText(column: number, folded: boolean): ScalarNode {
    const start = this.#at++;
    const strip = this.#code() === DASH;
    if (strip) this.#at++;
    // Other indicators end the line as well, and leave it to the complete reader.
    this.#endLine();
    const block = readBlockText(this.#text, this.#at, column, folded, strip);
    if (!block) throw unsure;
    this.#at = block.next;
    return { kind: 'scalar', value: block.value, style: 'block', start, end: block.end };
  }

  #skipSpaces(): number {
    let code = this.#code();
    while (code === SPACE) {
      this.#at++;
      code = this.#code();
    }
    if (code === TAB) throw unsure;
    return code;
  }

  /** Past the end of the line, where only blanks and a comment may stand before it. */
  #endLine(): void {
    const from = this.#at;
    const code = this.#skipSpaces();
    if (Number.isNaN(code)) return;
    if (code === LF) {
      this.#at++;
      return;
    }
    if (code === CR && this.#text.charCodeAt(this.#at + 1) === LF) {
      this.#at += 2;
      return;
    }
    if (code !== HASH || (this.#at === from && from > 0)) throw unsure;
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = end < 0 ? this.#text.length : end + 1;
  }
}

const indicators: ReadonlySet<number> = new Set(Array.from('?:,[]{}#&*!|>\'"%@`-', char => char.charCodeAt(0)));
