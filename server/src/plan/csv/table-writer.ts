import { Lines } from '../../base/lines.ts';
import type { TextEdit } from '../../base/text.ts';
import type { PlanWriter, PropertyDraft } from '../format.ts';
import type { PlanFile } from '../plan.ts';
import { delimiterOf, spellCell } from './parse-csv.ts';
import { headerNames, Table } from './table.ts';

/** What the cells of a new row are, by columns; for each the names that the column may have, the usual one first. */
export type NewRow = readonly (readonly [columns: readonly string[], text: string | undefined])[];

/** Edits of a plan in a table: new rows behind those of the event, or at the end. */
export function tableWriter(rows: {
  event(name: string, kind: string, description: string | undefined): NewRow | undefined;
  property(event: string, property: PropertyDraft): NewRow;
}): PlanWriter {
  return {
    addEvent(file, { name, kind, description, properties = [] }) {
      const own = rows.event(name, kind, description);
      if (!own) return undefined;
      const end = file.text.trimEnd().length;
      return insertRows(file, end, [own, ...properties.map(each => rows.property(name, each))]);
    },
    addProperty(file, owner, draft) {
      if (!('kind' in owner)) return undefined;
      const end = new Lines(file.text).offset(owner.range.end);
      return insertRows(file, end, [rows.property(owner.name, draft)]);
    },
    setEventKey: () => undefined,
    // In quotes whatever parts the cells, since the text alone does not tell.
    spell: (oldText, value) =>
      oldText.startsWith('"') || /[,;\t]/.test(value) ? `"${value.replaceAll('"', '""')}"` : spellCell(value, ','),
  };
}

/** Undefined where the table has no column for a text that must be said. */
function insertRows(
  { uri, text, columns: named = new Map() }: PlanFile,
  at: number,
  rows: readonly NewRow[],
): readonly TextEdit[] | undefined {
  const { header } = new Table(uri, text);
  const delimiter = delimiterOf(uri, text);
  const names = header.map(cell => headerNames(cell.text, named));
  const lines: string[] = [];
  for (const row of rows) {
    const cells = names.map(() => '');
    for (const [columns, value] of row) {
      if (value === undefined || value === '') continue;
      const index = columns.map(column => names.findIndex(own => own.includes(column))).find(each => each >= 0);
      if (index === undefined) {
        // Without a name a row says nothing; of the rest it says what it can.
        if (row[0]?.[0] === columns) return undefined;
      } else cells[index] = spellCell(value, delimiter);
    }
    lines.push(cells.join(delimiter));
  }
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const place = new Lines(text).position(at);
  return [{ uri, range: { start: place, end: place }, newText: lines.map(line => eol + line).join('') }];
}
