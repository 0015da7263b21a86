import { objectOf } from '../../base/event-words.ts';
import { groupBy } from '../../base/group-by.ts';
import { singularOf } from '../../base/tense.ts';
import { splitWords } from '../../base/words.ts';
import { joinPlan } from '../../plan/join.ts';
import type { Naming, Vocabulary, VocabularyWord } from '../../plan/plan.ts';
import { eventNamingFault } from '../names/naming.ts';
import { wordFaults } from '../names/vocabulary.ts';

/** The words that names are made of, and the names that are not made of them. */
export interface InferredVocabulary {
  readonly vocabulary?: Vocabulary;
  readonly outliers: readonly string[];
}

/**
 * The vocabulary of event names that follow a convention of objects and actions: the words of the names that follow it.
 * Where most actions stand in one name only there is no vocabulary, but a list of names.
 */
export function inferVocabulary(events: readonly string[], naming: Naming['events']): InferredVocabulary {
  const { framework } = naming ?? {};
  if (!naming || framework === undefined || framework === 'none') return { outliers: [] };
  const names = [...new Set(events)];
  const plan = { ...joinPlan('file:///', []), naming: { events: naming, range } };
  const parted = names
    .filter(name => splitWords(name).length > 1 && !eventNamingFault(name, plan))
    .map(name => partsOf(name, framework === 'action-object'));
  const actions = groupBy(parted, ({ action }) => action.toLowerCase());
  const shared = parted.filter(({ action }) => (actions.get(action.toLowerCase())?.length ?? 0) > 1);
  if (parted.length < FEWEST || shared.length < parted.length * SHARE) return { outliers: [] };
  const vocabulary: Vocabulary = {
    objects: words(
      parted.map(({ object }) => object),
      singularOf,
    ),
    actions: words(
      parted.map(({ action }) => action),
      action => action,
    ),
  };
  const outliers = names.filter(name => wordFaults(name, { ...plan, vocabulary }).length > 0);
  return { vocabulary, outliers };
}

/** Fewer names are no vocabulary. */
const FEWEST = 6;

/** This part of the names must have an action that others have too. */
const SHARE = 0.5;

function partsOf(name: string, isActionFirst: boolean): { readonly object: string; readonly action: string } {
  const all = splitWords(name).map(({ text }) => text);
  const count = splitWords(objectOf(name)).length;
  const [object, action] = isActionFirst ? [all.slice(1), all.slice(0, 1)] : [all.slice(0, count), all.slice(count)];
  return { object: object.join(' '), action: action.join(' ') };
}

/** The most frequent first; of several spellings the first. */
function words(found: readonly string[], plain: (word: string) => string): readonly VocabularyWord[] {
  const groups = groupBy(
    found.filter(word => word !== ''),
    word => plain(word.toLowerCase()),
  );
  return [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .flatMap(([name]) => (name === undefined ? [] : [{ name, location: { uri: '', range }, synonyms: [] }]));
}

const start = { line: 0, character: 0 };
const range = { start, end: start };
