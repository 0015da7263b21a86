import { quote } from './phrase.ts';
import type { Rule } from './rule.ts';

export const missingOwner: Rule = {
  id: 'missing-owner',
  severity: { light: 'off', recommended: 'off', strict: 'error' },
  where: 'plan',
  summary: 'An event of the plan has no owner.',
  why: `When an event stops coming, or its values look wrong, somebody has to know what it was meant to be. Name the team that answers
for it under \`owner\`.`,
  examples: [
    {
      plan: 'events:\n  Order Completed: { owner: checkout-team }\n',
      badPlan: 'events:\n  Order Completed: {}\n',
      bad: '',
      good: '',
    },
  ],

  *event({ name, kind, status, location, owner }) {
    if (kind !== 'track' || status === 'removed' || (owner && owner.value.trim() !== '')) return;
    yield {
      range: location.range,
      message: `${quote(name)} has no owner. Name the team that answers for it under \`owner\`.`,
    };
  },
};
