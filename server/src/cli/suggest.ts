import { closest } from '../base/closest.ts';

/** `Did you mean check?`, where something among the candidates is near; else what to do instead. */
export function suggest(word: string, candidates: readonly string[], otherwise: string): string {
  const meant = closest(word, candidates);
  return meant === undefined ? otherwise : `Did you mean ${meant}?`;
}
