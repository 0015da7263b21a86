import { Lines } from '../../base/lines.ts';
import { comparePositions, type Location, type Range } from '../../base/text.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/** The text of a place; undefined where the file is not known. */
export function textAt({ uri, range }: Location, snapshot: Snapshot): string | undefined {
  const text = snapshot.text(uri);
  if (text === undefined) return undefined;
  const lines = snapshot.codeFiles.get(uri)?.lines ?? new Lines(text);
  return text.slice(lines.offset(range.start), lines.offset(range.end));
}

export function isInside(outer: Range, inner: Range): boolean {
  return comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0;
}
