import { quote } from './phrase.ts';
import type { Rule } from './rule.ts';

export const missingPurpose: Rule = {
  id: 'missing-purpose',
  severity: { light: 'off', recommended: 'off', strict: 'error' },
  where: 'plan',
  summary: 'An event of the plan does not say which question it answers (`why`).',
  why: `An event costs money with every send and care with every release. The one who asked for it knows the question behind it;
written down under \`why\`, it tells a year later whether the event may go.`,
  examples: [
    {
      plan: 'events:\n  Order Completed: { why: Which campaigns bring paying customers? }\n',
      badPlan: 'events:\n  Order Completed: {}\n',
      bad: '',
      good: '',
    },
  ],

  *event({ name, kind, status, location, why }) {
    if (kind !== 'track' || status === 'deprecated' || status === 'removed' || (why && why.value.trim() !== '')) return;
    yield {
      range: location.range,
      message: `${quote(name)} does not say why it exists. Write the question that it answers under \`why\`.`,
    };
  },
};
