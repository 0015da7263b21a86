import { matchScore } from '../match-score.ts';

/**
 * The `count` names that typed text fits best, the best first; of equal ones, and where nothing is typed, the earlier. Looks at each name once and
 * keeps only the best, since a plan may hold ten thousand and the answer is wanted within a keystroke.
 */
export function bestMatches<T>(
  candidates: Iterable<T>,
  typed: string,
  count: number,
  nameOf: (candidate: T) => string,
  penalty: (candidate: T) => number,
): readonly T[] {
  const best: { readonly candidate: T; readonly score: number }[] = [];
  for (const candidate of candidates) {
    const fit = typed === '' ? 0 : matchScore(typed, nameOf(candidate));
    if (fit === undefined) continue;
    const score = fit - penalty(candidate);
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
