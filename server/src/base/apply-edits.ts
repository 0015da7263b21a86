import { Lines } from './lines.ts';
import { comparePositions } from './text.ts';
import type { Range, TextEdit } from './text.ts';

/** A text after edits that do not overlap. New lines are written as the text writes its own. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = new Lines(text);
  const lineEnd = usesCarriageReturns(text) ? '\r\n' : '\n';
  let result = '';
  let at = 0;
  for (const { range, newText } of [...edits].sort((a, b) => comparePositions(a.range.start, b.range.start))) {
    result += text.slice(at, lines.offset(range.start)) + newText.replace(/\r?\n/g, lineEnd);
    at = lines.offset(range.end);
  }
  return result + text.slice(at);
}

/** Whether two ranges share a character, or both insert at one place: then the order of the edits would matter. */
export function overlap(a: Range, b: Range): boolean {
  if (comparePositions(a.start, b.start) === 0) return true;
  return comparePositions(a.start, b.end) < 0 && comparePositions(b.start, a.end) < 0;
}

function usesCarriageReturns(text: string): boolean {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r';
}
