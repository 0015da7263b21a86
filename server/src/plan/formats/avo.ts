import type { PlanFormat } from '../format.ts';
import type { SourceDefinition } from '../plan.ts';
import { eventOf } from '../vendor/event-of.ts';
import { itemsOf } from '../vendor/items-of.ts';
import { newestOf } from '../vendor/newest-of.ts';
import { openDocument, vendorFile } from '../vendor/open-document.ts';
import { SchemaReader } from '../vendor/read-schema.ts';
import { listAt, map, schemaWriter } from '../vendor/schema-writer.ts';
import { isWrapped, payloadOf } from '../vendor/segment-schema.ts';
import { locatedText } from '../yaml/read-property.ts';
import { textOf, textsOf, type Reading } from '../yaml/reading.ts';
import { valueOf, type Node } from '../yaml/tree.ts';

/** Avo's JSON Schema export: `events[]` with `name`, `triggers`, `sources` and the JSON Schema of the payload as `rules`. */
export const avo: PlanFormat = {
  id: 'avo',
  title: 'Avo export (JSON Schema)',
  extensions: ['.json'],

  recognizes: (_uri, text) =>
    /^\s*\{(?:\s*"(?:name|schemaVersion|version|id)"\s*:\s*"[^"]*"\s*,)*\s*"events"\s*:\s*\[/.test(text) &&
    /"rules"\s*:\s*\{/.test(text),

  parse(uri, text) {
    const { reading, root } = openDocument(uri, text);
    const name = locatedText(reading, valueOf(root, 'name'));
    const events = itemsOf(valueOf(root, 'events'));
    const sources = new Map<string, SourceDefinition>();
    const read = events.flatMap(event => readEvent(reading, event, sources));
    const { newest, superseded } = newestOf(read);
    return vendorFile('avo', reading, {
      ...(name && { name }),
      events: newest,
      ...(superseded.length > 0 && { superseded }),
      sources: [...sources.values()],
    });
  },

  write: schemaWriter({
    events: root => listAt(root, ['events']),
    payload: entry => ['rules', ...(isWrapped(valueOf(entry, 'rules')) ? ['properties', 'properties'] : [])],
    description: ['description'],
    newEvent: ({ kind, name, description = '' }, payload) =>
      kind === 'track' ? map({ name, description, rules: payload }) : undefined,
  }),
};

function readEvent(reading: Reading, event: Node, sources: Map<string, SourceDefinition>) {
  const at = valueOf(event, 'name');
  const name = textOf(at);
  if (!at || name === undefined) {
    reading.unread(event, 'This event has no name, so it is not checked.');
    return [];
  }
  const schema = valueOf(event, 'rules');
  const senders = itemsOf(valueOf(event, 'sources')).flatMap(source => {
    const label = valueOf(source, 'name') ?? (source.kind === 'scalar' ? source : undefined);
    return locatedText(reading, label) ?? [];
  });
  for (const { value, range } of senders) {
    if (!sources.has(value))
      sources.set(value, {
        name: value,
        location: { uri: reading.uri, range },
        include: [],
        exclude: [],
        origin: 'code',
      });
  }
  return eventOf(reading, {
    name,
    at,
    whole: event,
    description: valueOf(event, 'description') ?? valueOf(itemsOf(valueOf(event, 'triggers'))[0], 'description'),
    tags: [...textsOf(valueOf(event, 'tags')), ...textsOf(valueOf(event, 'categories'))],
    version: textOf(valueOf(event, 'version')),
    sources: senders,
    ...payloadOf(schema, new SchemaReader(reading, schema)),
  });
}
