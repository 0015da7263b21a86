import type { Lines } from '../base/lines.ts';
import type { Range } from '../base/text.ts';
import { columnsOf, printable } from './style.ts';
import type { Style } from './style.ts';

/**
 * The lines around a finding, the first marked line underlined in `paint`. A line that is wider than the screen is cut
 * on both sides of the mark.
 */
export function codeFrame(
  text: string,
  lines: Lines,
  range: Range,
  columns: number,
  style: Style,
  paint: (text: string) => string,
): string[] {
  const first = Math.max(0, range.start.line - 1);
  const last = Math.min(lines.count - 1, range.start.line + 1);
  const digits = String(last + 1).length;
  const width = Math.max(20, columns - digits - 7);
  const marked = lineAt(text, lines, range.start.line);
  const end = range.end.line > range.start.line ? marked.length : Math.min(range.end.character, marked.length);
  const cut = cutAround(marked, range.start.character, end, width);

  const frame: string[] = [];
  for (let number = first; number <= last; number++) {
    const isMarked = number === range.start.line;
    const line = lineAt(text, lines, number);
    const shown = printable(line.slice(cut.from, isMarked ? cut.to : cut.from + width));
    if (!isMarked && shown.trim() === '') continue;
    const gutter = `${isMarked ? '>' : ' '} ${String(number + 1).padStart(digits)} │`;
    frame.push(`  ${isMarked ? paint(gutter) : style.dim(gutter)} ${isMarked ? shown : style.dim(shown)}`.trimEnd());
    if (!isMarked) continue;
    const before = columnsOf(printable(line.slice(cut.from, range.start.character)));
    const size = Math.max(1, columnsOf(printable(line.slice(range.start.character, Math.min(end, cut.to)))));
    frame.push(`  ${style.dim(`  ${' '.repeat(digits)} │`)} ${' '.repeat(before)}${paint('^'.repeat(size))}`);
  }
  return frame;
}

function lineAt(text: string, lines: Lines, line: number): string {
  const start = lines.offset({ line, character: 0 });
  return text
    .slice(start, lines.offset({ line: line + 1, character: 0 }))
    .replace(/[\r\n]+$/, '')
    .replace(/^\ufeff/, '');
}

/** The part of a line that holds the mark and fits into the width; the whole line where it does. */
function cutAround(
  line: string,
  start: number,
  end: number,
  width: number,
): { readonly from: number; readonly to: number } {
  if (columnsOf(printable(line)) <= width) return { from: 0, to: line.length };
  const size = Math.min(end - start, width);
  const from = Math.max(0, Math.min(start - Math.floor((width - size) / 2), line.length - width));
  return { from, to: Math.min(line.length, from + width) };
}
