import { Reading } from '../yaml/reading.ts';
import type { Uri } from '../../base/text.ts';
import type { Located } from '../../base/text.ts';
import type { ColumnNames } from '../format.ts';
import { delimiterOf, parseCsv, type Cell, type Row } from './parse-csv.ts';

/** A table whose columns are found by their names, however these are written. */
export class Table {
  readonly reading: Reading;
  readonly header: readonly Cell[];
  readonly rows: readonly Row[];
  readonly #columns: ReadonlyMap<string, number>;

  /** Columns that a team calls otherwise are found by `:` and what they hold. */
  constructor(uri: Uri, text: string, named: ColumnNames = new Map()) {
    this.reading = new Reading(uri, text);
    const [header, ...rows] = parseCsv(text, delimiterOf(uri, text));
    this.header = header?.cells ?? [];
    this.rows = rows;
    this.#columns = new Map(
      this.header.flatMap(({ text }, i) => headerNames(text, named).map(name => [name, i] as const)).reverse(),
    );
  }

  /** The first of the columns that there is; names as `plainHeader` gives them. */
  column(...names: readonly string[]): number | undefined {
    return names.map(name => this.#columns.get(name)).find(index => index !== undefined);
  }

  cell(row: Row, ...names: readonly string[]): Cell | undefined {
    const index = this.column(...names);
    const cell = index === undefined ? undefined : row.cells[index];
    return cell && cell.text !== '' ? cell : undefined;
  }

  text(row: Row, ...names: readonly string[]): string | undefined {
    return this.cell(row, ...names)?.text;
  }

  located(row: Row, ...names: readonly string[]): Located<string> | undefined {
    const cell = this.cell(row, ...names);
    return cell && this.reading.located(cell.text, cell);
  }

  flag(row: Row, ...names: readonly string[]): boolean | undefined {
    const text = this.text(row, ...names);
    return text === undefined ? undefined : isYes(text);
  }

  number(row: Row, ...names: readonly string[]): number | undefined {
    const cell = this.cell(row, ...names);
    const number = Number(cell?.text);
    if (!cell) return undefined;
    if (Number.isFinite(number)) return number;
    this.unread(cell, `A number is expected here, so \`${cell.text}\` is not checked.`);
    return undefined;
  }

  unread(at: Cell | Row, message: string): void {
    this.reading.problems.push({ rule: 'unread-part', range: this.reading.underline(at), message });
  }
}

/** How a column is found: as what the team says that it holds, and by its own name. */
export function headerNames(text: string, named: ColumnNames): readonly string[] {
  const plain = plainHeader(text);
  const roles = [...named].filter(([, names]) => names.some(name => plainHeader(name) === plain));
  return [...roles.map(([role]) => `:${role}`), plain];
}

/** `Event Name`, `event_name` and `Event-name*` are one column. */
export function plainHeader(text: string): string {
  return text
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function isYes(text: string): boolean {
  return /^(?:true|yes|y|x|1|required|mandatory|always|✓|✔|✅)$/i.test(text);
}
