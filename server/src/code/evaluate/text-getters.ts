import { joinWords, splitWords } from '../../base/words.ts';
import type { NameCase } from '../../base/vocabulary.ts';
import { mapStrings, sameText } from './strings.ts';
import { primitive } from './primitives.ts';
import type { Alternative, Value } from './value.ts';

/**
 * What Ruby answers to a method of texts that is called without brackets: `name.to_s`, `name.downcase`. Undefined for all other
 * names, and where something else than a text is asked.
 */
export function textGetter(alternative: Alternative, name: string): Value | undefined {
  const change = getters.get(name);
  if (!change) return undefined;
  const isText =
    alternative.v === 'text' ||
    alternative.v === 'parameter' ||
    (alternative.v === 'scalar' && typeof alternative.value === 'string');
  if (!isText) return undefined;
  return mapStrings([alternative], change, each =>
    each.v === 'parameter' ? [{ ...each, derived: 'text' }] : primitive('string'),
  );
}

function spell(nameCase: NameCase): (text: string) => string {
  return text =>
    joinWords(
      splitWords(text).map(word => word.text),
      nameCase,
    );
}

const getters: ReadonlyMap<string, (text: string) => string> = new Map([
  ['to_s', sameText],
  ['to_sym', sameText],
  ['to_str', sameText],
  ['strip', text => text.trim()],
  ['squish', text => text.trim().replace(/\s+/g, ' ')],
  ['chomp', text => text.replace(/\r?\n$/, '')],
  ['downcase', text => text.toLowerCase()],
  ['upcase', text => text.toUpperCase()],
  ['titleize', spell('Title Case')],
  ['underscore', spell('snake_case')],
]);
