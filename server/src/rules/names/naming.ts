import { baseOf, isPast, isPlainVerb, isVerb, pastOf } from '../../base/tense.ts';
import { isInCase, joinWords, splitWords, withCapitalsOf, wordsOutOfCase, type Word } from '../../base/words.ts';
import type { NameCase } from '../../base/vocabulary.ts';
import type { Naming, TrackingPlan } from '../../plan/plan.ts';
import { matchesWhole } from '../../plan/pattern.ts';
import { quote } from '../phrase.ts';

/** How a name breaks its convention, and how it would be right. */
export interface NamingFault {
  /** What is wrong, as the end of a sentence: `is not in Title Case`. */
  readonly says: string;
  /** The whole name with every fault repaired; undefined where no repair is plain. */
  readonly corrected: string | undefined;
}

/** The first fault of an event's name against the plan's naming; a name that may be right has none. */
export function eventNamingFault(name: string, plan: TrackingPlan): NamingFault | undefined {
  const naming = plan.naming?.events;
  if (!naming || isVendorName(name)) return undefined;
  const first = firstFault(name, naming, plan);
  return first && { ...first, corrected: repaired(name, naming, plan) };
}

function firstFault(name: string, naming: EventNaming, plan: TrackingPlan): NamingFault | undefined {
  return (
    spacing(name) ??
    order(name, naming, plan) ??
    tense(name, naming, plan) ??
    letterCase(name, naming) ??
    pattern(name, naming)
  );
}

/** The fault of a page's, a screen's or a property's name, of which only case and spaces are agreed. */
export function plainNamingFault(name: string, naming: Naming['properties']): NamingFault | undefined {
  if (!naming || isVendorName(name)) return undefined;
  return spacing(name) ?? letterCase(name, naming) ?? pattern(name, naming);
}

/** Names that a vendor has chosen (`$pageview`, `[Amplitude] Revenue`, `_id`) follow the vendor's convention. */
function isVendorName(name: string): boolean {
  return /^[$[_]/.test(name);
}

type EventNaming = NonNullable<Naming['events']>;

function spacing(name: string): NamingFault | undefined {
  if (!/^\s|\s\s|\s$|[^\S ]/.test(name)) return undefined;
  const corrected = name.trim().replace(/\s+/g, ' ');
  if (corrected === name || corrected === '') return undefined;
  const where = name.trim() !== name ? 'begins or ends with a space' : 'has more than one space between words';
  return { says: `${where}, which makes it another name to every tool`, corrected };
}

function letterCase(name: string, { case: nameCase = 'any' }: { readonly case?: NameCase }): NamingFault | undefined {
  if (isInCase(name, nameCase)) return undefined;
  const wrong = wordsOutOfCase(name, nameCase);
  const corrected = wrong.length > 0 ? replaceWords(name, wrong) : respell(name, nameCase);
  if (corrected === name) return undefined;
  const first = wrong.length === 1 ? wrong[0] : undefined;
  const detail = first ? `: ${quote(first.word.text)} should be ${quote(first.right)}` : '';
  return { says: `is not in ${nameCase}${detail}`, corrected: isInCase(corrected, nameCase) ? corrected : undefined };
}

function respell(name: string, nameCase: NameCase): string {
  const words = splitWords(name).flatMap(word => word.text.split(/[^\p{L}\p{N}]+/u).filter(part => part !== ''));
  return joinWords(words, nameCase);
}

function order(name: string, { framework }: EventNaming, plan: TrackingPlan): NamingFault | undefined {
  if (framework !== 'object-action' && framework !== 'action-object') return undefined;
  const words = splitWords(name);
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last || words.length < 2) return undefined;
  const isActionFirst = isSurely(first, words.slice(1), plan);
  const isActionLast = isSurely(last, words.slice(0, -1), plan);
  if (framework === 'object-action' && isActionFirst && !isParticle(words[1])) {
    const says = `puts the action ${quote(first.text)} first, and this plan names the object first`;
    return { says, corrected: reordered(name, [...words.slice(1), first], plan) };
  }
  if (framework === 'action-object' && isActionLast) {
    const says = `puts the action ${quote(last.text)} last, and this plan names the action first`;
    return { says, corrected: reordered(name, [last, ...words.slice(0, -1)], plan) };
  }
  return undefined;
}

/** Whether one word names the action and none of the others can: `Completed`, or a verb that is no noun, as `Add`. */
function isSurely(action: Word, others: readonly Word[], plan: TrackingPlan): boolean {
  if (others.some(word => isAction(word, plan))) return false;
  return isAction(action, plan) || (isPlainVerb(action.text) && !others.some(word => isPlainVerb(word.text)));
}

