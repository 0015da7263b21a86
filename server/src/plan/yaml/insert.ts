import { printEntry, printItem, startOfLine, type Layout, type Written } from './print.ts';
import type { Entry, ListNode, MapNode, Node, Span } from './tree.ts';

/** A replacement of a part of the text, in offsets. */
export interface OffsetEdit extends Span {
  readonly newText: string;
}

/** A text and its tree, with what is the same all over it. */
export interface EditedText {
  readonly text: string;
  readonly root: Node | undefined;
  readonly eol: string;
  readonly json: boolean;
  readonly step: number;
  readonly indent: ' ' | '\t';
}

export function editedText(text: string, root: Node | undefined): EditedText {
  const firstIndent = /\n([ \t]+)[^\s#]/.exec(text)?.[1];
  return {
    text,
    root,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    json: /^\ufeff?\s*(?:\{\s*["}]|\[\s*["{[\]])/.test(text),
    step: firstIndent?.length ?? 2,
    indent: firstIndent?.startsWith('\t') ? '\t' : ' ',
  };
}

/**
 * Writes an entry into the value of `owner`, which is a map or still empty: behind `after`, or as the first one where
 * that is `first`, or as the last one. Undefined where the value is something else, or is written elsewhere.
 */
export function insertEntry(
  edited: EditedText,
  owner: Entry,
  key: string,
  value: Written,
  after?: Entry | 'first',
): readonly OffsetEdit[] | undefined {
  const node = owner.value;
  if (!node) return insertFirst(edited, owner, owner.end, owner.end, key, value);
  // The value of an alias stands elsewhere, where others would be changed with it.
  if (node.start < owner.key.end || node.end > owner.end) return undefined;
  if (node.kind === 'scalar') {
    return node.value === null ? insertFirst(edited, owner, node.start, node.end, key, value) : undefined;
  }
  return node.kind === 'map' ? insertInMap(edited, node, key, value, after) : undefined;
}

/** As `insertEntry`, into a map that is at hand. */
export function insertInMap(
  edited: EditedText,
  map: MapNode,
  key: string,
  value: Written,
  after?: Entry | 'first',
): readonly OffsetEdit[] | undefined {
  // What a merge brings stands elsewhere.
  const own: MapNode = { ...map, entries: map.entries.filter(entry => isWithin(entry, map)) };
  if (map.flow) return insertInBraces(edited, own, key, value, after);
  const neighbour = after === 'first' ? own.entries[0] : (after ?? own.entries.at(-1));
  if (!neighbour) return undefined;
  const layout = layoutAt(edited, neighbour.start, 'block');
  if (after === 'first') {
    return [insertion(neighbour.start, printEntry(key, value, layout) + startOfLine(layout))];
  }
  const end = endOfLine(edited.text, neighbour.end);
  if (end === undefined || keepsBlanks(edited.text, neighbour)) return undefined;
  const gap = areApart(edited.text, own) ? edited.eol : '';
  return [insertion(end, gap + startOfLine(layout) + printEntry(key, value, layout))];
}

/**
 * Writes an item behind the last one of a list in brackets. Undefined for lists in lines and for what nothing closes.
 */
export function insertItem(edited: EditedText, list: ListNode, value: Written): readonly OffsetEdit[] | undefined {
  const { text } = edited;
  if (!list.flow || text.charAt(list.end - 1) !== ']') return undefined;
  const last = list.items.at(-1);
  const isInLines = last
    ? /^[ \t]*$/.test(text.slice(lineStart(text, last.start), last.start))
    : edited.json && typeof value === 'object' && /[\r\n]/.test(text);
  const column = last ? columnOf(text, last.start, edited) : columnOf(text, list.start, edited) + edited.step;
  const layout: Layout = { ...layoutAt(edited, list.start, isInLines ? 'lines' : 'inline'), column };
  const printed = printItem(value, layout);
  if (!last) {
    const outer = { ...layout, column: column - edited.step };
    const inner = isInLines ? startOfLine(layout) + printed + startOfLine(outer) : printed;
    return [{ start: list.start, end: list.end, newText: `[${inner}]` }];
  }
  return [insertion(last.end, `,${isInLines ? startOfLine(layout) : ' '}${printed}`)];
}

/** Whether a part of the tree stands in the text of another: not so for what an alias or a merge brings. */
export function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Below a key without a value; in its place, in braces, where the key itself stands in braces. */
function insertFirst(
  edited: EditedText,
  owner: Entry,
  start: number,
  end: number,
  key: string,
  value: Written,
): readonly OffsetEdit[] | undefined {
  const { text } = edited;
  const outer = layoutAt(edited, owner.start, 'block');
  if (!text.slice(owner.key.end, owner.end).includes(':') || isInBraces(edited, owner)) return undefined;
  const layout = { ...outer, column: outer.column + edited.step };
  const lineEnd = endOfLine(text, end);
  if (lineEnd === undefined) return undefined;
  const entry = insertion(lineEnd, startOfLine(layout) + printEntry(key, value, layout));
  return start < end ? [{ start: text.indexOf(':', owner.key.end) + 1, end, newText: '' }, entry] : [entry];
}

function insertInBraces(
  edited: EditedText,
  map: MapNode,
  key: string,
  value: Written,
  after: Entry | 'first' | undefined,
): readonly OffsetEdit[] | undefined {
  const { text } = edited;
  if (text.charAt(map.end - 1) !== '}') return undefined;
  const last = map.entries.at(-1);
  if (!last) {
    const lines = edited.json && /[\r\n]/.test(text);
    const layout = layoutAt(edited, lineStart(text, map.start), lines ? 'lines' : 'inline');
    const inner = { ...layout, column: columnOf(text, map.start, edited) + edited.step };
    const outer = { ...layout, column: columnOf(text, map.start, edited) };
    const printed = printEntry(key, value, inner);
    const newText = lines ? `{${startOfLine(inner)}${printed}${startOfLine(outer)}}` : `{ ${printed} }`;
    return [{ start: map.start, end: map.end, newText }];
  }
  const isInLines = /^[ \t]*$/.test(text.slice(lineStart(text, last.start), last.start)) && last.start > map.start;
  const layout = layoutAt(edited, last.start, isInLines ? 'lines' : 'inline');
  const separator = isInLines ? startOfLine(layout) : ' ';
  const printed = printEntry(key, value, layout);
  if (after === 'first') return [insertion(map.entries[0]?.start ?? last.start, `${printed},${separator}`)];
  const before = after ?? last;
  const comma = /^\s*,/.exec(text.slice(before.end))?.[0];
  if (before !== last) return [insertion(before.end, `,${separator}${printed}`)];
  const from = before.end + (comma?.length ?? 0);
  // A comment behind the last entry stays with it.
  const comment = isInLines ? /^[ \t]*#[^\r\n]*/.exec(text.slice(from))?.[0].length : undefined;
  if (comment === undefined && comma === undefined) return [insertion(from, `,${separator}${printed}`)];
  return [
    ...(comma === undefined ? [insertion(before.end, ',')] : []),
    insertion(from + (comment ?? 0), separator + printed + (comma === undefined ? '' : ',')),
  ];
}

function layoutAt(edited: EditedText, offset: number, shape: Layout['shape']): Layout {
  const { json, step, indent, eol, text } = edited;
  return { shape, json, step, indent, eol, column: offset - lineStart(text, offset) };
}

/** The indentation of the line that an offset stands in. */
function columnOf(text: string, offset: number, { indent }: EditedText): number {
  const start = lineStart(text, offset);
  let at = start;
  while (text.charAt(at) === indent) at++;
  return at - start;
}

/** Whether the entry stands in a map in braces: then the map of the root, or one below it, holds it in flow. */
function isInBraces({ root }: EditedText, entry: Entry): boolean {
  const holds = (node: Node | undefined): boolean => {
    if (!node || node.kind === 'scalar' || entry.start < node.start || entry.end > node.end) return false;
    if (node.flow) return true;
    return node.kind === 'map' ? node.entries.some(({ value }) => holds(value)) : node.items.some(holds);
  };
  return holds(root);
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The end of the line, where nothing but blanks and a comment stands before it. */
function endOfLine(text: string, offset: number): number | undefined {
  const rest = /^[ \t]*(?:(?<=[ \t])#[^\r\n]*)?(?=\r|\n|$)/.exec(text.slice(offset, offset + 2_000));
  return rest ? offset + rest[0].trimEnd().length : undefined;
}

/** Whether the last entry ends in a text that keeps the blank lines behind it, so that what follows is a part of it. */
function keepsBlanks(text: string, { key, end }: Entry): boolean {
  return /[:-][ \t]+[|>][1-9]?\+/.test(text.slice(key.end, end));
}

/** Whether the entries of a map have blank lines between them. */
function areApart(text: string, { entries }: MapNode): boolean {
  const [previous, last] = entries.slice(-2);
  if (!previous || !last) return false;
  return /\n[ \t]*\r?\n/.test(text.slice(previous.end, last.start));
}

function insertion(at: number, newText: string): OffsetEdit {
  return { start: at, end: at, newText };
}
