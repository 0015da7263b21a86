import { textOf } from '../yaml/reading.ts';
import { valueOf, type Node } from '../yaml/tree.ts';
import type { SchemaMembers, SchemaReader } from './read-schema.ts';

/**
 * Segment's schemas describe the whole message, with the payload in its `properties` and traits in its `traits`. Typewriter
 * saves the payload alone, and says so with `eventMetadata`.
 */
export function isWrapped(schema: Node | undefined): boolean {
  if (valueOf(schema, 'eventMetadata')) return false;
  const properties = valueOf(schema, 'properties');
  if (properties?.kind !== 'map' || !properties.entries.every(({ key }) => messageParts.has(key.name))) return false;
  // A payload may have a property that is called like a part of the message.
  return properties.entries.some(({ key, value }) => key.name !== 'userId' && !isScalarSchema(value));
}

function isScalarSchema(schema: Node | undefined): boolean {
  const type = textOf(valueOf(schema, 'type'));
  return type !== undefined && type !== 'object';
}

/** Labels are pairs of words; one without a value is a tag alone. The owner has a place of its own. */
export function tagsOf(labels: Node | undefined): readonly string[] {
  if (labels?.kind !== 'map') return [];
  return labels.entries
    .filter(({ key }) => key.name !== 'owner')
    .map(({ key, value }) => {
      const text = textOf(value) ?? '';
      return text === '' ? key.name : `${key.name}:${text}`;
    });
}

/** The schema of one part of the message, where the whole message is described. */
export function messagePart(schema: Node | undefined, part: 'properties' | 'traits'): Node | undefined {
  return isWrapped(schema) ? valueOf(valueOf(schema, 'properties'), part) : schema;
}

export function payloadOf(schema: Node | undefined, reader: SchemaReader): SchemaMembers {
  return reader.members(messagePart(schema, 'properties'));
}

const messageParts: ReadonlySet<string> = new Set(['context', 'traits', 'properties', 'integrations', 'userId']);
