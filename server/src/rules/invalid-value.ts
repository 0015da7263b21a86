import { nearest } from '../base/closest.ts';
import type { Fix } from '../base/finding.ts';
import type { Scalar } from '../base/vocabulary.ts';
import { plainName } from '../base/words.ts';
import type { TrackCall } from '../code/track-call.ts';
import type { ValueConstraint } from '../plan/plan.ts';
import { faultOfValue } from '../plan/value.ts';
import { replaceLiteral } from './edits/replace-literal.ts';
import type { SentFault } from './payload/value-faults.ts';
import { valueProblems } from './payload/value-remarks.ts';
import type { Rule } from './rule.ts';

export const invalidValue: Rule = {
  id: 'invalid-value',
  severity: { light: 'off', recommended: 'error', strict: 'error' },
  where: 'code',
  summary: "A value has the right type and breaks the plan's enum, const, pattern, format, range or length.",
  why: `\`"usd"\` where the plan lists \`USD\` and \`EUR\` becomes a third currency in every chart. Values that the code spells out
(literals, constants, members of a union of literals) are held against the constraints of the plan; each value that an
expression can have is checked, and the message names those that are wrong. The nearest allowed value is the fix.`,
  examples: [
    {
      plan: 'events:\n  Order Completed:\n    properties: { currency: { type: string, enum: [USD, EUR] } }\n',
      bad: `analytics.track('Order Completed', { currency: 'usd' });`,
      good: `analytics.track('Order Completed', { currency: 'USD' });`,
    },
    {
      plan: 'events:\n  Order Completed:\n    properties: { total: { type: number, minimum: 0 } }\n',
      bad: `analytics.track('Order Completed', { total: -1 });`,
      good: `analytics.track('Order Completed', { total: 1 });`,
    },
  ],

  *call(call, context) {
    yield* valueProblems(call, context, 'value', fault => replacements(fault, call));
  },
};

const MOST_OFFERED = 3;

function replacements({ only, value, constraint }: SentFault, call: TrackCall): readonly Fix[] {
  if (only === undefined || !value.literal) return [];
  const { literal } = value;
  return candidates(only, constraint)
    .filter(candidate => faultOfValue(candidate, constraint) === undefined)
    .slice(0, MOST_OFFERED)
    .flatMap((candidate, i) =>
      replaceLiteral(literal, candidate, call, { preferred: i === 0, isMeant: isSameWord(only, candidate) }),
    );
}

/** The allowed values that may be meant, the likeliest first: all of a short list, the similar ones of a long one. */
function candidates(only: Scalar, constraint: ValueConstraint): readonly Scalar[] {
  if (constraint.const) return [constraint.const.value];
  if (constraint.enum) {
    const allowed = constraint.enum.map(({ value }) => value);
    const texts = allowed.filter(value => typeof value === 'string');
    const similar = typeof only === 'string' ? nearest(only, texts, MOST_OFFERED) : [];
    return similar.length > 0 || allowed.length > MOST_OFFERED ? similar : allowed;
  }
  if (typeof only !== 'number') return [];
  const { minimum, maximum } = constraint;
  return [minimum !== undefined && only < minimum ? minimum : maximum].filter(value => value !== undefined);
}

function isSameWord(a: Scalar, b: Scalar): boolean {
  return typeof a === 'string' && typeof b === 'string' && plainName(a) === plainName(b);
}
