import { nearest } from '../base/closest.ts';
import type { Fix } from '../base/finding.ts';
import type { Scalar } from '../base/vocabulary.ts';
import { plainName } from '../base/words.ts';
import type { SentProperty, TrackCall } from '../code/track-call.ts';
import type { ValueConstraint } from '../plan/plan.ts';
import { faultOfValue } from '../plan/value.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { replaceLiteral } from './edits/replace-literal.ts';
import { literalOf } from './edits/written-value.ts';
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
  fixes: ['correct-value'],
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
    yield* valueProblems(call, context, 'value', (fault, sent) => replacements(fault, sent, call, context.snapshot));
  },
};

const MOST_OFFERED = 3;

function replacements(
  { only, value, constraint }: SentFault,
  sent: SentProperty,
  call: TrackCall,
  snapshot: Snapshot,
): readonly Fix[] {
  const literal = only === undefined ? undefined : literalOf(value, only, sent, call, snapshot);
  if (only === undefined || !literal) return [];
  const { values, isLikely } = candidates(only, constraint);
  return values
    .filter(candidate => faultOfValue(candidate, constraint) === undefined)
    .slice(0, MOST_OFFERED)
    .flatMap((candidate, i) =>
      replaceLiteral(literal, candidate, call, {
        kind: 'correct-value',
        preferred: isLikely && i === 0,
        isMeant: isSameWord(only, candidate),
      }),
    );
}

interface Choice {
  readonly values: readonly Scalar[];
  /** Whether the first of them is rather meant than any other. */
  readonly isLikely: boolean;
}

/** The allowed values that may be meant, the likeliest first: all of a short list, the similar ones of a long one. */
function candidates(only: Scalar, constraint: ValueConstraint): Choice {
  if (constraint.const) return { values: [constraint.const.value], isLikely: true };
  if (constraint.enum) {
    const allowed = constraint.enum.map(({ value }) => value);
    const texts = allowed.filter(value => typeof value === 'string');
    const similar = typeof only === 'string' ? nearest(only, texts, MOST_OFFERED) : [];
    if (similar.length > 0) return { values: similar, isLikely: true };
    return { values: allowed.length > MOST_OFFERED ? [] : allowed, isLikely: allowed.length === 1 };
  }
  if (typeof only !== 'number') return { values: [], isLikely: false };
  const { minimum, maximum } = constraint;
  const bound = minimum !== undefined && only < minimum ? minimum : maximum;
  return { values: bound === undefined ? [] : [bound], isLikely: true };
}

function isSameWord(a: Scalar, b: Scalar): boolean {
  return typeof a === 'string' && typeof b === 'string' && plainName(a) === plainName(b);
}
