import type { PlanFormat } from '../format.ts';
import type { EventDefinition, PlanFile, PropertyDefinition, ValueConstraint } from '../plan.ts';
import type { ValueType } from '../../base/vocabulary.ts';
import { eventOf } from '../vendor/event-of.ts';
import { itemsOf } from '../vendor/items-of.ts';
import { openDocument, vendorFile } from '../vendor/open-document.ts';
import { propertyOf } from '../vendor/property-of.ts';
import { renameOnly } from '../vendor/rename-only.ts';
import { locatedText } from '../yaml/read-property.ts';
import { booleanOf, scalarsOf, textOf, textsOf, type Reading } from '../yaml/reading.ts';
import { valueOf, type Node } from '../yaml/tree.ts';

/**
 * Answers of Amplitude's Taxonomy API: `data[]` of event types, of event properties (each with its `event_type`) or of user
 * properties. A file may hold any of them.
 */
export const amplitudeApi: PlanFormat = {
  id: 'amplitude-api',
  title: 'Amplitude taxonomy (API)',
  extensions: ['.json'],

  recognizes: (_uri, text) => /"(?:event_type|user_property)"\s*:\s*"/.test(text) && /"data"\s*:\s*\[/.test(text),

  parse(uri, text) {
    const { reading, root } = openDocument(uri, text);
    const items = itemsOf(valueOf(root, 'data'));
    return vendorFile('amplitude-api', reading, readItems(reading, items));
  },

  write: renameOnly,
};

function readItems(reading: Reading, items: readonly Node[]): Partial<PlanFile> {
  const events: EventDefinition[] = [];
  const payloads = new Map<string, PropertyDefinition[]>();
  const first = new Map<string, Node>();
  const traits: PropertyDefinition[] = [];
  for (const item of items) {
    const event = valueOf(item, 'event_type');
    const property = valueOf(item, 'event_property');
    const user = valueOf(item, 'user_property');
    const name = textOf(event) ?? '';
    if (user) traits.push(...readProperty(reading, item, user));
    else if (property) {
      if (event && !first.has(name)) first.set(name, event);
      payloads.set(name, [...(payloads.get(name) ?? []), ...readProperty(reading, item, property)]);
    } else if (event) {
      const own = itemsOf(valueOf(item, 'properties')).flatMap(each => {
        const at = valueOf(each, 'event_property') ?? valueOf(each, 'name');
        return at ? readProperty(reading, each, at) : [];
      });
      if (own.length > 0) payloads.set(name, own);
      const category = textOf(valueOf(valueOf(item, 'category'), 'name'));
      events.push(
        eventOf(reading, {
          name,
          at: event,
          whole: item,
          description: valueOf(item, 'description'),
          owner: valueOf(item, 'owner'),
          status: booleanOf(valueOf(item, 'is_active')) === false ? 'removed' : 'active',
          tags: [...(category === undefined ? [] : [category]), ...textsOf(valueOf(item, 'tags'))],
        }),
      );
    } else reading.unread(item, 'This is neither an event nor a property, so it is not checked.');
  }
  const listed = new Set(events.map(event => event.name));
  for (const [name, at] of first) if (!listed.has(name)) events.push(eventOf(reading, { name, at, whole: at }));
  const [someTrait] = traits;
  return {
    events: events.map(event => {
      const properties = payloads.get(event.name);
      return properties ? { ...event, properties, open: false } : event;
    }),
    ...(someTrait && { identify: { location: someTrait.location, properties: traits, open: true } }),
  };
}

function readProperty(reading: Reading, item: Node, at: Node): readonly PropertyDefinition[] {
  const name = textOf(at);
  if (name === undefined) return [];
  const parts = {
    name,
    at,
    whole: item,
    required: booleanOf(valueOf(item, 'is_required')) === true,
    description: textOf(valueOf(item, 'description')),
  };
  return [propertyOf(reading, parts, constraintOf(reading, item))];
}

function constraintOf(reading: Reading, item: Node): ValueConstraint {
  const word = textOf(valueOf(item, 'type')) ?? 'any';
  const type = types.get(word);
  const listed = valueOf(item, 'enum_values');
  // The API writes the values as one text between commas, or as a list.
  const values = listed?.kind === 'list' ? scalarsOf(listed).map(each => reading.located(each.value, each)) : [];
  const text = listed?.kind === 'scalar' ? (textOf(listed) ?? '') : '';
  const split = text
    .split(',')
    .map(each => each.trim())
    .filter(each => each !== '');
  const all = [...values, ...(listed ? split.map(each => reading.located(each, listed)) : [])];
  const pattern = locatedText(reading, valueOf(item, 'regex'));
  const own: ValueConstraint = {
    ...(type && { types: [type] }),
    ...(word === 'enum' && all.length > 0 && { enum: all }),
    ...(pattern && pattern.value !== '' && { pattern }),
  };
  return booleanOf(valueOf(item, 'is_array_type')) === true ? { types: ['array'], items: own } : own;
}

const types: ReadonlyMap<string, ValueType> = new Map([
  ['string', 'string'],
  ['enum', 'string'],
  ['number', 'number'],
  ['boolean', 'boolean'],
]);
