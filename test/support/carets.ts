import { comparePositions, type Position } from '../../server/src/base/text.ts';
import type { Annotation } from './fixture.ts';

const STARTS = /^\s*(?:\/\/|#)?\s*(\^+)(\.\.\.|-empty)?(?: (.*))?$/;
const ENDS = /^\s*(?:\/\/|#)?\s*\.\.\.(\^)$/;

/** Takes the annotations out of a marked text. Each stands below the line that it speaks of. */
export function readCarets(marked: string): { readonly text: string; readonly annotations: readonly Annotation[] } {
  const lines: string[] = [];
  const annotations: Annotation[] = [];
  const unfinished: { readonly start: Position; readonly text: string; readonly index: number }[] = [];
  for (const line of marked.split('\n')) {
    const at = line.indexOf('^');
    const above = lines.length - 1;
    const starts = STARTS.exec(line);
    if (starts) {
      const [, carets = '', form, text = ''] = starts;
      const start = { line: above, character: at };
      const end = { line: above, character: form === '-empty' ? at : at + carets.length };
      if (form === '...') unfinished.push({ start, text, index: annotations.length });
      annotations.push({ range: { start, end }, text });
    } else if (ENDS.test(line)) {
      const open = unfinished.pop();
      if (!open) throw new Error(`"${line.trim()}" ends a range that nothing starts`);
      const { start, text, index } = open;
      annotations[index] = { range: { start, end: { line: above, character: at + 1 } }, text };
    } else {
      lines.push(line);
    }
  }
  if (unfinished.length > 0) throw new Error(`"${unfinished[0]?.text ?? ''}" starts a range that nothing ends`);
  return { text: lines.join('\n'), annotations };
}

/** Puts annotations below the lines that they speak of: the reverse of `readCarets`. */
export function printCarets(text: string, annotations: readonly Annotation[], marker: string): string {
  const sorted = [...annotations].sort(compareAnnotations);
  return text
    .split('\n')
    .flatMap((line, number) => [
      line,
      ...sorted.filter(one => one.range.start.line === number).map(one => printStart(one, line, marker)),
      ...sorted
        .filter(one => one.range.end.line === number && one.range.start.line !== number)
        .map(one => place('...^', one.range.end.character - 4, line, marker)),
    ])
    .join('\n');
}

/** The order in which annotations are written, and so the one in which they are compared. */
export function compareAnnotations(a: Annotation, b: Annotation): number {
  return (
    comparePositions(a.range.start, b.range.start) ||
    comparePositions(a.range.end, b.range.end) ||
    (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)
  );
}

function printStart({ range: { start, end }, text }: Annotation, line: string, marker: string): string {
  const length = end.character - start.character;
  const carets = start.line !== end.line ? '^...' : length === 0 ? '^-empty' : '^'.repeat(length);
  return place(`${carets} ${text}`.trimEnd(), start.character, line, marker);
}

/** The comment's marker stands where the line above starts, at the margin where that is too far right, or nowhere. */
function place(text: string, column: number, line: string, marker: string): string {
  const indent = /^\s*/.exec(line)?.[0].length ?? 0;
  const margin = indent + marker.length <= column ? indent : marker.length <= column ? 0 : undefined;
  if (margin === undefined) return ' '.repeat(Math.max(column, 0)) + text;
  return (' '.repeat(margin) + marker).padEnd(column) + text;
}
