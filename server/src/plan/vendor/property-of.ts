import type { Location } from '../../base/text.ts';
import type { PropertyDefinition, ValueConstraint } from '../plan.ts';
import type { Reading } from '../yaml/reading.ts';
import type { Span } from '../yaml/tree.ts';

/** What a vendor's plan says of a property beside its values. */
export interface PropertyParts {
  readonly name: string;
  readonly at: Span;
  readonly whole: Span;
  readonly required?: boolean;
  readonly pii?: boolean;
  readonly deprecated?: boolean;
  readonly description?: string | undefined;
  readonly names?: readonly Location[];
}

/** A property of a vendor's plan. */
export function propertyOf(reading: Reading, parts: PropertyParts, constraint: ValueConstraint): PropertyDefinition {
  const description = parts.description?.trim() ?? '';
  return {
    name: parts.name,
    location: reading.location(parts.at),
    range: reading.wholeEntry(parts.whole),
    required: parts.required ?? false,
    pii: parts.pii ?? false,
    deprecated: parts.deprecated ?? false,
    ...(description !== '' && { description }),
    ...(parts.names && { names: parts.names }),
    ...constraint,
  };
}
