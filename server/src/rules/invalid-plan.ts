import { planProblemRule } from './plan-problem-rule.ts';
import type { Rule } from './rule.ts';

export const invalidPlan: Rule = {
  id: 'invalid-plan',
  severity: { light: 'warning', recommended: 'error', strict: 'error' },
  where: 'plan',
  summary: 'A part of a plan file is not what its format allows.',
  why: `What cannot be read cannot be checked: a property under \`typ\` instead of \`type\` takes any value. The finding stands at the
exact key or value and says what was expected; everything else in the file goes on working.`,
  fixes: ['correct-plan'],
  examples: [
    {
      plan: 'events:\n  Order Completed:\n    properties: { total: { type: number } }\n',
      badPlan: 'events:\n  Order Completed:\n    properties: { total: { type: nubmer } }\n',
      bad: '',
      good: '',
    },
  ],
  ...planProblemRule('invalid-plan'),
};