/** `Signed Up` and `Logged In` have no object, which is no matter of order. */
function isParticle(word: Word | undefined): boolean {
  return word !== undefined && /^(?:up|in|out|on|off|over|down|back|away|through)$/i.test(word.text);
}

function reordered(name: string, words: readonly Word[], plan: TrackingPlan): string | undefined {
  const nameCase = plan.naming?.events?.case ?? 'any';
  const texts = words.map(word => word.text);
  if (nameCase !== 'any') return joinWords(texts, nameCase);
  const separators = [...new Set(name.match(/[\s_\-.:|/]+/g) ?? [])];
  if (separators.length !== 1) return undefined;
  const moved = texts.map((text, i) => withCapitalsOf(splitWords(name)[i]?.text ?? text, text));
  return moved.join(separators[0]);
}

/** A past tense surely, or one of the vocabulary's actions. A base form may be a noun (`Order`, `View`), so it does not tell. */
function isAction(word: Word, plan: TrackingPlan): boolean {
  return isPast(word.text) || isVocabularyAction(word.text, plan);
}

function isVocabularyAction(text: string, plan: TrackingPlan): boolean {
  const lower = text.toLowerCase();
  return (plan.vocabulary?.actions ?? []).some(
    ({ name, synonyms }) => name.toLowerCase() === lower || synonyms.some(({ value }) => value.toLowerCase() === lower),
  );
}

function tense(name: string, { tense: wanted, framework }: EventNaming, plan: TrackingPlan): NamingFault | undefined {
  const words = splitWords(name);
  const at = framework === 'action-object' ? words[0] : words.at(-1);
  if (!at || framework === 'none') return undefined;
  if (wanted === 'past') return notPast(name, words, at, plan);
  if (wanted === 'present') return notPresent(name, words, plan);
  return undefined;
}

function notPast(name: string, words: readonly Word[], at: Word, plan: TrackingPlan): NamingFault | undefined {
  if (words.some(word => isAction(word, plan))) return undefined;
  const base = baseOf(at.text);
  if (base !== undefined) {
    // In `Update Team Name` either end may be the action, and only a person knows which.
    const others = words.filter(word => word !== at && isVerb(word.text));
    if (others.length > 0 && words.length > 2 && !isPlainVerb(at.text))
      return { says: 'names no action in the past tense', corrected: undefined };
    const right = withCapitalsOf(at.text, pastOf(base));
    return {
      says: `should say what has happened: ${quote(right)} instead of ${quote(at.text)}`,
      corrected: replaceWords(name, [{ word: at, right }]),
    };
  }
  // Where the plan lists its actions, `unknown-action` says more.
  if (words.some(word => isVerb(word.text)) || plan.vocabulary?.actions.length) return undefined;
  return { says: 'names no action in the past tense', corrected: undefined };
}

function notPresent(name: string, words: readonly Word[], plan: TrackingPlan): NamingFault | undefined {
  const past = words.filter(word => isPast(word.text) && !isVerb(word.text) && !isVocabularyAction(word.text, plan));
  const word = past.length === 1 ? past[0] : undefined;
  const base = word && baseOf(word.text);
  if (!word || base === undefined) return undefined;
  const right = withCapitalsOf(word.text, base);
  return {
    says: `should be in the present tense: ${quote(right)} instead of ${quote(word.text)}`,
    corrected: replaceWords(name, [{ word, right }]),
  };
}

function pattern(name: string, { pattern: wanted }: Pick<EventNaming, 'pattern'>): NamingFault | undefined {
  if (!wanted || matchesWhole(wanted.value, name) !== false) return undefined;
  return { says: `does not match the pattern ${wanted.value} of this plan`, corrected: undefined };
}

/** Applies one repair after the other until nothing is left to repair; undefined where some fault stays. */
function repaired(name: string, naming: EventNaming, plan: TrackingPlan): string | undefined {
  let current = name;
  for (let round = 0; round < 5; round++) {
    const fault = firstFault(current, naming, plan);
    if (!fault) return current === name ? undefined : current;
    if (fault.corrected === undefined || fault.corrected === current) return undefined;
    current = fault.corrected;
  }
  return undefined;
}

/** Writes other words into a name and leaves all else as it is. */
function replaceWords(name: string, changes: readonly { readonly word: Word; readonly right: string }[]): string {
  let text = name;
  for (const { word, right } of [...changes].sort((a, b) => b.word.at - a.word.at))
    text = text.slice(0, word.at) + right + text.slice(word.at + word.text.length);
  return text;
}
