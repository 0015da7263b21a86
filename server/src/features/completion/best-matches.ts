import { matchScore } from '../match-score.ts';

/** Something that can be typed. */
export interface Candidate {
  readonly name: string;
  /** The name in lower case. */
  readonly lower: string;
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
  for (const candidate of candidates) {
    const fit = typed === '' ? 0 : matchScore(typed, candidate.name, candidate.lower);
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
  return { name, lower: name.toLowerCase() };
}
