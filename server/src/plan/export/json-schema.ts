import type { EventDefinition, EventKind } from '../plan.ts';
import type { ExportedFile, Exporter } from './exporter.ts';
import { eventsOf } from './losses.ts';
import { FileNames } from './file-names.ts';
import { printJson, schemaOfMembers } from './to-schema.ts';

/** A JSON Schema for the payload of each event, in folders by kind. */
export const jsonSchemaExport: Exporter = {
  id: 'json-schema',
  title: 'a folder of JSON Schemas, a file for each event',
  isFolder: true,
  carries: new Set([
    ...(['pages', 'screens', 'traits of users', 'traits of groups', 'owners', 'deprecated events'] as const),
    ...([
      'closed payloads',
      'open payloads',
      'several types of a value',
      'nested properties',
      'lists of values',
    ] as const),
    ...([
      'constant values',
      'patterns',
      'formats of text',
      'numeric limits',
      'exclusive limits',
      'personal data',
    ] as const),
    ...(['deprecated properties', 'examples'] as const),
  ]),
  write(plan) {
    const names = new FileNames();
    const events = eventsOf(plan).filter(({ status }) => status !== 'removed');
    const files = events.map(event => ({
      path: `${folders[event.kind]}/${names.of(`${folders[event.kind]} ${event.name}`, event.name)}.json`,
      text: printJson(schemaOf(event)),
    }));
    const traits = (['identify', 'group'] as const).flatMap((kind): readonly ExportedFile[] => {
      const own = plan[kind];
      return own
        ? [{ path: `${kind}.json`, text: printJson({ $schema, ...schemaOfMembers(own.properties, own.open) }) }]
        : [];
    });
    return [...files, ...traits];
  },
};

const $schema = 'http://json-schema.org/draft-07/schema#';

const folders: Readonly<Record<EventKind, string>> = { track: 'events', page: 'pages', screen: 'screens' };

function schemaOf({ name, description, owner, status, properties, open }: EventDefinition) {
  return {
    $schema,
    title: name,
    description: description?.value,
    'x-owner': owner?.value,
    ...(status === 'deprecated' && { deprecated: true }),
    ...schemaOfMembers(properties, open),
  };
}
