import type { ValueType } from '../../base/vocabulary.ts';
import { patternError } from '../pattern.ts';
import type { ValueConstraint } from '../plan.ts';
import { expectedTypes, faultOfLength, faultOfValue, fits, typeOf } from '../value.ts';
import { offsetInScalar } from './offset.ts';
import { scalarsOf, textOf, type Reading } from './reading.ts';
import { valueOf, type Key, type MapNode, type Node } from './tree.ts';

/**
 * Reports what the words of one constraint say against each other, which no schema can express. In a plan that is not
 * ours, words without effect and samples are left alone: JSON Schema allows them, and tools write them.
 */
export function checkConstraint(reading: Reading, node: MapNode, constraint: ValueConstraint, isOurs = true): void {
  let bounds = 0;
  // Most constraints are a type and a description, of which there is nothing to say.
  for (const { key, value } of node.entries) {
    const word = words.get(key.name);
    if (word === undefined) continue;
    if (word.bound) bounds++;
    if (isOurs) checkApplicable(reading, key, word.about, constraint);
    if (key.name === 'pattern') checkPattern(reading, value);
    else if (key.name === 'enum' || key.name === 'const') checkListedValues(reading, key.name, value, constraint);
    else if (!isOurs) continue;
    else if (key.name === 'default') checkSample(reading, 'The default', value, constraint);
    else if (key.name === 'examples' && value?.kind === 'list') {
      for (const sample of value.items) checkSample(reading, 'This example', sample, constraint);
    }
  }
  if (bounds > 1) checkBounds(reading, node, constraint);
}

/** Reports a regular expression that cannot be one, at the character where it fails. */
export function checkPattern(reading: Reading, node: Node | undefined): void {
  const pattern = textOf(node);
  if (pattern === undefined || node?.kind !== 'scalar') return;
  const error = patternError(pattern);
  if (!error) return;
  const at = offsetInScalar(reading.text, node, error.index);
  // An error at the end of the pattern has no character of its own.
  const span = at === undefined ? node : { start: Math.min(at, node.end - 1), end: Math.min(at + 1, node.end) };
  reading.invalid(span, `This is not a regular expression: ${error.message.replace(/\.$/, '')}.`);
}

const pairs = [
  ['minimum', 'maximum', 'inclusive'],
  ['minimum', 'exclusiveMaximum', 'exclusive'],
  ['exclusiveMinimum', 'maximum', 'exclusive'],
  ['exclusiveMinimum', 'exclusiveMaximum', 'exclusive'],
  ['minLength', 'maxLength', 'inclusive'],
  ['minItems', 'maxItems', 'inclusive'],
] as const;

function checkBounds(reading: Reading, node: Node, constraint: ValueConstraint): void {
  for (const [low, high, bound] of pairs) {
    const smallest = constraint[low];
    const largest = constraint[high];
    if (smallest === undefined || largest === undefined) continue;
    if (bound === 'inclusive' ? smallest <= largest : smallest < largest) continue;
    const place = valueOf(node, low);
    if (place)
      reading.invalid(place, `No value can follow this: \`${low}\` is ${smallest}, but \`${high}\` is ${largest}.`);
  }
}

interface Word {
  /** The types that it says something about. Of a value of another type it says nothing, so it is a slip there. */
  readonly about: readonly ValueType[] | undefined;
  readonly bound: boolean;
}

const text: readonly ValueType[] = ['string'];
const number: readonly ValueType[] = ['number', 'integer'];
const list: readonly ValueType[] = ['array'];
const object: readonly ValueType[] = ['object'];

/** The words that can contradict others. */
const words: ReadonlyMap<string, Word> = new Map([
  ['pattern', { about: text, bound: false }],
  ['format', { about: text, bound: false }],
  ['minLength', { about: text, bound: true }],
  ['maxLength', { about: text, bound: true }],
  ['minimum', { about: number, bound: true }],
  ['maximum', { about: number, bound: true }],
  ['exclusiveMinimum', { about: number, bound: true }],
  ['exclusiveMaximum', { about: number, bound: true }],
  ['items', { about: list, bound: false }],
  ['minItems', { about: list, bound: true }],
  ['maxItems', { about: list, bound: true }],
  ['properties', { about: object, bound: false }],
  ['additionalProperties', { about: object, bound: false }],
  ['enum', { about: undefined, bound: false }],
  ['const', { about: undefined, bound: false }],
  ['default', { about: undefined, bound: false }],
  ['examples', { about: undefined, bound: false }],
]);

function checkApplicable(
  reading: Reading,
  key: Key,
  about: readonly ValueType[] | undefined,
  { types }: ValueConstraint,
): void {
  if (!about || !types || about.some(type => types.includes(type))) return;
  const wanted = expectedTypes(about.slice(0, 1));
  reading.invalid(key, `\`${key.name}\` says something about ${wanted}, but the type is ${types.join(' or ')}.`);
}

function checkListedValues(
  reading: Reading,
  word: 'enum' | 'const',
  node: Node | undefined,
  { types, enum: values }: ValueConstraint,
): void {
  if (word === 'enum') {
    const seen = new Set<unknown>();
    for (const item of node?.kind === 'list' ? scalarsOf(node) : []) {
      const shown = JSON.stringify(item.value);
      if (seen.has(item.value)) reading.invalid(item, `${shown} is listed twice.`);
      seen.add(item.value);
      if (types && !fits(typeOf(item.value), types)) {
        reading.invalid(item, `${shown} can never be sent, since it is not ${expectedTypes(types)}.`);
      }
    }
  } else if (node?.kind === 'scalar') {
    if (types && !fits(typeOf(node.value), types)) {
      reading.invalid(node, `\`const\` must be ${expectedTypes(types)}, as \`type\` says.`);
    } else if (values && !values.some(each => each.value === node.value)) {
      reading.invalid(node, '`const` must be one of the values of `enum`.');
    }
  }
}

/** `default` and `examples` follow what the rest says. */
function checkSample(reading: Reading, what: string, sample: Node | undefined, constraint: ValueConstraint): void {
  const expected = sample && expectation(sample, constraint);
  if (sample && expected !== undefined) reading.invalid(sample, `${what} must be ${expected}, as the property says.`);
}

function expectation(sample: Node, constraint: ValueConstraint): string | undefined {
  if (sample.kind === 'scalar') return faultOfValue(sample.value, constraint)?.expected;
  const type = sample.kind === 'list' ? 'array' : 'object';
  if (constraint.types && !constraint.types.includes(type)) return expectedTypes(constraint.types);
  return sample.kind === 'list' ? faultOfLength(sample.items.length, constraint)?.expected : undefined;
}
