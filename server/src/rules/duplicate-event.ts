import { isSameRange } from '../base/text.ts';
import { groupBy } from '../base/group-by.ts';
import type { EventDefinition } from '../plan/plan.ts';
import { perPlan } from './per-plan.ts';
import { quote } from './phrase.ts';
import type { Rule } from './rule.ts';

export const duplicateEvent: Rule = {
  id: 'duplicate-event',
  severity: { light: 'off', recommended: 'error', strict: 'error' },
  where: 'plan',
  summary: 'The plan defines an event twice.',
  why: `Of two definitions of one event only the first counts: what the second one says is checked by nobody. Merge them, or give
one of them another name. Several versions of an event in a vendor's plan are no duplicates.`,
  examples: [
    {
      plan: 'events:\n  Order Completed: {}\n  Order Refunded: {}\n',
      badPlan: 'events:\n  Order Completed: {}\n  Order Refunded: {}\n  Order Completed: {}\n',
      bad: '',
      good: '',
    },
  ],

  *event(event, { plan }) {
    const [first] = definitions(plan).get(`${event.kind} ${event.name}`) ?? [];
    if (!first || isSame(first, event) || first.version !== event.version) return;
    const { location } = first;
    yield {
      range: event.location.range,
      message: `${quote(event.name)} is defined twice; only the first definition counts. Merge the two, or rename one.`,
      related: [{ ...location, message: 'The first definition.' }],
    };
  },
};

/** Schemas of several vendors in an Iglu registry may share a name: their addresses tell them apart. */
const definitions = perPlan(({ files }) =>
  groupBy(
    files.flatMap(file => (file.format === 'snowplow' ? [] : file.events)),
    event => `${event.kind} ${event.name}`,
  ),
);

function isSame(a: EventDefinition, b: EventDefinition): boolean {
  return a.location.uri === b.location.uri && isSameRange(a.location.range, b.location.range);
}
