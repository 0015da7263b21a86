import type { PlanFormat } from '../format.ts';
import type { EventDefinition, MetricDefinition, PlanFile } from '../plan.ts';
import { eventOf } from '../vendor/event-of.ts';
import { itemsOf } from '../vendor/items-of.ts';
import { linked, type LinkedDocument } from '../vendor/linked.ts';
import { compareVersions } from '../vendor/newest-of.ts';
import { SchemaReader } from '../vendor/read-schema.ts';
import { schemaWriter } from '../vendor/schema-writer.ts';
import { locatedText } from '../yaml/read-property.ts';
import { textOf } from '../yaml/reading.ts';
import { valueOf, type Node } from '../yaml/tree.ts';

/**
 * Snowplow's self-describing schemas, in Iglu's folders (`<vendor>/<name>/jsonschema/<version>`) or as snowplow-cli wraps
 * them, and the event specifications of its data products. An event is called what its schema is called.
 */
export const snowplow: PlanFormat = {
  id: 'snowplow',
  title: 'Snowplow (Iglu schemas, data products)',
  // Without an ending of its own a file of Iglu's is called by its version: `1-0-0`.
  extensions: ['.json', '.yaml', '.yml', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],

  recognizes: (_uri, text) =>
    (/"?self"?\s*:\s*\{?\s*"?(?:vendor|name|format|version)"?\s*:/.test(text.slice(0, 50_000)) &&
      /"?vendor"?\s*:/.test(text)) ||
    /"?resourceType"?\s*:\s*"?(?:data-structure|data-product|source-applications?)\b/.test(text.slice(0, 4_000)),

  ...linked('snowplow', link),

  write: schemaWriter({
    events: () => undefined,
    payload: entry => (valueOf(entry, 'self') ? [] : ['data']),
    description: ['description'],
  }),
};

interface Schema {
  readonly document: LinkedDocument;
  readonly schema: Node;
  readonly vendor: string;
  readonly name: string;
  readonly version: string;
}

function link(documents: readonly LinkedDocument[]): readonly Partial<PlanFile>[] {
  const schemas = documents.flatMap(document => schemaIn(document) ?? []);
  const specifications = documents.map(specificationsIn);
  const entities = new Set(specifications.flat().flatMap(each => each.entities.map(nameOf)));
  const sent = new Set(specifications.flat().map(each => nameOf(each.source)));
  const known = new Set(schemas.map(({ vendor, name }) => `${vendor}/${name}`));
  return documents.map((document, i) => {
    const own = schemas.find(schema => schema.document === document);
    const isEntity = own && entities.has(`${own.vendor}/${own.name}`) && !sent.has(`${own.vendor}/${own.name}`);
    if (own && !isEntity) {
      const event = readSchema(own);
      const isOlder = schemas.some(
        ({ vendor, name, version }) =>
          vendor === own.vendor && name === own.name && compareVersions(version, own.version) > 0,
      );
      return isOlder ? { superseded: [event] } : { events: [event] };
    }
    const mine = specifications[i] ?? [];
    return {
      metrics: mine.flatMap(each => each.metric),
      events: mine.filter(({ source }) => !known.has(nameOf(source))).flatMap(each => each.event),
    };
  });
}

/** The self-describing schema of a file, be it wrapped by the command line or not. */
function schemaIn(document: LinkedDocument): Schema | undefined {
  const schema = valueOf(document.root, 'self') ? document.root : valueOf(document.root, 'data');
  const self = valueOf(schema, 'self');
  const name = textOf(valueOf(self, 'name'));
  if (!schema || !self || name === undefined) return undefined;
  const vendor = textOf(valueOf(self, 'vendor')) ?? '';
  return { document, schema, vendor, name, version: textOf(valueOf(self, 'version')) ?? '' };
}

function readSchema({ document: { reading, root }, schema, name, version }: Schema): EventDefinition {
  const self = valueOf(schema, 'self');
  return eventOf(reading, {
    name,
    at: valueOf(self, 'name') ?? schema,
    whole: root ?? schema,
    description: valueOf(schema, 'description'),
    version,
    // The folder is called so too, and so is every address of the schema.
    names: [],
    ...new SchemaReader(reading, schema).members(schema),
  });
}

interface Specification {
  readonly source: string;
  readonly entities: readonly string[];
  readonly metric: readonly MetricDefinition[];
  /** What the specification says of an event whose schema is not among the files. */
  readonly event: readonly EventDefinition[];
}

function specificationsIn({ reading, root }: LinkedDocument): readonly Specification[] {
  const data = valueOf(root, 'data') ?? root;
  return itemsOf(valueOf(data, 'eventSpecifications')).flatMap(item => {
    const event = valueOf(item, 'event');
    const at = valueOf(event, 'source') ?? valueOf(valueOf(event, 'tracked'), 'source');
    const source = textOf(at);
    if (!at || source === undefined) {
      reading.unread(event ?? item, 'This names no schema as its `source`, so it is not checked.');
      return [];
    }
    const label = valueOf(item, 'name');
    const listed = valueOf(item, 'entities');
    const entities = [
      ...itemsOf(valueOf(listed, 'tracked')),
      ...itemsOf(valueOf(listed, 'enriched')),
      ...itemsOf(listed),
    ];
    const name = nameOf(source).split('/')[1] ?? source;
    const title = locatedText(reading, label);
    const schema = valueOf(event, 'schema') ?? valueOf(valueOf(event, 'tracked'), 'schema');
    return {
      source,
      entities: entities.flatMap(entity => textOf(valueOf(entity, 'source')) ?? []),
      metric: title
        ? [
            {
              name: title.value,
              location: { uri: reading.uri, range: title.range },
              kind: 'event specification',
              events: [reading.located(name, at)],
            },
          ]
        : [],
      event: [
        eventOf(reading, {
          name,
          at,
          whole: item,
          description: valueOf(item, 'description'),
          names: [],
          ...(schema ? { ...new SchemaReader(reading, schema).members(schema), open: true } : {}),
        }),
      ],
    };
  });
}

/** `iglu:com.acme/order_completed/jsonschema/1-0-0` -> `com.acme/order_completed`. */
function nameOf(source: string): string {
  return /^iglu:([^/]+\/[^/]+)\//.exec(source)?.[1] ?? source;
}
