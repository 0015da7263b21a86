import type { OffsetPlace } from './yaml-place.ts';
import { locateInFlow } from './locate-flow.ts';
import { linesAbove, linesBelow, unquote, yamlLineAt, type YamlLine } from './yaml-line.ts';

/** A dash, or a key (also one that is still to be written), with its column: what holds what is told by columns. */
interface Mark {
  readonly kind: 'dash' | 'key';
  readonly column: number;
  readonly line: YamlLine;
}

/** Neighbours are looked for this many lines up and down. */
const MOST_LINES = 5_000;

/** The place of an offset in a text whose outer shape are blocks by indentation. */
export function locateInBlock(text: string, cursor: number): OffsetPlace | undefined {
  const opening = /^\ufeff?\s*[{[]/.exec(text);
  if (opening && cursor >= opening[0].length) {
    const inFlow = locateInFlow(text, opening[0].length - 1, cursor, []);
    return inFlow === 'after' ? undefined : inFlow;
  }
  const line = yamlLineAt(text, cursor);
  const own = ownMark(line, cursor);
  const parents = parentsOf(text, own);
  for (const [i, { line: parent, kind }] of parents.entries()) {
    const isLast = parents[i + 1]?.line !== parent;
    if (parent === line || !isLast || (kind === 'dash' && parent.key)) continue;
    const first = text.charAt(parent.rest);
    if (parent.rest < parent.restEnd && /[|>]/.test(first)) return undefined;
    if (first !== '{' && first !== '[') continue;
    const inFlow = locateInFlow(text, parent.rest, cursor, pathOf(text, parents.slice(0, i + 1)));
    if (inFlow !== 'after') return inFlow;
  }
  return line.comment !== undefined && cursor > line.comment ? undefined : locateInLine(text, own, parents, cursor);
}

function locateInLine(text: string, own: Mark, parents: readonly Mark[], cursor: number): OffsetPlace | undefined {
  const { line } = own;
  if (line.key && cursor <= line.key.end) {
    return cursor < line.key.start ? undefined : keyPlace(text, own, parents, cursor, line.key);
  }
  if (line.isBlank) return keyPlace(text, own, parents, cursor, { start: cursor, end: cursor });
  const isInRest = cursor >= line.rest && cursor <= line.restEnd;
  if (!line.key && line.dashes.length === 0) {
    // A word alone on its line is a key in the making.
    return isInRest ? keyPlace(text, own, parents, cursor, { start: line.rest, end: line.restEnd }) : undefined;
  }
  const path = pathOf(text, [...parents, ...(line.key ? [own] : [])]);
  if (cursor >= line.rest && /[{[]/.test(text.charAt(line.rest))) {
    const inFlow = locateInFlow(text, line.rest, cursor, path);
    return inFlow === 'after' ? undefined : inFlow;
  }
  // Directly at the colon or the dash a value would not be one.
  if (cursor === line.rest && /[:-]/.test(text.charAt(cursor - 1))) return undefined;
  if (cursor < line.rest && !/[ \t]/.test(text.charAt(cursor - 1))) return undefined;
  const isEmpty = line.rest >= line.restEnd;
  if (!isEmpty && (!isInRest || /[|>&*!]/.test(text.charAt(line.rest)))) return undefined;
  const span = isEmpty ? { start: cursor, end: cursor } : { start: line.rest, end: line.restEnd };
  const siblings = line.key ? [] : scalarsBeside(text, line);
  return { ...tokenAt(text, span.start, span.end, cursor), path, at: 'value', siblings, flow: false, hasColon: false };
}

function keyPlace(
  text: string,
  own: Mark,
  parents: readonly Mark[],
  cursor: number,
  { start, end }: { readonly start: number; readonly end: number },
): OffsetPlace {
  return {
    ...tokenAt(text, start, end, cursor),
    path: pathOf(text, parents),
    at: 'key',
    siblings: keysBeside(text, own),
    flow: false,
    hasColon: own.line.key !== undefined,
  };
}

function tokenAt(text: string, start: number, end: number, cursor: number) {
  const source = text.slice(start, end);
  const quote = source.startsWith('"') ? '"' : source.startsWith("'") ? "'" : undefined;
  return {
    token: unquote(source),
    prefix: text.slice(quote ? start + 1 : start, Math.max(cursor, start)),
    start,
    end,
    quote,
  } as const;
}

/** What the cursor's line is about: its key, or a key that would be written at the cursor or in place of the word there. */
function ownMark(line: YamlLine, cursor: number): Mark {
  const column = line.isBlank ? cursor - line.start : (line.key?.start ?? line.rest) - line.start;
  return { kind: 'key', column, line };
}

/** The keys and dashes that hold a mark, the outermost first. */
function parentsOf(text: string, own: Mark): readonly Mark[] {
  const parents: Mark[] = [];
  let current = own;
  const climb = (line: YamlLine): void => {
    for (const mark of marksOf(line)) {
      if (!holds(mark, current)) continue;
      parents.push(mark);
      current = mark;
    }
  };
  for (const column of own.line.isBlank ? [] : own.line.dashes.toReversed()) {
    current = { kind: 'dash', column, line: own.line };
    parents.push(current);
  }
  for (const line of linesAbove(text, own.line)) {
    if (current.kind === 'key' && current.column === 0) break;
    if (!line.isBlank) climb(line);
  }
  return parents.reverse();
}

/** From right to left. */
function marksOf(line: YamlLine): readonly Mark[] {
  const key: Mark[] = line.key ? [{ kind: 'key', column: line.key.start - line.start, line }] : [];
  return [...key, ...line.dashes.toReversed().map((column): Mark => ({ kind: 'dash', column, line }))];
}

/** A list may stand in the same column as the key that it belongs to. */
function holds(outer: Mark, inner: Mark): boolean {
  if (outer.column < inner.column) return outer.kind === 'key' || inner.kind === 'key' || outer.line === inner.line;
  return outer.column === inner.column && outer.kind === 'key' && inner.kind === 'dash';
}

function pathOf(text: string, marks: readonly Mark[]): readonly string[] {
  return marks.map(mark => (mark.kind === 'key' ? (mark.line.key?.name ?? '') : String(indexOf(text, mark))));
}

/** How many dashes of the same list stand before this one. */
function indexOf(text: string, { column, line }: Mark): number {
  let index = 0;
  for (const other of around(linesAbove(text, line))) {
    if (other.indent < column || (other.indent === column && other.dashes.length === 0)) break;
    if (other.dashes.includes(column)) index++;
  }
  return index;
}

/** The other keys of the map that a key stands in, in the order of the text. */
function keysBeside(text: string, { column, line }: Mark): readonly string[] {
  const isBeside = (other: YamlLine): boolean => other.key !== undefined && other.key.start - other.start === column;
  const names = (other: YamlLine): readonly string[] => (other.key && isBeside(other) ? [other.key.name] : []);
  const above: string[] = [];
  if (line.dashes.length === 0 || line.isBlank) {
    for (const other of around(linesAbove(text, line))) {
      if (other.indent < column && !(other.dashes.length > 0 && isBeside(other))) break;
      above.unshift(...names(other));
      if (other.indent < column) break;
    }
  }
  const below: string[] = [];
  for (const other of around(linesBelow(text, line))) {
    if (other.indent < column) break;
    below.push(...names(other));
  }
  return [...above, ...below];
}

/** The other plain items of the list that an item stands in. */
function scalarsBeside(text: string, line: YamlLine): readonly string[] {
  const column = line.dashes.at(-1) ?? 0;
  const items = (lines: Generator<YamlLine>): readonly string[] => {
    const found: string[] = [];
    for (const other of around(lines)) {
      if (other.indent < column || (other.indent === column && other.dashes.length === 0)) break;
      if (other.dashes.at(-1) === column && !other.key) found.push(unquote(text.slice(other.rest, other.restEnd)));
    }
    return found;
  };
  return [...items(linesAbove(text, line)).toReversed(), ...items(linesBelow(text, line))];
}

/** Lines that say something, up to a number. */
function* around(lines: Generator<YamlLine>): Generator<YamlLine> {
  let count = 0;
  for (const line of lines) {
    if (++count > MOST_LINES) return;
    if (!line.isBlank) yield line;
  }
}
