import type { EventDefinition, EventKind, TraitsDefinition } from '../plan.ts';
import type { Exporter } from './exporter.ts';
import { eventsOf } from './losses.ts';
import { printJson, schemaOfMembers, type JsonObject } from './to-schema.ts';

/** Rules as Segment's Public API takes and gives them. */
export const segmentExport: Exporter = {
  id: 'segment',
  title: 'Segment tracking plan rules (Public API), one JSON file',
  isFolder: false,
  carries: new Set([
    ...(['pages', 'screens', 'traits of users', 'traits of groups', 'common properties', 'owners', 'tags'] as const),
    ...(['deprecated events', 'closed payloads', 'open payloads', 'several types of a value'] as const),
    ...(['nested properties', 'lists of values', 'constant values', 'patterns', 'formats of text'] as const),
    ...(['numeric limits', 'exclusive limits', 'personal data', 'deprecated properties', 'examples'] as const),
  ]),
  write(plan) {
    const common = [...plan.common.values()];
    const rules = [
      ...eventsOf(plan)
        .filter(({ status }) => status !== 'removed')
        .map(eventRule),
      ...(plan.identify ? [traitsRule('IDENTIFY', plan.identify)] : []),
      ...(plan.group ? [traitsRule('GROUP', plan.group)] : []),
      ...(common.length > 0 ? [rule('COMMON', '', { properties: schemaOfMembers(common, true) })] : []),
    ];
    return [{ path: 'segment.json', text: printJson({ name: plan.name, rules }) }];
  },
};

const types: Readonly<Record<EventKind, string>> = { track: 'TRACK', page: 'PAGE', screen: 'SCREEN' };

function eventRule(event: EventDefinition): JsonObject {
  const { kind, name, tags, open, owner, description } = event;
  const labels = Object.fromEntries([
    ...(owner ? [['owner', owner.value]] : []),
    ...tags.map(tag =>
      tag.includes(':') ? [tag.slice(0, tag.indexOf(':')), tag.slice(tag.indexOf(':') + 1)] : [tag, ''],
    ),
  ]) as Record<string, string>;
  const written = rule(
    types[kind],
    name,
    { properties: schemaOfMembers(event.properties, open) },
    { description: description?.value, labels },
  );
  // Nobody wrote down since when; any date but the first of the calendar says that it is over.
  return event.status === 'deprecated' ? { ...written, deprecatedAt: '1970-01-01T00:00:00.000Z' } : written;
}

function traitsRule(type: string, { properties, open }: TraitsDefinition): JsonObject {
  return rule(type, '', { traits: schemaOfMembers(properties, open) });
}

function rule(type: string, key: string, parts: JsonObject, words: JsonObject = {}): JsonObject {
  return {
    key,
    type,
    version: 1,
    deprecatedAt: '0001-01-01T00:00:00.000Z',
    jsonSchema: {
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      ...words,
      properties: { context: {}, traits: {}, properties: {}, ...parts },
    },
  };
}
