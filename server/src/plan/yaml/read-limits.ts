import type { DestinationLimits } from '../plan.ts';
import { numberOf, textOf, textsOf } from './reading.ts';
import { valueOf, type Node } from './tree.ts';

/** The limits that a plan or a config writes for a destination; undefined where it writes none. */
export function readLimits(node: Node | undefined): DestinationLimits | undefined {
  const eventNameLength = numberOf(valueOf(node, 'event_name_length'));
  const propertyNameLength = numberOf(valueOf(node, 'property_name_length'));
  const propertyCount = numberOf(valueOf(node, 'property_count'));
  const valueLength = numberOf(valueOf(node, 'value_length'));
  const namePattern = textOf(valueOf(node, 'name_pattern'));
  const reservedNames = textsOf(valueOf(node, 'reserved_names'));
  const reservedPrefixes = textsOf(valueOf(node, 'reserved_prefixes'));
  const limits: DestinationLimits = {
    ...(eventNameLength !== undefined && { eventNameLength }),
    ...(propertyNameLength !== undefined && { propertyNameLength }),
    ...(propertyCount !== undefined && { propertyCount }),
    ...(valueLength !== undefined && { valueLength }),
    ...(namePattern !== undefined && { namePattern }),
    ...(reservedNames.length > 0 && { reservedNames }),
    ...(reservedPrefixes.length > 0 && { reservedPrefixes }),
  };
  return Object.keys(limits).length > 0 ? limits : undefined;
}
