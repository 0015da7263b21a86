import { groupBy } from '../base/group-by.ts';
import { isPast, singularOf } from '../base/tense.ts';
import { plainName, splitWords } from '../base/words.ts';
import type { EventDefinition, PropertyDefinition, TrackingPlan } from '../plan/plan.ts';
import { deprecationFix } from './edits/deprecate-event.ts';
import { renamingPropertyFix } from './edits/rename-property.ts';
import { planEntry } from './names/related.ts';
import { perPlan } from './per-plan.ts';
import { quote } from './phrase.ts';
import type { Rule } from './rule.ts';

export const similarName: Rule = {
  id: 'similar-name',
  severity: { light: 'off', recommended: 'warning', strict: 'error' },
  where: 'plan',
  summary: 'Two names of the plan differ in case, spaces, number or a synonym only.',
  why: `\`Order Completed\` beside \`Orders Completed\`, \`order_id\` beside \`orderId\`: each was added by somebody who did not know of the
other, and each has half of the data. Keep one of them. Events are compared by their words, with the synonyms of the plan's
vocabulary; properties by their spelling, within an event and across events. A deprecated event beside its successor is fine.`,
  fixes: ['deprecate-event', 'rename-property'],
  examples: [
    {
      plan: 'events:\n  Order Completed: {}\n  Order Refunded: {}\n',
      badPlan: 'events:\n  Order Completed: {}\n  Orders Completed: {}\n',
      bad: '',
      good: '',
    },
    {
      plan: 'events:\n  Order Completed: { properties: { order_id: string } }\n  Order Refunded: { properties: { order_id: string } }\n',
      badPlan:
        'events:\n  Order Completed: { properties: { order_id: string } }\n  Order Refunded: { properties: { orderId: string } }\n',
      bad: '',
      good: '',
    },
  ],

  *event(event, { plan, snapshot }) {
    if (isOver(event)) return;
    const [first] = events(plan).get(event) ?? [];
    if (first && first.name !== event.name) {
      yield {
        range: event.location.range,
        message: `${quote(event.name)} is nearly ${quote(first.name)}: one fact under two names is counted half under each. Keep one of them.`,
        related: [planEntry(first)],
        fixes: () => deprecationFix(event, first.name, plan),
      };
    }
    for (const property of event.properties ?? []) {
      const spellings = properties(plan).get(plainName(property.name));
      const [usual] = spellings?.values() ?? [];
      if (!spellings || !usual || usual.name === property.name || spellings.get(property.name) !== property) continue;
      yield {
        range: property.location.range,
        message: `${quote(property.name)} is nearly ${quote(usual.name)}: one fact under two names makes two columns. Keep one of them.`,
        related: [{ ...usual.location, message: `${quote(usual.name)} stands here.` }],
        fixes: () => renamingPropertyFix(property, event, usual.name, plan, snapshot),
      };
    }
  },
};

function isOver({ status }: EventDefinition): boolean {
  return status === 'deprecated' || status === 'removed';
}

/** For each event in use, those whose names are the same without case, number and synonyms, in the order of the plan. */
const events = perPlan(plan => {
  const used = Object.values(plan.events).flatMap(map => [...map.values()].filter(event => !isOver(event)));
  const groups = groupBy(used, event => eventKey(event, plan));
  const several = [...groups.values()].filter(group => group.length > 1);
  return new Map(several.flatMap(group => group.map(event => [event, group] as const)));
});

function eventKey({ kind, name }: EventDefinition, plan: TrackingPlan): string {
  const words = splitWords(name).map(({ text }) => {
    const lower = text.toLowerCase();
    return synonyms(plan).get(lower) ?? (isPast(lower) ? lower : singularOf(lower));
  });
  return `${kind} ${words.join('')}`;
}

const synonyms = perPlan(({ vocabulary }) => {
  const words = [...(vocabulary?.objects ?? []), ...(vocabulary?.actions ?? [])];
  return new Map(
    words.flatMap(({ name, synonyms }) => synonyms.map(({ value }) => [value.toLowerCase(), plainName(name)] as const)),
  );
});

/**
 * For each group of like property names, the first use of each spelling; the most frequent spelling comes first. Only
 * groups of several spellings are kept.
 */
const properties = perPlan(plan => {
  const used = Object.values(plan.events).flatMap(map =>
    [...map.values()].filter(event => !isOver(event)).flatMap(event => event.properties ?? []),
  );
  const groups = groupBy(
    used.filter(property => !property.deprecated),
    ({ name }) => plainName(name),
  );
  const spellings = new Map<string, ReadonlyMap<string, PropertyDefinition>>();
  for (const [plain, group] of groups) {
    const byName = [...groupBy(group, ({ name }) => name)];
    if (byName.length < 2) continue;
    byName.sort(([, a], [, b]) => b.length - a.length);
    spellings.set(plain, new Map(byName.flatMap(([name, [first]]) => (first ? [[name, first] as const] : []))));
  }
  return spellings;
});
