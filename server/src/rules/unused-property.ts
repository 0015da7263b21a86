import { isExpectedInCode } from './coverage.ts';
import { quote } from './phrase.ts';
import type { Rule } from './rule.ts';

export const unusedProperty: Rule = {
  id: 'unused-property',
  severity: { light: 'off', recommended: 'info', strict: 'error' },
  where: 'plan',
  summary: 'No call of an event sends one of its properties.',
  why: `A property that the plan promises and no call sends is an empty column that somebody has built a report on. It is reported
where every call of the event is known with all that it sends: one call with a payload that is not seen to its end (\`...rest\`)
is enough to say nothing.`,
  examples: [
    {
      plan: 'events:\n  Order Completed: { properties: { total: number } }\n',
      badPlan: 'events:\n  Order Completed: { properties: { total: number, coupon: string } }\n',
      bad: `analytics.track('Order Completed', { total: 10 });`,
      good: `analytics.track('Order Completed', { total: 10 });`,
    },
  ],

  *event(event, context) {
    const { plan, snapshot } = context;
    if (!event.properties || !isExpectedInCode(event, context)) return;
    const calls = snapshot.callsTo(plan, event);
    if (calls.length === 0 || calls.some(({ payload }) => payload.open || payload.dynamicKeys.length > 0)) return;
    const sent = new Set(
      calls.flatMap(({ payload }) => [...payload.properties.map(({ name }) => name), ...payload.added]),
    );
    for (const { name, location, deprecated } of event.properties) {
      if (deprecated || sent.has(name) || plan.common.has(name)) continue;
      yield {
        range: location.range,
        message: `No call of ${quote(event.name)} sends ${quote(name)}.`,
        tags: ['unnecessary'],
      };
    }
  },
};
