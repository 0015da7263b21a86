import { wordRule } from './names/word-rule.ts';
import type { Rule } from './rule.ts';

export const unknownObject: Rule = {
  id: 'unknown-object',
  severity: { light: 'off', recommended: 'warning', strict: 'error' },
  where: 'both',
  summary: "An event is about an object that the plan's vocabulary does not have, or calls it by a synonym.",
  why: `Half of what goes wrong in event names is one thing under two names: \`Purchase Completed\` here, \`Order Completed\`
there. A plan may list the objects that its events are about, each with the words that people use for it by mistake:

\`\`\`yaml
vocabulary:
  objects: { Order: { synonyms: [Purchase] }, Product: {} }
\`\`\`

A synonym is reported with its word, and the fix replaces it. Any other word outside the list is reported too: use one
of the plan's objects, or add the new one to the list on purpose. Number does not count: \`Products Viewed\` is about \`Product\`.`,
  fixes: ['correct-name', 'rename-event'],
  examples: [
    {
      plan: 'vocabulary:\n  objects: { Order: { synonyms: [Purchase] } }\nevents:\n  Order Completed: {}\n',
      bad: `analytics.track('Purchase Completed');`,
      good: `analytics.track('Order Completed');`,
    },
    {
      plan: 'vocabulary:\n  objects: { Order: {} }\nevents:\n  Order Completed: {}\n',
      badPlan: 'vocabulary:\n  objects: { Order: {} }\nevents:\n  Basket Filled: {}\n',
      bad: '',
      good: '',
    },
  ],
  ...wordRule('object'),
};
