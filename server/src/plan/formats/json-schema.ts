import type { PlanFormat } from '../format.ts';
import type { EventKind, PlanFile } from '../plan.ts';
import { eventOf } from '../vendor/event-of.ts';
import { linked, type LinkedDocument } from '../vendor/linked.ts';
import { pointedAt, SchemaReader, type FollowRef, type SchemaMembers } from '../vendor/read-schema.ts';
import { schemaWriter } from '../vendor/schema-writer.ts';
import { isWrapped, messagePart, payloadOf } from '../vendor/segment-schema.ts';
import { scalarsOf, textOf } from '../yaml/reading.ts';
import { entryOf, valueOf, type Node } from '../yaml/tree.ts';

/**
 * A folder of JSON Schemas, a file for each event, of the payload alone or (as in Segment's and RudderStack's message
 * shape) of the whole message. The name is the constant of `event`, or `title`, or the file's name. Schemas that others
 * refer to, and files of definitions alone, are no events.
 */
export const jsonSchema: PlanFormat = {
  id: 'json-schema',
  title: 'Folder of JSON Schemas',
  extensions: ['.json', '.yaml', '.yml'],

  // Near the top: documents of any kind may hold a schema somewhere inside.
  recognizes: (_uri, text) =>
    /^\ufeff?\s*\{(?:\s*"[^"]*"\s*:\s*(?:"[^"]*"|true|false)\s*,)*\s*"\$schema"\s*:\s*"https?:\/\/json-schema\.org\//.test(
      text,
    ) || /^\$schema:\s*["']?https?:\/\/json-schema\.org\//m.test(text),

  ...linked('json-schema', documents => {
    const places = new Map(
      documents.flatMap(document => addressesOf(document).map(address => [address, document] as const)),
    );
    const referred = new Set(documents.flatMap(document => referredFrom(document, places)));
    const readers = new Map<LinkedDocument, SchemaReader>();
    for (const document of documents) {
      readers.set(document, new SchemaReader(document.reading, document.root, follow(document, places, readers)));
    }
    return documents.map(document => (referred.has(document) ? {} : readFile(document, readers.get(document))));
  }),

  write: schemaWriter({
    events: () => undefined,
    payload: entry => (isWrapped(entry) ? ['properties', 'properties'] : []),
    description: ['description'],
  }),
};

type Places = ReadonlyMap<string, LinkedDocument>;

/** Under which a schema may be referred to: where it lies, and what it calls itself. */
function addressesOf({ reading, root }: LinkedDocument): readonly string[] {
  const id = textOf(valueOf(root, '$id')) ?? textOf(valueOf(root, 'id'));
  return id === undefined ? [reading.uri] : [reading.uri, id.replace(/#$/, '')];
}

function find(document: LinkedDocument, ref: string, places: Places): LinkedDocument | undefined {
  const [address = ''] = ref.split('#');
  if (address === '') return document;
  const [, id] = addressesOf(document);
  return [document.reading.uri, ...(id === undefined ? [] : [id])]
    .map(base => places.get(resolve(base, address)))
    .find(each => each !== undefined);
}

/** A relative address as seen from another. Of two addresses of any scheme the path is what counts. */
function resolve(base: string, address: string): string {
  if (/^[a-z][\w+.-]*:/i.test(address)) return address;
  const parts = base.split('/').slice(0, -1);
  for (const part of address.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function referredFrom(document: LinkedDocument, places: Places): readonly LinkedDocument[] {
  const refs = [...document.reading.text.matchAll(/"?\$ref"?\s*:\s*["']?([^"'\s#]+)/g)].map(match => match[1] ?? '');
  return refs.flatMap(ref => find(document, ref, places) ?? []).filter(each => each !== document);
}

function readFile({ reading, root }: LinkedDocument, reader: SchemaReader | undefined): Partial<PlanFile> {
  const isSchema = shapes.some(word => entryOf(root, word));
  if (root?.kind !== 'map' || !isSchema || !reader) return {};
  const kind = kindOf(reading.uri, root);
  if (kind === 'identify' || kind === 'group') {
    const members = reader.members(messagePart(root, 'traits'));
    return { [kind]: { location: reading.location(valueOf(root, 'title') ?? root), ...members } };
  }
  const constant = constantOf(root, 'event');
  const title = valueOf(root, 'title');
  const at = constant ?? title;
  const event = eventOf(reading, {
    kind,
    name: textOf(at) ?? fileName(reading.uri),
    at: at ?? { start: root.start, end: root.start + 1 },
    whole: root,
    description: valueOf(root, 'description'),
    owner: valueOf(root, 'owner') ?? valueOf(root, 'x-owner'),
    status: textOf(valueOf(root, 'deprecated')) === 'true' ? 'deprecated' : 'active',
    ...withoutConstants(payloadOf(root, reader), root),
    ...(!at && { names: [] }),
  });
  return { events: [event] };
}

/** Words of which one says that values are described, not only parts for others. */
const shapes = ['properties', 'allOf', 'oneOf', 'anyOf', 'type', '$ref'];

/** What names the event in a message of its own is no part of the payload. */
function withoutConstants(members: SchemaMembers, root: Node): SchemaMembers {
  const isName = (name: string): boolean =>
    (name === 'event' || name === 'type') && constantOf(root, name) !== undefined;
  return { ...members, properties: members.properties.filter(({ name }) => !isName(name)) };
}

function follow(from: LinkedDocument, places: Places, readers: ReadonlyMap<LinkedDocument, SchemaReader>): FollowRef {
  return ref => {
    const target = find(from, ref, places);
    const reader = target && readers.get(target);
    const [, fragment = ''] = ref.split('#');
    const node = fragment === '' ? target?.root : pointedAt(target?.root, `#${fragment}`);
    return node && reader ? { node, reader } : undefined;
  };
}

/** `properties.event: { const: "Order Completed" }`, or an `enum` of one. */
function constantOf(root: Node, name: string): Node | undefined {
  const property = valueOf(valueOf(root, 'properties'), name);
  const [only, another] = scalarsOf(valueOf(property, 'enum'));
  const constant = valueOf(property, 'const') ?? (another ? undefined : only);
  return textOf(constant) === undefined ? undefined : constant;
}

function kindOf(uri: string, root: Node): EventKind | 'identify' | 'group' {
  const said = textOf(constantOf(root, 'type'));
  const folder = /\/(page|screen|identify|group)s?(?:\/|(?:\.schema)?\.\w+$)/i.exec(uri)?.[1]?.toLowerCase();
  const word = said ?? folder;
  return word === 'page' || word === 'screen' || word === 'identify' || word === 'group' ? word : 'track';
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1).replace(/(?:\.schema)?\.\w+$/, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
