import { withoutTense, singularOf } from '../../base/tense.ts';
import { isSamePlace } from '../../base/text.ts';
import { capitalize, plainName, splitWords, withCapitalsOf, type Word } from '../../base/words.ts';
import type { TrackingPlan, VocabularyWord } from '../../plan/plan.ts';
import { perPlan } from '../per-plan.ts';

export type WordClass = 'object' | 'action';

/** A part of an event's name that the plan's vocabulary does not have. */
export interface WordFault {
  readonly is: WordClass;
  /** The words as they stand in the name. */
  readonly text: string;
  /** The word of the vocabulary, where this one is its synonym. */
  readonly synonymOf?: VocabularyWord;
  /** The name with the vocabulary's word in place of the synonym. */
  readonly corrected?: string;
}

/** What of an event's name is outside the plan's vocabulary; nothing where the plan has none. */
export function wordFaults(name: string, plan: TrackingPlan): readonly WordFault[] {
  const known = vocabularies(plan);
  if (known.objects.isEmpty && known.actions.isEmpty) return [];
  const words = splitWords(name);
  const { object, action } = parts(words, known, plan.naming?.events?.framework === 'action-object');
  const faults = [faultOf('object', object, known.objects, name), faultOf('action', action, known.actions, name)];
  return faults.filter(fault => fault !== undefined);
}

/** The words of a class, by spelling: tense, number and case do not count. */
interface Words {
  readonly isEmpty: boolean;
  find(words: readonly Word[]): { readonly word: VocabularyWord; readonly isSynonym: boolean } | undefined;
}

const vocabularies = perPlan(({ vocabulary }) => ({
  objects: wordsOf(vocabulary?.objects ?? [], singularOf),
  actions: wordsOf(vocabulary?.actions ?? [], withoutTense),
}));

function wordsOf(entries: readonly VocabularyWord[], plain: (word: string) => string): Words {
  const keyOf = (words: readonly Word[]): string => words.map(word => plain(word.text)).join(' ');
  const found = new Map<string, { word: VocabularyWord; isSynonym: boolean }>();
  for (const word of entries) found.set(keyOf(splitWords(word.name)), { word, isSynonym: false });
  for (const word of entries)
    for (const { value } of word.synonyms) {
      const key = keyOf(splitWords(value));
      if (!found.has(key)) found.set(key, { word, isSynonym: true });
    }
  return { isEmpty: entries.length === 0, find: words => (words.length > 0 ? found.get(keyOf(words)) : undefined) };
}

interface Parts {
  readonly object: readonly Word[];
  readonly action: readonly Word[];
}

/**
 * Parts a name into object and action: where a known action starts, else where a known object ends, else before the
 * last word. Words after a known action (`Added To Cart`) belong to it and are free.
 */
function parts(words: readonly Word[], known: ReturnType<typeof vocabularies>, isActionFirst: boolean): Parts {
  if (isActionFirst) {
    for (let length = words.length - 1; length > 0; length--)
      if (known.actions.find(words.slice(0, length)))
        return { action: words.slice(0, length), object: words.slice(length) };
    return { action: words.slice(0, 1), object: words.slice(1) };
  }
  for (let from = 1; from < words.length; from++)
    for (let to = words.length; to > from; to--)
      if (known.actions.find(words.slice(from, to)))
        return { object: words.slice(0, from), action: words.slice(from, to) };
  for (let end = words.length - 1; end > 0; end--)
    if (known.objects.find(words.slice(0, end))) return { object: words.slice(0, end), action: words.slice(end) };
  return words.length === 1 && known.actions.find(words)
    ? { object: [], action: words }
    : { object: words.slice(0, Math.max(words.length - 1, 1)), action: words.slice(Math.max(words.length - 1, 1)) };
}

/**
 * An event's name with another word in the place of a word of the vocabulary, in the name's own case; undefined where the
 * name is not made of that word. `isExact` is false where the name has it in another number or tense.
 */
export function withOtherWord(
  name: string,
  word: VocabularyWord,
  other: string,
  plan: TrackingPlan,
): { readonly name: string; readonly isExact: boolean } | undefined {
  const known = vocabularies(plan);
  const { object, action } = parts(splitWords(name), known, plan.naming?.events?.framework === 'action-object');
  for (const [words, own] of [
    [object, known.objects],
    [action, known.actions],
  ] as const) {
    const found = own.find(words);
    const [first] = words;
    const last = words.at(-1);
    if (!found || found.isSynonym || !isSamePlace(found.word.location, word.location) || !first || !last) continue;
    const end = last.at + last.text.length;
    const text = name.slice(first.at, end);
    const isExact = plainName(text) === plainName(word.name);
    return { name: name.slice(0, first.at) + spelledAs(text, other, name) + name.slice(end), isExact };
  }
  return undefined;
}

function faultOf(is: WordClass, words: readonly Word[], known: Words, name: string): WordFault | undefined {
  const first = words[0];
  const last = words.at(-1);
  if (known.isEmpty || !first || !last) return undefined;
  const text = name.slice(first.at, last.at + last.text.length);
  const found = known.find(words);
  if (!found) return { is, text };
  if (!found.isSynonym) return undefined;
  const corrected =
    name.slice(0, first.at) + spelledAs(text, found.word.name, name) + name.slice(last.at + last.text.length);
  return { is, text, synonymOf: found.word, corrected };
}

/** The vocabulary's word in the case and with the separators of the name that it is put into: `Credit Card` in `bill_paid` is `credit_card`. */
function spelledAs(replaced: string, word: string, name: string): string {
  const separator = /[\s_\-.:|/]/.exec(name)?.[0] ?? '';
  return splitWords(word)
    .map(({ text }, i) => (i > 0 && separator === '' ? capitalize(text) : withCapitalsOf(replaced, text)))
    .join(separator);
}
