import type { EventDefinition, EventKind, EventStatus, TraitsDefinition } from '../plan.ts';
import { isDate } from '../string-format.ts';
import { booleanOf, numberOf, scalarsOf, textOf, textsOf, type Reading } from './reading.ts';
import { locatedText, readProperties } from './read-property.ts';
import { entryOf, valueOf, type Entry, type Node } from './tree.ts';

/** The events under `events`, `pages` or `screens`; duplicates are kept. A body that is not understood leaves the name. */
export function readEvents(reading: Reading, kind: EventKind, node: Node | undefined): readonly EventDefinition[] {
  return node?.kind === 'map' ? node.entries.map(entry => readEvent(reading, kind, entry)) : [];
}

function readEvent(reading: Reading, kind: EventKind, { key, value, start, end }: Entry): EventDefinition {
  const description = locatedText(reading, valueOf(value, 'description'));
  const why = locatedText(reading, valueOf(value, 'why'));
  const owner = locatedText(reading, valueOf(value, 'owner'));
  const status = valueOf(value, 'status');
  const sources = valueOf(value, 'sources');
  const properties = entryOf(value, 'properties');
  const replacedBy = locatedText(reading, valueOf(value, 'replaced_by'));
  const removeAfter = readDate(reading, valueOf(value, 'remove_after'));
  const open = booleanOf(valueOf(value, 'additionalProperties')) ?? !properties;
  return {
    kind,
    name: key.name,
    location: reading.location(key),
    range: reading.wholeEntry({ start, end }),
    ...(description && { description }),
    ...(why && { why }),
    ...(owner && { owner }),
    status: statusOf(status),
    ...(status && { statusRange: reading.range(status) }),
    weight: numberOf(valueOf(value, 'weight')) ?? 1,
    ...(sources && {
      sources: scalarsOf(sources).flatMap(source => locatedText(reading, source) ?? []),
    }),
    tags: textsOf(valueOf(value, 'tags')),
    ...(properties && { properties: readProperties(reading, properties.value) }),
    // Without a list of properties nothing is said about the payload, whatever else is written.
    open: open || !properties,
    ...(replacedBy && { replacedBy }),
    ...(removeAfter && { removeAfter }),
  };
}

/** What `identify` or `group` may carry. */
export function readTraits(reading: Reading, entry: Entry): TraitsDefinition {
  const traits = entryOf(entry.value, 'traits');
  return {
    location: reading.location(entry.key),
    properties: readProperties(reading, traits?.value),
    open: !traits || (booleanOf(valueOf(entry.value, 'additionalProperties')) ?? false),
  };
}

const statuses: ReadonlySet<string> = new Set<EventStatus>(['planned', 'active', 'deprecated', 'removed']);

function statusOf(node: Node | undefined): EventStatus {
  const word = textOf(node);
  return word !== undefined && isStatus(word) ? word : 'active';
}

function isStatus(word: string): word is EventStatus {
  return statuses.has(word);
}

/** A date that the calendar has; anything else is reported and left out. */
function readDate(reading: Reading, node: Node | undefined): EventDefinition['removeAfter'] {
  const date = locatedText(reading, node);
  if (!date || !node) return undefined;
  if (isDate(date.value)) return date;
  reading.invalid(node, `\`remove_after\` must be a date such as 2027-03-01; found \`${date.value}\`.`);
  return undefined;
}
