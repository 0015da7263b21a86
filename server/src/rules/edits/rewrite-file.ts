import { difference } from '../../base/difference.ts';
import { Lines } from '../../base/lines.ts';
import type { TextEdit } from '../../base/text.ts';
import { formatById } from '../../plan/formats/index.ts';
import type { PlanFormat } from '../../plan/format.ts';
import type { PlanFile } from '../../plan/plan.ts';

/** One change of a plan file, as edits of its present text; undefined where it cannot be made. */
export type Step = (file: PlanFile, format: PlanFormat) => readonly TextEdit[] | undefined;

/**
 * Several changes, each in the text that the one before has left, since two may have to be written at one place. One
 * edit comes out; undefined where one of them cannot be made.
 */
export function rewriteFile(file: PlanFile, steps: readonly Step[]): TextEdit | undefined {
  const format = formatById(file.format);
  let current = file;
  for (const step of steps) {
    const edits = format && step(current, format);
    if (!edits) return undefined;
    if (edits.length > 0) current = format.parse(file.uri, applied(current.text, edits));
  }
  return current === file ? undefined : { uri: file.uri, ...difference(file.text, current.text) };
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = new Lines(text);
  const inOrder = edits
    .map(({ range, newText }) => ({ start: lines.offset(range.start), end: lines.offset(range.end), newText }))
    .sort((a, b) => a.start - b.start);
  return inOrder.reduceRight(
    (result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end),
    text,
  );
}
