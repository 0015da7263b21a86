import { Candidates } from '../../base/closest.ts';
import { groupBy } from '../../base/group-by.ts';
import { withoutTense } from '../../base/tense.ts';
import { plainName, splitWords } from '../../base/words.ts';
import type { EventDefinition, EventKind } from '../../plan/plan.ts';
import { perPlan } from '../per-plan.ts';

/** Look-up of a plan's events by what their names have in common with a name that is written in another way. */
export interface NameIndex {
  /** Events whose name differs in case and separators only. */
  readonly samePlain: (name: string) => readonly EventDefinition[];
  /** Events whose name has the same words, whatever their order and tense. */
  readonly sameWords: (name: string) => readonly EventDefinition[];
  /** Up to three names that may have been meant, the most similar first. */
  readonly nearest: (name: string) => readonly string[];
}

const indexes = perPlan(plan => ({
  track: indexOf(plan.events.track),
  page: indexOf(plan.events.page),
  screen: indexOf(plan.events.screen),
}));

export function nameIndex(plan: Parameters<typeof indexes>[0], kind: EventKind): NameIndex {
  return indexes(plan)[kind];
}

function indexOf(events: ReadonlyMap<string, EventDefinition>): NameIndex {
  let plain: ReadonlyMap<string, readonly EventDefinition[]> | undefined;
  let words: ReadonlyMap<string, readonly EventDefinition[]> | undefined;
  let candidates: Candidates | undefined;
  const similar = new Map<string, readonly string[]>();
  return {
    samePlain: name => (plain ??= group(events, plainName)).get(plainName(name)) ?? [],
    sameWords: name => (words ??= group(events, wordsKey)).get(wordsKey(name)) ?? [],
    nearest: name => {
      let found = similar.get(name);
      if (!found) similar.set(name, (found = (candidates ??= new Candidates(events.keys())).nearest(name, 3)));
      return found;
    },
  };
}

/** The words of a name without their order and tense; equal for `Order Completed`, `complete_order` and `OrderCompletes`. */
export function wordsKey(name: string): string {
  return splitWords(name)
    .map(word => withoutTense(word.text))
    .sort()
    .join(' ');
}

function group(
  events: ReadonlyMap<string, EventDefinition>,
  keyOf: (name: string) => string,
): ReadonlyMap<string, readonly EventDefinition[]> {
  return groupBy(events.values(), event => keyOf(event.name));
}
