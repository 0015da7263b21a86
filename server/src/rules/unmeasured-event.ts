import { perPlan } from './per-plan.ts';
import { quote } from './phrase.ts';
import type { Rule } from './rule.ts';

export const unmeasuredEvent: Rule = {
  id: 'unmeasured-event',
  severity: { light: 'off', recommended: 'off', strict: 'error' },
  where: 'plan',
  summary: 'No metric, no funnel and no `why` explains an event of the plan.',
  why: `Events that nothing is measured by are the first to rot: nobody notices when they break. A plan ties its events to what they
are for, by \`metrics\`, by \`funnels\`, or by the question under \`why\`. An event with none of these may not be needed.`,
  examples: [
    {
      plan: 'events:\n  Order Completed: {}\nmetrics:\n  revenue: { kind: lagging, events: [Order Completed] }\n',
      badPlan:
        'events:\n  Order Completed: {}\n  Tooltip Shown: {}\nmetrics:\n  revenue: { kind: lagging, events: [Order Completed] }\n',
      bad: '',
      good: '',
    },
  ],

  *event({ name, kind, status, why, location }, { plan }) {
    if (kind !== 'track' || status === 'deprecated' || status === 'removed' || why || measured(plan).has(name)) return;
    yield {
      range: location.range,
      message: `No metric, no funnel and no \`why\` needs ${quote(name)}. Say what it is for, or remove it.`,
    };
  },
};

const measured = perPlan(
  ({ metrics, funnels }) =>
    new Set(
      [...metrics.flatMap(({ events }) => events), ...funnels.flatMap(({ steps }) => steps)].map(({ value }) => value),
    ),
);
