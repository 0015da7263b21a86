import type { Location } from '../../base/text.ts';
import type { EventDefinition, EventKind, EventStatus, PropertyDefinition } from '../plan.ts';
import { locatedText } from '../yaml/read-property.ts';
import type { Reading } from '../yaml/reading.ts';
import type { Node, Span } from '../yaml/tree.ts';

/** What a vendor's plan says of an event, in nodes of its text. */
export interface EventParts {
  readonly kind?: EventKind;
  readonly name: string;
  /** Where the name stands. */
  readonly at: Span;
  /** The whole entry. */
  readonly whole: Span;
  readonly description?: Node | undefined;
  readonly why?: Node | undefined;
  readonly owner?: Node | undefined;
  readonly status?: EventStatus;
  readonly statusAt?: Span | undefined;
  readonly replacedBy?: Node | undefined;
  readonly tags?: readonly string[];
  readonly sources?: EventDefinition['sources'];
  readonly properties?: readonly PropertyDefinition[] | undefined;
  /** Whether other properties may be sent; true where it is absent. */
  readonly open?: boolean;
  readonly version?: string | undefined;
  /** Every place where the name is written, where that is not `at` alone. */
  readonly names?: readonly Location[] | undefined;
}

/** An event of a vendor's plan. A payload that lists nothing and closes nothing says nothing. */
export function eventOf(reading: Reading, parts: EventParts): EventDefinition {
  const description = filled(reading, parts.description);
  const why = filled(reading, parts.why);
  const owner = filled(reading, parts.owner);
  const replacedBy = filled(reading, parts.replacedBy);
  const open = parts.open ?? true;
  const properties = open && parts.properties?.length === 0 ? undefined : parts.properties;
  return {
    kind: parts.kind ?? 'track',
    name: parts.name,
    location: reading.location(parts.at),
    range: reading.wholeEntry(parts.whole),
    ...(description && { description }),
    ...(why && { why }),
    ...(owner && { owner }),
    status: parts.status ?? 'active',
    ...(parts.statusAt && { statusRange: reading.range(parts.statusAt) }),
    weight: 1,
    ...(parts.sources && parts.sources.length > 0 && { sources: parts.sources }),
    tags: parts.tags ?? [],
    ...(properties && { properties }),
    open: open || !properties,
    ...(replacedBy && { replacedBy }),
    ...(parts.version !== undefined && { version: parts.version }),
    ...(parts.names && { names: parts.names }),
  };
}

/** Exports write empty text for what nobody filled in. */
function filled(reading: Reading, node: Node | undefined): EventDefinition['description'] {
  const text = locatedText(reading, node);
  return text && text.value.trim() !== '' ? { ...text, value: text.value.trim() } : undefined;
}
