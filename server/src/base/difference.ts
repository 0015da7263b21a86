import { Lines } from './lines.ts';
import type { Range } from './text.ts';

/** The one replacement that makes a text of another, without what both begin and end with. */
export function difference(before: string, after: string): { readonly range: Range; readonly newText: string } {
  let start = 0;
  while (start < before.length && before.charAt(start) === after.charAt(start)) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.charAt(before.length - 1 - end) === after.charAt(after.length - 1 - end)) end++;
  const range = new Lines(before).range(start, before.length - end);
  return { range, newText: after.slice(start, after.length - end) };
}
