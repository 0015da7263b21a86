import { readText } from './read-text.ts';
import { toValue } from './tree.ts';
import { tokenLines, type TokenLine } from './yaml-tokens.ts';

/**
 * The same YAML with even indentation and even spaces: nothing but blanks and empty lines is touched, so that comments,
 * quotes and order stay as they are. `step` is the number of columns of a level. Undefined for a text that is broken or
 * written in a way that the writer does not know; never another plan than before.
 */
export function tidyYaml(text: string, step: number): string | undefined {
  if (readText(text).problems.length > 0 || /\r(?!\n)/.test(text)) return undefined;
  const lines = tokenLines(text);
  const tidied = lines && new Tidier(text.includes('\r\n') ? '\r\n' : '\n', step).write(lines);
  return tidied !== undefined && valueText(tidied) === valueText(text) ? tidied : undefined;
}

/** Of two texts the same where they say the same. */
function valueText(text: string): string {
  const { root, problems } = readText(text);
  return problems.length > 0 ? 'broken' : JSON.stringify(toValue(root));
}

/** A column at which keys or dashes stand, as it was and as it is to be. */
interface Level {
  readonly old: number;
  readonly new: number;
}

type Token = TokenLine['tokens'][number];

class Tidier {
  readonly #eol: string;
  readonly #step: number;
  readonly #out: string[] = [];
  /** Comments wait for the line below them, which says how far they are indented. */
  #waiting: { readonly column: number; readonly text: string; readonly isApart: boolean }[] = [];
  #levels: Level[] = [];
  #isApart = false;
  /** For each open bracket the indentation of the line that it was opened in. */
  #open: number[] = [];

  constructor(eol: string, step: number) {
    this.#eol = eol;
    this.#step = step;
  }

  write(lines: readonly TokenLine[]): string | undefined {
    for (const [i, line] of lines.entries()) if (!this.#line(line, i === 0)) return undefined;
    this.#writeComments(this.#levels, undefined);
    return this.#out.join(this.#eol) + this.#eol;
  }

  /** False for what is not known. */
  #line({ blanks, tokens }: TokenLine, isFirst: boolean): boolean {
    const [token] = tokens;
    if (!token) {
      this.#isApart = true;
      return true;
    }
    if (blanks.includes('\t') || (token.kind === 'start' && !(isFirst && tokens.length === 1))) return false;
    if (token.kind === 'body') return this.#body(token.text);
    const column = blanks.length;
    const isInside = this.#open.length > 0;
    if (!isInside && token.kind === 'comment') {
      this.#waiting.push({ column, text: token.text, isApart: this.#takeGap() });
      return true;
    }
    const before = this.#levels;
    const indent = isInside ? this.#insideBrackets(tokens) : this.#enter(column, tokens);
    const isApart = this.#takeGap();
    this.#writeComments(before, isInside ? undefined : { old: column, new: indent });
    this.#push(isApart, ' '.repeat(indent) + this.#spaced(tokens, indent));
    return true;
  }

  /** Notes the columns that a line brings, and answers where it is to begin. */
  #enter(column: number, tokens: readonly Token[]): number {
    const levels = this.#levels.filter(level => level.old <= column);
    const last = levels.at(-1);
    let at = !last ? 0 : last.old === column ? last.new : last.new + this.#step;
    const start = at;
    if (last?.old !== column) levels.push({ old: column, new: at });
    let old = column;
    for (const token of tokens) {
      if (token.kind !== 'dash') break;
      old += 1 + token.gap.length;
      at += 2;
      levels.push({ old, new: at });
    }
    this.#levels = levels;
    return start;
  }

  /** Brackets that are closed at the beginning of a line stand below the line that opened them. */
  #insideBrackets(tokens: readonly Token[]): number {
    const closing = tokens.findIndex(({ kind }) => kind !== 'close');
    const closed = closing < 0 ? tokens.length : closing;
    return closed > 0 ? (this.#open.at(-closed) ?? 0) : (this.#open.at(-1) ?? 0) + this.#step;
  }

  #spaced(tokens: readonly Token[], indent: number): string {
    return tokens
      .map((token, i) => {
        if (token.kind === 'open') this.#open.push(indent);
        if (token.kind === 'close') this.#open.pop();
        return this.#inLines(token) + gapBetween(token, tokens[i + 1]);
      })
      .join('');
  }

  /** The lines of a text that has several follow the first. */
  #inLines({ kind, text }: Token): string {
    if (kind !== 'scalar' || !/[\r\n]/.test(text)) return text;
    const [first = '', ...rest] = text.split(/\r\n|\r|\n/);
    const indent = (this.#open.at(-1) ?? this.#levels.at(-1)?.new ?? 0) + this.#step;
    const moved = rest.map(line => {
      const own = line.trimStart();
      return own === '' ? '' : ' '.repeat(indent) + own;
    });
    return [first, ...moved].join(this.#eol);
  }

  /** A text in lines of its own, one level deeper than its key. */
  #body(text: string): boolean {
    const lines = text.split(/\r\n|\r|\n/);
    if (lines.at(-1) === '') lines.pop();
    const old = /^ */.exec(lines.find(line => line.trim() !== '') ?? '')?.[0].length ?? 0;
    const indent = ' '.repeat((this.#levels.at(-1)?.new ?? 0) + this.#step);
    for (const line of lines) this.#out.push(line.trim() === '' && line.length <= old ? '' : indent + line.slice(old));
    this.#isApart = false;
    return true;
  }

  /** A comment stands with the line below it, or with the lines above it where it stands in their column. */
  #writeComments(before: readonly Level[], below: Level | undefined): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { column, text, isApart } of waiting) {
      const level = below?.old === column ? below : before.find(({ old }) => old === column);
      this.#push(isApart, ' '.repeat((level ?? below ?? { new: column }).new) + text);
    }
  }

  /** Whether empty lines stood before; they are now one. */
  #takeGap(): boolean {
    const isApart = this.#isApart && this.#out.length + this.#waiting.length > 0;
    this.#isApart = false;
    return isApart;
  }

  #push(isApart: boolean, line: string): void {
    if (isApart) this.#out.push('');
    this.#out.push(line);
  }
}

/** The blanks between two tokens of a line. */
function gapBetween(token: Token, next: Token | undefined): string {
  if (!next) return '';
  // A comment may stand in a column with those above and below it.
  if (next.kind === 'comment') return token.gap === '' ? ' ' : token.gap;
  if (token.kind === 'open') return token.text === '{' && next.text !== '}' ? ' ' : '';
  if (next.kind === 'close') return next.text === '}' ? ' ' : '';
  if (next.kind === 'comma') return '';
  if (next.kind === 'colon') return token.kind === 'alias' ? token.gap : '';
  if (token.kind === 'colon' || token.kind === 'dash' || token.kind === 'comma') return ' ';
  return token.gap === '' ? '' : ' ';
}
