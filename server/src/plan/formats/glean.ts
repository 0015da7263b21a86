import type { PlanFormat } from '../format.ts';
import type { EventDefinition, PropertyDefinition, ValueConstraint } from '../plan.ts';
import { eventOf } from '../vendor/event-of.ts';
import { entriesOf, itemsOf } from '../vendor/items-of.ts';
import { openDocument, vendorFile } from '../vendor/open-document.ts';
import { propertyOf } from '../vendor/property-of.ts';
import { renameOnly } from '../vendor/rename-only.ts';
import { textOf, type Reading } from '../yaml/reading.ts';
import { entryOf, valueOf, type Entry } from '../yaml/tree.ts';

/**
 * Events of Mozilla's Glean: `category: { metric: { type: event, extra_keys } }` in `metrics.yaml`. Other metrics (counters,
 * strings, times) are no events; pings are envelopes, and hold nothing that code names with a payload.
 */
export const glean: PlanFormat = {
  id: 'glean',
  title: 'Glean metrics',
  extensions: ['.yaml', '.yml'],

  recognizes: (_uri, text) => /^\$schema:\s*["']?moz:\/\/mozilla\.org\/schemas\/glean\//m.test(text),

  parse(uri, text) {
    const { reading, root } = openDocument(uri, text);
    const categories = entriesOf(root).filter(({ key }) => !key.name.startsWith('$') && key.name !== 'no_lint');
    const events = categories.flatMap(category =>
      entriesOf(category.value)
        .filter(({ value }) => textOf(valueOf(value, 'type')) === 'event')
        .map(metric => readEvent(reading, category.key.name, metric)),
    );
    return vendorFile('glean', reading, { events });
  },

  write: renameOnly,
};

function readEvent(reading: Reading, category: string, metric: Entry): EventDefinition {
  const { key, value } = metric;
  const expires = valueOf(value, 'expires');
  const extra = entryOf(value, 'extra_keys');
  const event = eventOf(reading, {
    name: `${category}.${key.name}`,
    at: key,
    whole: metric,
    description: valueOf(value, 'description'),
    owner: itemsOf(valueOf(value, 'notification_emails'))[0],
    status: textOf(expires) === 'expired' ? 'removed' : 'active',
    properties: entriesOf(extra?.value).map(entry => readExtra(reading, entry)),
    open: false,
    // Put together from two keys, so no place holds it.
    names: [],
  });
  const date = textOf(expires);
  return expires && date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date)
    ? { ...event, removeAfter: reading.located(date, expires) }
    : event;
}

function readExtra(reading: Reading, entry: Entry): PropertyDefinition {
  const { key, value } = entry;
  const type = valueOf(value, 'type');
  const constraint = types.get(textOf(type) ?? 'string');
  if (type && !constraint) {
    reading.unread(type, 'This is no type of an extra key that is known, so it is not checked.');
  }
  const parts = { name: key.name, at: key, whole: entry, description: textOf(valueOf(value, 'description')) };
  return propertyOf(reading, parts, constraint ?? {});
}

const types: ReadonlyMap<string, ValueConstraint> = new Map<string, ValueConstraint>([
  ['string', { types: ['string'] }],
  ['boolean', { types: ['boolean'] }],
  ['quantity', { types: ['integer'] }],
]);
