import type { Uri } from '../../base/text.ts';
import type { PlanFormat } from '../format.ts';
import type { EventDefinition, PlanFile, PropertyDefinition, TraitsDefinition } from '../plan.ts';
import { eventOf } from '../vendor/event-of.ts';
import { newestOf } from '../vendor/newest-of.ts';
import { openDocument, vendorFile } from '../vendor/open-document.ts';
import { SchemaReader } from '../vendor/read-schema.ts';
import { listAt, map, schemaWriter } from '../vendor/schema-writer.ts';
import { isWrapped, messagePart, payloadOf, tagsOf } from '../vendor/segment-schema.ts';
import { locatedText } from '../yaml/read-property.ts';
import { booleanOf, textOf, type Reading } from '../yaml/reading.ts';
import { entryOf, valueOf, type Entry, type Node } from '../yaml/tree.ts';

/**
 * The tracking plan of Segment's former Config API, which Typewriter saved up to version 7: `rules.events[]` with a
 * `name` and `rules`, each a JSON Schema of the whole message. RudderStack's API answers in the same shape.
 */
export const segmentConfig: PlanFormat = {
  id: 'segment-config',
  title: 'Segment tracking plan (Config API)',
  extensions: ['.json', '.yaml', '.yml'],

  recognizes: (_uri, text) =>
    /"?rules"?\s*:\s*\{?\s*"?(?:events|global|identify(?:_traits)?|group(?:_traits)?)"?\s*:/.test(text),

  parse: readConfigPlan,

  write: schemaWriter({
    events: root => listAt(root, ['rules', 'events']),
    payload: entry => ['rules', ...(isWrapped(valueOf(entry, 'rules')) ? ['properties', 'properties'] : [])],
    description: ['description'],
    newEvent: ({ kind, name, description = '' }, payload) =>
      kind === 'track'
        ? map({
            name,
            description,
            rules: map({
              $schema: 'http://json-schema.org/draft-07/schema#',
              type: 'object',
              properties: map({ context: map({}), traits: map({}), properties: payload }),
            }),
            version: 1,
          })
        : undefined,
  }),
};

function readConfigPlan(uri: Uri, text: string): PlanFile {
  const { reading, root } = openDocument(uri, text);
  const rules = valueOf(root, 'rules');
  const { newest, superseded } = newestOf(eventsIn(reading, valueOf(rules, 'events')));
  const identify = traitsIn(reading, rules, 'identify', 'identify_traits');
  const group = traitsIn(reading, rules, 'group', 'group_traits');
  const name = locatedText(reading, valueOf(root, 'display_name') ?? valueOf(root, 'name'));
  return vendorFile('segment-config', reading, {
    ...(name && { name }),
    events: newest,
    ...(superseded.length > 0 && { superseded }),
    common: commonIn(reading, valueOf(rules, 'global')),
    ...(identify && { identify }),
    ...(group && { group }),
  });
}

function eventsIn(reading: Reading, list: Node | undefined): readonly EventDefinition[] {
  if (list?.kind !== 'list') return [];
  return list.items.flatMap(item => {
    const at = valueOf(item, 'name');
    const name = textOf(at);
    if (!at || name === undefined || name === '') {
      reading.unread(item, 'This event has no name, so it is not checked.');
      return [];
    }
    const schema = valueOf(item, 'rules') ?? valueOf(item, 'jsonSchema');
    return eventOf(reading, {
      name,
      at,
      whole: item,
      description: valueOf(item, 'description'),
      tags: tagsOf(valueOf(schema, 'labels')),
      version: textOf(valueOf(item, 'version')),
      ...payloadOf(schema, new SchemaReader(reading, schema)),
    });
  });
}

/** `global` is a schema of every message. */
function commonIn(reading: Reading, schema: Node | undefined): readonly PropertyDefinition[] {
  return schema ? payloadOf(schema, new SchemaReader(reading, schema)).properties : [];
}

/** Traits as a schema of the message, or listed one by one. */
function traitsIn(reading: Reading, rules: Node | undefined, word: string, list: string): TraitsDefinition | undefined {
  const schema = entryOf(rules, word);
  const listed = entryOf(rules, list);
  const own = listed?.value?.kind === 'list' ? listed.value.items.flatMap(item => traitOf(reading, item)) : [];
  const traits = schema && messagePart(schema.value, 'traits');
  const members = new SchemaReader(reading, schema?.value).members(traits);
  const at: Entry | undefined = members.properties.length > 0 || !members.open ? schema : listed;
  const properties = [...members.properties, ...own];
  if (!at || (properties.length === 0 && members.open)) return undefined;
  return { location: reading.location(at.key), properties, open: members.open };
}

function traitOf(reading: Reading, item: Node): readonly PropertyDefinition[] {
  const at = valueOf(item, 'name') ?? valueOf(item, 'key');
  const name = textOf(at);
  if (!at || name === undefined) return [];
  const schema = valueOf(item, 'rules') ?? valueOf(item, 'schema') ?? item;
  const description = textOf(valueOf(item, 'description'));
  return [
    {
      name,
      location: reading.location(at),
      range: reading.range(item),
      required: booleanOf(valueOf(item, 'required')) ?? false,
      pii: false,
      deprecated: false,
      ...(description !== undefined && description !== '' && { description }),
      ...new SchemaReader(reading, schema).constraint(schema),
    },
  ];
}
