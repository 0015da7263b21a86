import { planProblemRule } from './plan-problem-rule.ts';
import type { Rule } from './rule.ts';

export const unresolvedReference: Rule = {
  id: 'unresolved-reference',
  severity: { light: 'off', recommended: 'error', strict: 'error' },
  where: 'plan',
  summary: 'The plan refers to something that it does not define.',
  why: `A \`$ref\` to a shared property that nobody defines, a funnel step or a \`replaced_by\` that is no event, a source that is not
listed: whoever relies on it gets nothing. Often it is a misspelt name; the nearest is the fix.`,
  fixes: ['correct-plan'],
  examples: [
    {
      plan: 'properties: { currency: string }\nevents:\n  Order Completed:\n    properties: { currency: { $ref: currency } }\n',
      badPlan:
        'properties: { currency: string }\nevents:\n  Order Completed:\n    properties: { currency: { $ref: curency } }\n',
      bad: '',
      good: '',
    },
  ],
  ...planProblemRule('unresolved-reference'),
};
