import type { Fix } from '../base/finding.ts';
import type { ValueType } from '../base/vocabulary.ts';
import { languageOf } from '../code/languages/index.ts';
import type { SentProperty, TrackCall } from '../code/track-call.ts';
import { allowedTypes } from '../plan/value.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { shorthandVariable } from './edits/edit-property.ts';
import { isInside } from './edits/text-at.ts';
import { literalOf, writtenText } from './edits/written-value.ts';
import type { SentFault } from './payload/value-faults.ts';
import { valueProblems } from './payload/value-remarks.ts';
import type { Rule } from './rule.ts';

export const wrongType: Rule = {
  id: 'wrong-type',
  severity: { light: 'warning', recommended: 'error', strict: 'error' },
  where: 'code',
  summary: 'A value cannot have the type that the plan asks for.',
  why: `A total that is sent as \`"10"\` cannot be summed, and the column of a warehouse that has seen both types becomes text
for ever. This rule compares the type of each value with the plan: the value of a literal or constant, and the static type of
any other expression (from the type checker in TypeScript and JavaScript, from declarations elsewhere).

It reports what surely cannot fit, and \`null\` where the type says that it is possible and the plan does not. A number whose
fraction is unknown may be an integer, a \`Date\` is sent as a string, and a value of unknown type is never reported.`,
  fixes: ['correct-value', 'convert-value'],
  examples: [
    {
      plan: 'events:\n  Order Completed:\n    properties: { total: number }\n',
      bad: `analytics.track('Order Completed', { total: '10' });`,
      good: `analytics.track('Order Completed', { total: 10 });`,
    },
    {
      plan: 'events:\n  Order Completed:\n    properties: { total: number }\n',
      bad: `export function done(total: string) {
  analytics.track('Order Completed', { total });
}`,
      good: `export function done(total: string) {
  analytics.track('Order Completed', { total: Number(total) });
}`,
    },
  ],

  *call(call, context) {
    yield* valueProblems(call, context, 'type', (fault, sent) => conversions(fault, sent, call, context.snapshot));
  },
};

type Target = 'string' | 'number' | 'integer' | 'boolean';

function conversions(fault: SentFault, sent: SentProperty, call: TrackCall, snapshot: Snapshot): readonly Fix[] {
  const to = (allowedTypes(fault.constraint) ?? []).find(isScalar);
  if (!to || fault.only === null) return [];
  return fault.only === undefined
    ? ofExpression(fault, sent, to, call, snapshot)
    : ofLiteral(fault, fault.only, sent, to, call, snapshot);
}

function isScalar(type: ValueType): type is Target {
  return type === 'string' || type === 'number' || type === 'integer' || type === 'boolean';
}

/** `"5"` for a number is surely meant as `5`, and `5` for a string as `"5"`. */
function ofLiteral(
  { value }: SentFault,
  only: string | number | boolean,
  sent: SentProperty,
  to: Target,
  call: TrackCall,
  snapshot: Snapshot,
): readonly Fix[] {
  const place = literalOf(value, only, sent, call, snapshot);
  const writer = place && languageOf(place.uri)?.write;
  const meant = converted(only, to);
  if (!writer || meant === undefined) return [];
  const isHere = place.uri === call.uri && isInside(call.range, place.range);
  const newText = writer.literal(meant);
  return [
    {
      kind: 'correct-value',
      title: `Change to ${newText}${isHere ? '' : ' where it is defined'}`,
      edits: [{ uri: place.uri, range: place.range, newText }],
      preferred: true,
      safe: isHere,
    },
  ];
}

function converted(value: string | number | boolean, to: Target): string | number | boolean | undefined {
  if (to === 'string') return String(value);
  if (typeof value !== 'string') return undefined;
  if (to === 'boolean') return value === 'true' ? true : value === 'false' ? false : undefined;
  const number = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(value) ? Number(value) : undefined;
  return number !== undefined && (to === 'number' || Number.isInteger(number)) ? number : undefined;
}

/** Wraps the expression, where it is written at the call. What a text becomes as a number is not sure. */
function ofExpression(
  { value, range }: SentFault,
  sent: SentProperty,
  to: Target,
  call: TrackCall,
  snapshot: Snapshot,
): readonly Fix[] {
  // An item of an array is not converted by converting the array.
  if (value !== sent.value) return [];
  const types = value.types ?? [];
  const canConvert =
    to === 'string' ? types.every(isPlain) : to !== 'boolean' && types.every(type => type === 'string');
  const place = { uri: call.uri, range: sent.shorthand ? sent.key.range : range };
  const written = canConvert ? writtenText(place, sent, call, snapshot) : undefined;
  const expression = written !== undefined && sent.shorthand ? shorthandVariable(written) : written;
  const writer = languageOf(call.uri)?.write;
  const conversion = expression === undefined ? undefined : writer?.convert?.(expression, to);
  if (!writer || conversion === undefined) return [];
  const newText = sent.shorthand ? writer.entry(sent.name, conversion) : conversion;
  return [
    {
      kind: 'convert-value',
      title: `Convert: ${conversion}`,
      edits: [{ ...place, newText }],
      preferred: true,
      safe: to === 'string',
    },
  ];
}

function isPlain(type: string): boolean {
  return type === 'number' || type === 'integer' || type === 'boolean' || type === 'bigint';
}
