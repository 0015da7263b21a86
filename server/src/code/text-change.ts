/** What differs between two versions of a text: from `start` to `oldEnd` in the old one, `delta` characters more in the new one. */
export interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly delta: number;
}

/** The shortest part in which two texts differ. */
export function changeBetween(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  const start = commonLength(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const { length } = before;
  const { length: newLength } = after;
  const behind = commonLength(
    shorter - start,
    (from, to) => before.slice(length - to, length - from) === after.slice(newLength - to, newLength - from),
  );
  return { start, oldEnd: length - behind, delta: newLength - length };
}

/** How far something holds of every part, up to a length. Most of a text is as it was: long stretches are asked for at once. */
function commonLength(most: number, holds: (from: number, to: number) => boolean): number {
  let at = 0;
  for (let stretch = 16_384; stretch >= 1; stretch >>= 2)
    while (at + stretch <= most && holds(at, at + stretch)) at += stretch;
  return at;
}
