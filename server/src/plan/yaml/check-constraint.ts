import type { ValueType } from '../../base/vocabulary.ts';
import { patternError } from '../pattern.ts';
import type { ValueConstraint } from '../plan.ts';
import { expectedTypes, faultOfLength, faultOfValue, fits, typeOf } from '../value.ts';
import { offsetInScalar } from './offset.ts';
import { scalarsOf, textOf, type Reading } from './reading.ts';
import { entryOf, valueOf, type Node } from './tree.ts';

/** Reports what the words of one constraint say against each other, which no schema can express. */
export function checkConstraint(reading: Reading, node: Node, constraint: ValueConstraint): void {
  checkBounds(reading, node, constraint);
  checkApplicable(reading, node, constraint);
  checkListedValues(reading, node, constraint);
  checkPattern(reading, valueOf(node, 'pattern'));
  checkSamples(reading, node, constraint);
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

/** Which types a word says something about. Of a value of another type it says nothing, so it is a slip there. */
const applicable: Readonly<Record<string, readonly ValueType[]>> = {
  pattern: ['string'],
  format: ['string'],
  minLength: ['string'],
  maxLength: ['string'],
  minimum: ['number', 'integer'],
  maximum: ['number', 'integer'],
  exclusiveMinimum: ['number', 'integer'],
  exclusiveMaximum: ['number', 'integer'],
  items: ['array'],
  minItems: ['array'],
  maxItems: ['array'],
  properties: ['object'],
  additionalProperties: ['object'],
};

function checkApplicable(reading: Reading, node: Node, { types }: ValueConstraint): void {
  if (!types || node.kind !== 'map') return;
  for (const { key } of node.entries) {
    const wanted = Object.hasOwn(applicable, key.name) ? applicable[key.name] : undefined;
    if (!wanted || wanted.some(type => types.includes(type))) continue;
    const word = wanted[0] ?? 'string';
    reading.invalid(
      key,
      `\`${key.name}\` says something about ${expectedTypes([word])}, but the type is ${types.join(' or ')}.`,
    );
  }
}

function checkListedValues(reading: Reading, node: Node, constraint: ValueConstraint): void {
  const { types } = constraint;
  const listed = valueOf(node, 'enum');
  const seen = new Set<unknown>();
  for (const item of listed?.kind === 'list' ? scalarsOf(listed) : []) {
    if (seen.has(item.value)) reading.invalid(item, `${JSON.stringify(item.value)} is listed twice.`);
    seen.add(item.value);
    if (types && !fits(typeOf(item.value), types)) {
      reading.invalid(
        item,
        `${JSON.stringify(item.value)} can never be sent, since it is not ${expectedTypes(types)}.`,
      );
    }
  }
  const constant = entryOf(node, 'const')?.value;
  if (constant?.kind !== 'scalar') return;
  if (types && !fits(typeOf(constant.value), types)) {
    reading.invalid(constant, `\`const\` must be ${expectedTypes(types)}, as \`type\` says.`);
  } else if (constraint.enum && !seen.has(constant.value)) {
    reading.invalid(constant, '`const` must be one of the values of `enum`.');
  }
}

/** `default` and `examples` follow what the rest says. */
function checkSamples(reading: Reading, node: Node, constraint: ValueConstraint): void {
  const examples = valueOf(node, 'examples');
  const samples = [
    { word: 'The default', sample: entryOf(node, 'default')?.value },
    ...(examples?.kind === 'list' ? examples.items : []).map(sample => ({ word: 'This example', sample })),
  ];
  for (const { word, sample } of samples) {
    if (!sample) continue;
    const expected = expectation(sample, constraint);
    if (expected !== undefined) reading.invalid(sample, `${word} must be ${expected}, as the property says.`);
  }
}

function expectation(sample: Node, constraint: ValueConstraint): string | undefined {
  if (sample.kind === 'scalar') return faultOfValue(sample.value, constraint)?.expected;
  const type = sample.kind === 'list' ? 'array' : 'object';
  if (constraint.types && !constraint.types.includes(type)) return expectedTypes(constraint.types);
  return sample.kind === 'list' ? faultOfLength(sample.items.length, constraint)?.expected : undefined;
}
