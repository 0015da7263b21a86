/**
 * Words that are values of something rather than things: two events that differ in two words of one class say the same
 * of two values. Closed classes only, so that `Order Item Added` and `Order Note Added` are never a family.
 */
const CLASSES: Readonly<Record<string, string>> = {
  color: 'red blue green yellow orange purple pink black white grey gray brown violet',
  size: 'small medium large xs xl xxl',
  side: 'left right top bottom upper lower',
  number: 'one two three four five six seven eight nine ten',
  rank: 'first second third fourth fifth 1st 2nd 3rd 4th 5th',
  weekday: 'monday tuesday wednesday thursday friday saturday sunday',
  month: 'january february march april may june july august september october november december',
  provider: 'google facebook apple github twitter linkedin microsoft instagram',
  platform: 'ios android web desktop mobile',
};

const CLASS_OF = new Map(
  Object.entries(CLASSES).flatMap(([name, words]) => words.split(' ').map(word => [word, name] as const)),
);

/** What a word is a value of: `color` for `Red`, `number` for `2`; undefined for words that name things or actions. */
export function valueClassOf(word: string): string | undefined {
  if (/^\d+$/.test(word)) return 'number';
  return CLASS_OF.get(word.toLowerCase());
}
