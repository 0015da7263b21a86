import type { Span } from '../yaml/tree.ts';

/** A cell with its text, without quotes and blanks around it; the span covers the quotes. */
export interface Cell extends Span {
  readonly text: string;
}

/** A row that has at least one cell with a text. */
export interface Row extends Span {
  readonly cells: readonly Cell[];
}

/** A table with places. Never fails: a quote that is not closed ends with the text. */
export function parseCsv(text: string, delimiter: string): readonly Row[] {
  const rows: Row[] = [];
  let cells: Cell[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let rowStart = at;
  const endRow = (end: number): void => {
    if (cells.some(cell => cell.text !== '')) rows.push({ cells, start: rowStart, end });
    cells = [];
  };
  while (at < text.length) {
    const cell = readCell(text, at, delimiter);
    cells.push(cell.cell);
    at = cell.next;
    const stop = text.charAt(at);
    if (stop === delimiter) {
      at++;
      if (at === text.length) cells.push({ text: '', start: at, end: at });
      continue;
    }
    endRow(at);
    at += text.startsWith('\r\n', at) ? 2 : 1;
    rowStart = at;
  }
  endRow(text.length);
  return rows;
}

function readCell(text: string, from: number, delimiter: string): { readonly cell: Cell; readonly next: number } {
  let start = from;
  while (text.charAt(start) === ' ') start++;
  if (text.charAt(start) !== '"') {
    let end = start;
    while (end < text.length && !isStop(text.charAt(end), delimiter)) end++;
    const value = text.slice(start, end).trimEnd();
    return { cell: { text: value, start, end: start + value.length }, next: end };
  }
  let value = '';
  let at = start + 1;
  for (; at < text.length; at++) {
    const char = text.charAt(at);
    if (char !== '"') value += char;
    else if (text.charAt(at + 1) === '"') {
      value += char;
      at++;
    } else break;
  }
  const end = Math.min(at + 1, text.length);
  let next = end;
  while (next < text.length && !isStop(text.charAt(next), delimiter)) next++;
  return { cell: { text: value.trim(), start, end }, next };
}

function isStop(char: string, delimiter: string): boolean {
  return char === delimiter || char === '\n' || char === '\r';
}

/** What parts the cells of a file: a tab in `.tsv`, else the more frequent of comma and semicolon in the first line. */
export function delimiterOf(uri: string, text: string): string {
  if (/\.tsv$/i.test(uri)) return '\t';
  const header = /^[^\r\n]*/.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? '';
  const count = (char: string): number => header.split(char).length;
  return [';', '\t'].reduce((best, char) => (count(char) > count(best) ? char : best), ',');
}

/** A text as it stands in a cell: in quotes where it holds what would end the cell. */
export function spellCell(value: string, delimiter: string): string {
  return value.includes(delimiter) || /["\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
