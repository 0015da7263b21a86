/** What differs between two versions of a text: from `start` to `oldEnd` in the old one, `delta` characters more in the new one. */
export interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly delta: number;
}

/** In characters. */
const stretch = 1024;

/** The shortest part in which two texts differ. */
export function changeBetween(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  // Most of a text is as it was: long stretches are compared at once.
  while (start + stretch <= shorter && before.startsWith(after.slice(start, start + stretch), start)) start += stretch;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let oldEnd = before.length;
  const delta = after.length - before.length;
  while (
    oldEnd - stretch >= start &&
    oldEnd + delta - stretch >= start &&
    before.startsWith(after.slice(oldEnd + delta - stretch, oldEnd + delta), oldEnd - stretch)
  )
    oldEnd -= stretch;
  while (
    oldEnd > start &&
    oldEnd + delta > start &&
    before.charCodeAt(oldEnd - 1) === after.charCodeAt(oldEnd + delta - 1)
  )
    oldEnd--;
  return { start, oldEnd, delta };
}
