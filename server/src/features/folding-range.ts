import { FoldingRangeKind, type FoldingRange, type FoldingRangeParams } from 'vscode-languageserver';
import { Lines } from '../base/lines.ts';
import { readText } from '../plan/yaml/read-text.ts';
import type { Node } from '../plan/yaml/tree.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

/**
 * What can be folded in a plan or a config: sections, events, properties and comments in YAML and JSON, the rows of an
 * event in a table. Null for code, where the editor's own folding is left alone.
 */
export function foldingRange(snapshot: Snapshot, { textDocument: { uri } }: FoldingRangeParams): FoldingRange[] | null {
  const text = snapshot.text(uri);
  const plan = snapshot.planFiles.get(uri);
  if (text === undefined || !(plan ?? snapshot.configFile(uri))) return null;
  const lines = new Lines(text);
  const ranges = /\.[ct]sv$/i.test(uri)
    ? (plan?.events ?? []).map(({ range }) => folded(range.start.line, lastLine(lines, lines.offset(range.end), text)))
    : [...nodeRanges(readText(text).root, lines), ...commentRanges(text)];
  return ranges.filter(({ startLine, endLine }) => endLine > startLine);
}

/** From the line of a key, or of a list's item, to the last line of its value. */
function* nodeRanges(node: Node | undefined, lines: Lines): Iterable<FoldingRange> {
  if (!node || node.kind === 'scalar') return;
  if (node.kind === 'list') {
    for (const item of node.items) {
      yield lined(lines, item.start, item.end, item.kind !== 'scalar' && item.flow);
      yield* nodeRanges(item, lines);
    }
    return;
  }
  for (const { key, value, start, end } of node.entries) {
    const isElsewhere = value && (value.start < key.end || value.end > end);
    if (!value || isElsewhere) continue;
    yield lined(lines, start, end, value.kind !== 'scalar' && value.flow);
    yield* nodeRanges(value, lines);
  }
}

/** The line of a closing bracket stays visible, as editors do it. */
function lined(lines: Lines, start: number, end: number, isInBrackets: boolean): FoldingRange {
  const { line } = lines.position(end);
  return folded(lines.position(start).line, isInBrackets ? line - 1 : line);
}

/** Comments of several lines, each alone on its line. */
function commentRanges(text: string): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  let first = -1;
  const all = [...text.split(/\r\n|\r|\n/), ''];
  all.forEach((line, at) => {
    const isComment = /^[ \t]*#/.test(line);
    if (isComment && first < 0) first = at;
    if (isComment || first < 0) return;
    ranges.push({ ...folded(first, at - 1), kind: FoldingRangeKind.Comment });
    first = -1;
  });
  return ranges;
}

/** A row ends at the beginning of the line below it. */
function lastLine(lines: Lines, end: number, text: string): number {
  return lines.position(/[\r\n]/.test(text.charAt(end - 1)) ? end - 1 : end).line;
}

function folded(startLine: number, endLine: number): FoldingRange {
  return { startLine, endLine };
}
