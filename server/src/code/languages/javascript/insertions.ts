import type { Insertion } from './parser.ts';

/** Leads from an offset in a text with insertions to the text without them. */
export function originalOffset(insertions: readonly Insertion[], offset: number): number {
  let inserted = 0;
  for (const { at, text } of insertions) {
    if (offset <= at + inserted) break;
    if (offset < at + inserted + text.length) return at;
    inserted += text.length;
  }
  return offset - inserted;
}
