import type { Scalar } from '../../base/vocabulary.ts';
import { plain } from './spell.ts';

/** YAML or JSON that is still to be written. */
export type Written = Scalar | readonly Written[] | WrittenMap;

export interface WrittenMap {
  readonly entries: readonly (readonly [key: string, value: Written])[];
  /** In braces on one line, even where there is room for lines. */
  readonly inline: boolean;
}

/** How the text around writes its maps. */
export interface Layout {
  /** `block`: by indentation; `lines`: in braces, an entry on each line; `inline`: in braces on one line. */
  readonly shape: 'block' | 'lines' | 'inline';
  /** JSON quotes everything in double quotes. */
  readonly json: boolean;
  /** Column of the keys of the map that is written into. */
  readonly column: number;
  /** Columns by which each level is indented, and the character that indents. */
  readonly step: number;
  readonly indent: ' ' | '\t';
  readonly eol: string;
}

/** A map in braces that would be longer is written in lines. */
const LONGEST_INLINE = 110;

/** An entry as it stands in the map of this layout; its first line is not indented. */
export function printEntry(key: string, value: Written, layout: Layout): string {
  const name = layout.json ? JSON.stringify(key) : plain(key);
  if (!isMap(value) || value.entries.length === 0) return `${name}: ${inline(value, layout.json)}`;
  const oneLine = `${name}: ${inline(value, layout.json)}`;
  const fits = value.inline && layout.column + oneLine.length <= LONGEST_INLINE;
  if (layout.shape === 'inline' || fits) return oneLine;
  const inner: Layout = { ...layout, column: layout.column + layout.step };
  const lines = value.entries.map(([child, grandchild]) => printEntry(child, grandchild, inner));
  const start = startOfLine(inner);
  if (layout.shape === 'block') return `${name}:${lines.map(line => start + line).join('')}`;
  return `${name}: {${lines.map(line => start + line).join(',')}${startOfLine(layout)}}`;
}

/** A value as it stands in a list of this layout; its first line is not indented. */
export function printItem(value: Written, layout: Layout): string {
  return printEntry('', value, layout).replace(/^[^:]*: ?/, '');
}

/** The end of a line and the indentation of the next one. */
export function startOfLine({ eol, indent, column }: Layout): string {
  return eol + indent.repeat(column);
}

/** A value on one line. */
export function inline(value: Written, json: boolean): string {
  if (typeof value === 'string') return json ? JSON.stringify(value) : plain(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (!isMap(value)) return `[${value.map(item => inline(item, json)).join(', ')}]`;
  if (value.entries.length === 0) return '{}';
  const entries = value.entries.map(
    ([key, child]) => `${json ? JSON.stringify(key) : plain(key)}: ${inline(child, json)}`,
  );
  return `{ ${entries.join(', ')} }`;
}

function isMap(value: Written): value is WrittenMap {
  return typeof value === 'object' && value !== null && 'entries' in value && !Array.isArray(value);
}
