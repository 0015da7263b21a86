/**
 * A part of a text as a string of its own. Engines keep a whole text alive for a slice of it, and so every version of a file that
 * anything was ever read from: a copy through a concatenation is what breaks that tie.
 */
export function detached(part: string): string {
  // Shorter ones are copied by V8 itself.
  return part.length < shortestSlice ? part : ` ${part}`.slice(1);
}

/** V8's `SlicedString::kMinLength`. */
const shortestSlice = 13;
