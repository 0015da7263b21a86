import type { Lexicon, StringStyle } from './lexicon.ts';

/** What a character begins. */
export const CharacterClass = {
  mark: 0,
  space: 1,
  line: 2,
  word: 3,
  digit: 4,
  open: 5,
  close: 6,
  /** Begins a word in this language only, after everything else was tried. */
  wordExtra: 7,
} as const;

/** A lexicon in the form that the scanner reads: tables by character code. */
export interface CompiledLexicon {
  readonly source: Lexicon;
  readonly classes: Uint8Array;
  /** 1 where a character may stand inside a word. */
  readonly parts: Uint8Array;
  /** 1 where a comment, a string or something of the language's own may begin. */
  readonly special: Uint8Array;
  readonly styles: readonly StringStyle[];
  readonly stylesAt: readonly (readonly number[] | undefined)[];
  readonly marks: readonly (readonly string[] | undefined)[];
  readonly brackets: readonly string[];
  /** The style of a string whose prefix stands at `from` and whose quote at `to`, or -1. */
  readonly prefixes: ((text: string, from: number, to: number) => number) | undefined;
}

const compiled = new WeakMap<Lexicon, CompiledLexicon>();

/** Prepares a lexicon once. */
export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  let answer = compiled.get(lexicon);
  if (answer === undefined) {
    answer = compile(lexicon);
    compiled.set(lexicon, answer);
  }
  return answer;
}

function compile(source: Lexicon): CompiledLexicon {
  const classes = new Uint8Array(128);
  const parts = new Uint8Array(128);
  const special = new Uint8Array(128);
  for (let code = 0; code < 128; code++) {
    const text = String.fromCharCode(code);
    if (/[A-Za-z_]/.test(text)) classes[code] = CharacterClass.word;
    else if (/[0-9]/.test(text)) classes[code] = CharacterClass.digit;
    else if (text === '\n' || text === '\r') classes[code] = text === '\n' ? CharacterClass.line : CharacterClass.space;
    else if (code <= 32 || code === 127) classes[code] = CharacterClass.space;
    else if ('([{'.includes(text)) classes[code] = CharacterClass.open;
    else if (')]}'.includes(text)) classes[code] = CharacterClass.close;
    else if (source.wordStart?.includes(text)) classes[code] = CharacterClass.wordExtra;
    if (/\w/.test(text) || source.wordPart?.includes(text)) parts[code] = 1;
  }
  const begin = (text: string | undefined): void => {
    if (text !== undefined && text !== '') special[text.charCodeAt(0)] = 1;
  };
  const plain = source.strings.filter(style => !style.prefix && !style.byHand);
  const brackets = Object.keys(source.brackets ?? {});
  for (const text of [...source.lineComments, ...plain.map(style => style.open), ...brackets]) begin(text);
  begin(source.blockComment?.open);
  begin(source.quotedWord);
  if (source.directives) begin('#');
  if (source.joinsLines) begin('\\');
  for (const text of source.custom?.at ?? '') begin(text);
  return {
    source,
    classes,
    parts,
    special,
    styles: source.strings,
    stylesAt: byFirst(source.strings, style => (style.prefix || style.byHand ? '' : style.open), true),
    marks: byFirst(
      [...source.marks].sort((a, b) => b.length - a.length),
      mark => mark,
    ),
    brackets,
    prefixes: source.strings.some(style => style.prefix) ? prefixReader(source.strings) : undefined,
  };
}

function byFirst<T>(items: readonly T[], text: (item: T) => string, indexes: true): (number[] | undefined)[];
function byFirst<T>(items: readonly T[], text: (item: T) => string): (T[] | undefined)[];
function byFirst<T>(items: readonly T[], text: (item: T) => string, indexes?: true): ((T | number)[] | undefined)[] {
  const answer: ((T | number)[] | undefined)[] = new Array<(T | number)[] | undefined>(128).fill(undefined);
  items.forEach((item, index) => {
    const first = text(item).charCodeAt(0);
    if (Number.isNaN(first) || first > 127) return;
    (answer[first] ??= []).push(indexes ? index : item);
  });
  return answer;
}

/** A prefixed style's `open` is its letters in lower case and alphabetical order, then the quote. */
function prefixReader(styles: readonly StringStyle[]): (text: string, from: number, to: number) => number {
  return (text, from, to) => {
    const letters = Array.from(text.slice(from, to).toLowerCase()).sort().join('');
    const quotes = text.slice(to, to + 3);
    return styles.findIndex(
      style => style.prefix && style.open.startsWith(letters) && isQuote(style.open.slice(letters.length), quotes),
    );
  };
}

function isQuote(open: string, quotes: string): boolean {
  return /^["']+$/.test(open) && quotes.startsWith(open);
}
