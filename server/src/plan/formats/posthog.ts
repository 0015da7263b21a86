import { groupBy } from '../../base/group-by.ts';
import type { PlanFormat } from '../format.ts';
import type { PropertyDefinition, ValueConstraint } from '../plan.ts';
import { eventOf } from '../vendor/event-of.ts';
import { itemsOf } from '../vendor/items-of.ts';
import { openDocument, vendorFile } from '../vendor/open-document.ts';
import { propertyOf } from '../vendor/property-of.ts';
import { renameOnly } from '../vendor/rename-only.ts';
import { booleanOf, textOf, type Reading } from '../yaml/reading.ts';
import { valueOf, type Node } from '../yaml/tree.ts';

/** PostHog's answer about schema property groups: each group has properties, and the events that carry them. */
export const posthog: PlanFormat = {
  id: 'posthog',
  title: 'PostHog schema property groups',
  extensions: ['.json'],

  recognizes: (_uri, text) =>
    /"property_type"\s*:/.test(text) &&
    /"(?:results|properties)"\s*:\s*\[/.test(text) &&
    /"events"\s*:\s*\[/.test(text),

  parse(uri, text) {
    const { reading, root } = openDocument(uri, text);
    const groups = [root, valueOf(root, 'results')].flatMap(itemsOf);
    const carried = groups.flatMap(group => {
      const properties = itemsOf(valueOf(group, 'properties')).flatMap(item => readProperty(reading, item));
      return itemsOf(valueOf(group, 'events')).map(event => ({ event, properties }));
    });
    const byName = groupBy(carried, ({ event }) => textOf(valueOf(event, 'name')) ?? '');
    const events = [...byName].flatMap(([name, mentions]) => {
      const [first] = mentions;
      const at = valueOf(first?.event, 'name');
      if (!first || !at || name === '') return [];
      const properties = new Map(mentions.flatMap(each => each.properties).map(each => [each.name, each]));
      const places = mentions.flatMap(each => valueOf(each.event, 'name') ?? []).map(node => reading.location(node));
      return eventOf(reading, {
        name,
        at,
        whole: first.event,
        description: valueOf(first.event, 'description'),
        properties: [...properties.values()],
        // Groups say what is there, never what is not.
        open: true,
        ...(places.length > 1 && { names: places }),
      });
    });
    return vendorFile('posthog', reading, { events });
  },

  write: renameOnly,
};

function readProperty(reading: Reading, item: Node): readonly PropertyDefinition[] {
  const at = valueOf(item, 'name');
  const name = textOf(at);
  if (!at || name === undefined) return [];
  const type = valueOf(item, 'property_type');
  const constraint = constraints.get(textOf(type) ?? '');
  if (type && !constraint) {
    reading.unread(type, 'This is no type of PostHog that is known, so it is not checked.');
  }
  const parts = {
    name,
    at,
    whole: item,
    required: booleanOf(valueOf(item, 'is_required')) ?? false,
    description: textOf(valueOf(item, 'description')),
  };
  return [propertyOf(reading, parts, constraint ?? {})];
}

const constraints: ReadonlyMap<string, ValueConstraint> = new Map<string, ValueConstraint>([
  ['String', { types: ['string'] }],
  ['Numeric', { types: ['number'] }],
  ['Boolean', { types: ['boolean'] }],
  ['Array', { types: ['array'] }],
  ['Object', { types: ['object'] }],
  // A time is sent as text or as a number of seconds.
  ['DateTime', { types: ['string', 'number'] }],
  ['Duration', { types: ['number', 'string'] }],
]);
