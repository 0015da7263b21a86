import { Lines } from '../../server/src/base/lines.ts';
import type { TextEdit } from '../../server/src/base/text.ts';
import type { TextFile } from './open.ts';

/** The files with the edits applied. Edits that overlap are an error: no editor would take them. */
export function applyEdits(files: readonly TextFile[], edits: readonly TextEdit[]): readonly TextFile[] {
  for (const { uri } of edits)
    if (!files.some(file => file.uri === uri)) throw new Error(`an edit is of ${uri}, which is no file of the case`);
  return files.map(({ uri, text }) => ({
    uri,
    text: applyTo(
      text,
      edits.filter(edit => edit.uri === uri),
    ),
  }));
}

function applyTo(text: string, edits: readonly TextEdit[]): string {
  const lines = new Lines(text);
  const spans = edits
    .map(({ range, newText }) => ({ start: lines.offset(range.start), end: lines.offset(range.end), newText }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let from = 0;
  for (const { start, end, newText } of spans) {
    if (start < from) throw new Error('edits overlap');
    result += text.slice(from, start) + newText;
    from = end;
  }
  return result + text.slice(from);
}

/**
 * What changed, as lines: `-` for those that went, `+` for those that came, after the name of their file. Lines that both
 * texts have, in order, are left out.
 */
export function printChange(before: readonly TextFile[], after: readonly TextFile[]): string {
  return before
    .flatMap(({ uri, text }, i) => {
      const changed = lineChanges(text.split('\n'), (after[i]?.text ?? '').split('\n'));
      return changed.length > 0 ? [uri.replace('file:///', ''), ...changed] : [];
    })
    .join('\n');
}

/** By the longest common subsequence; fixtures are small. */
function lineChanges(a: readonly string[], b: readonly string[]): readonly string[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  const changes: string[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      changes.push(`-${a[i++] ?? ''}`);
    } else {
      changes.push(`+${b[j++] ?? ''}`);
    }
  }
  return changes;
}
