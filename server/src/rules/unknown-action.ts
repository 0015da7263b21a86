import { wordRule } from './names/word-rule.ts';
import type { Rule } from './rule.ts';

export const unknownAction: Rule = {
  id: 'unknown-action',
  severity: { light: 'off', recommended: 'warning', strict: 'error' },
  where: 'both',
  summary: "An event names an action that the plan's vocabulary does not have, or names it by a synonym.",
  why: `\`Order Completed\`, \`Order Finished\` and \`Order Done\` say the same and count as three events. A plan may list the
actions that its events name, each with the words that people use for it by mistake:

\`\`\`yaml
vocabulary:
  actions: { Completed: { synonyms: [Finished, Done] }, Viewed: {} }
\`\`\`

A synonym is reported with its word, and the fix replaces it. Any other action outside the list is reported too: use one
of the plan's actions, or add the new one to the list on purpose. What follows a known action (\`Added To Cart\`) is free.`,
  fixes: ['correct-name', 'rename-event'],
  examples: [
    {
      plan: 'vocabulary:\n  actions: { Completed: { synonyms: [Finished] } }\nevents:\n  Order Completed: {}\n',
      bad: `analytics.track('Order Finished');`,
      good: `analytics.track('Order Completed');`,
    },
    {
      plan: 'vocabulary:\n  actions: { Completed: {} }\nevents:\n  Order Completed: {}\n',
      badPlan: 'vocabulary:\n  actions: { Completed: {} }\nevents:\n  Order Stared At: {}\n',
      bad: '',
      good: '',
    },
  ],
  ...wordRule('action'),
};
