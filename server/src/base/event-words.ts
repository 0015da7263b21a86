import { isPast, isPlainVerb, isVerb } from './tense.ts';
import { splitWords } from './words.ts';

/**
 * What an event is about: its name without the word for what happened, `Order` for `Order Completed`; in a name with a
 * part that stands before a sign of its own, that part, `auth` for `auth:sign_in`.
 */
export function objectOf(name: string): string {
  const area = /^([^\s:./]+)[:./]\S/.exec(name)?.[1];
  if (area !== undefined && splitWords(area).length > 0)
    return splitWords(area)
      .map(({ text }) => text)
      .join(' ');
  const words = splitWords(name).map(word => word.text);
  const [first = name] = words;
  if (words.length < 2) return first;
  const particle = particles.has(words.at(-1)?.toLowerCase() ?? '') ? 1 : 0;
  const before = words.slice(0, -1 - particle).join(' ');
  if (endsInPast(name)) return before === '' ? name : before;
  if (beginsWithVerb(name)) return words.slice(1).join(' ');
  return endsInVerb(name) && before !== '' ? before : first;
}

export function endsInPast(name: string): boolean {
  return isPast(actionOf(name));
}

export function endsInVerb(name: string): boolean {
  return isPast(actionOf(name)) || isVerb(actionOf(name));
}

export function beginsWithVerb(name: string): boolean {
  const first = splitWords(name)[0]?.text ?? '';
  return isPast(first) || isPlainVerb(first);
}

/** The last word, or the one before `up` in `Signed Up`. */
function actionOf(name: string): string {
  const words = splitWords(name).map(word => word.text);
  const last = words.at(-1) ?? '';
  return particles.has(last.toLowerCase()) ? (words.at(-2) ?? last) : last;
}

const particles: ReadonlySet<string> = new Set(['in', 'out', 'up', 'down', 'on', 'off', 'over']);
