import { matcher } from '../match-score.ts';

/** Something that can be typed. */
export interface Candidate {
  readonly name: string;
  /** The name in lower case. */
  readonly lower: string;
  /** Which characters occur in it, a bit for each of 32 groups of them. */
  readonly chars: number;
}

/**
 * The `count` candidates that typed text fits best, the best first; of equal ones, and where nothing is typed, the
 * earlier. Looks at each once and keeps only the best, since a plan may hold ten thousand and the answer is wanted within
 * a keystroke. What has a penalty comes after what has a smaller one.
 */
export function bestMatches<T extends Candidate>(
  candidates: readonly T[],
  typed: string,
  count: number,
  penalty: (candidate: T) => number,
): readonly T[] {
  const best: { readonly candidate: T; readonly score: number }[] = [];
  const wanted = charsOf(typed.toLowerCase().replace(/[ _.-]/g, ''));
  const fitOf = matcher(typed);
  for (const candidate of candidates) {
    if ((candidate.chars & wanted) !== wanted) continue;
    const fit = typed === '' ? 0 : fitOf(candidate.name, candidate.lower);
    if (fit === undefined) continue;
    const score = fit - penalty(candidate) * 1000;
    const last = best.at(-1);
    if (best.length === count && last && last.score >= score) continue;
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((best[middle]?.score ?? 0) >= score) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, { candidate, score });
    if (best.length > count) best.pop();
  }
  return best.map(({ candidate }) => candidate);
}

export function candidate(name: string): Candidate {
  const lower = name.toLowerCase();
  return { name, lower, chars: charsOf(lower) };
}

/** Where a bit is missing, none of its characters occurs: most names are passed over without a look at their letters. */
function charsOf(lower: string): number {
  let chars = 0;
  for (let at = 0; at < lower.length; at++) chars |= 1 << (lower.charCodeAt(at) & 31);
  return chars;
}
