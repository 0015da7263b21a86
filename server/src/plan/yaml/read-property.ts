import type { Located } from '../../base/text.ts';
import type { Scalar, ValueType } from '../../base/vocabulary.ts';
import type { PropertyDefinition, ValueConstraint } from '../plan.ts';
import { checkConstraint } from './check-constraint.ts';
import { booleanOf, numberOf, scalarsOf, scalarValue, textOf, type Reading } from './reading.ts';
import { entryOf, valueOf, type Entry, type Node } from './tree.ts';

/** The properties of a map, in its order. Of equal names the first counts. */
export function readProperties(reading: Reading, node: Node | undefined): readonly PropertyDefinition[] {
  if (node?.kind !== 'map') return [];
  const names = new Set<string>();
  const properties: PropertyDefinition[] = [];
  for (const entry of node.entries) {
    if (names.has(entry.key.name)) continue;
    names.add(entry.key.name);
    properties.push(readProperty(reading, entry));
  }
  return properties;
}

function readProperty(reading: Reading, { key, value, start, end }: Entry): PropertyDefinition {
  const description = textOf(valueOf(value, 'description'));
  const examples = scalarsOf(valueOf(value, 'examples')).flatMap(example => textOf(example) ?? []);
  const replacedBy = locatedText(reading, valueOf(value, 'replaced_by'));
  const explicit = (['required', 'pii', 'deprecated'] as const).filter(flag => entryOf(value, flag));
  const constraint = readConstraint(reading, value);
  return {
    name: key.name,
    location: reading.location(key),
    range: reading.wholeEntry({ start, end }),
    required: booleanOf(valueOf(value, 'required')) ?? false,
    pii: booleanOf(valueOf(value, 'pii')) ?? false,
    deprecated: booleanOf(valueOf(value, 'deprecated')) ?? false,
    ...(description !== undefined && { description }),
    ...(examples.length > 0 && { examples }),
    ...(replacedBy && { replacedBy }),
    ...(constraint.ref && explicit.length > 0 && { explicit }),
    ...constraint,
  };
}

/** What the body of a property says about its value; the short form is the type alone. */
function readConstraint(reading: Reading, node: Node | undefined): ValueConstraint {
  if (node?.kind === 'scalar') {
    const types = typesOf(node);
    return types ? { types } : {};
  }
  if (node?.kind !== 'map') return {};
  const types = typesOf(valueOf(node, 'type'));
  const values = valueOf(node, 'enum');
  const enumeration =
    values?.kind === 'list' ? scalarsOf(values).map(item => reading.located(item.value, item)) : undefined;
  const constant = locatedScalar(reading, entryOf(node, 'const')?.value);
  const pattern = locatedText(reading, valueOf(node, 'pattern'));
  const format = textOf(valueOf(node, 'format'));
  const items = entryOf(node, 'items');
  const members = entryOf(node, 'properties');
  const ref = locatedRef(reading, valueOf(node, '$ref'));
  const constraint: ValueConstraint = {
    ...(types && { types }),
    ...(enumeration && enumeration.length > 0 && { enum: enumeration }),
    ...(constant && { const: constant }),
    ...(pattern && { pattern }),
    ...(format !== undefined && { format }),
    ...readNumbers(node),
    ...(items && { items: readConstraint(reading, items.value) }),
    ...(members && {
      properties: readProperties(reading, members.value),
      open: booleanOf(valueOf(node, 'additionalProperties')) ?? false,
    }),
    ...(ref && { ref }),
  };
  checkConstraint(reading, node, constraint);
  return constraint;
}

const numericKeys = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
] as const;

function readNumbers(node: Node): Partial<Record<(typeof numericKeys)[number], number>> {
  const numbers: Partial<Record<(typeof numericKeys)[number], number>> = {};
  for (const key of numericKeys) {
    const value = numberOf(valueOf(node, key));
    if (value !== undefined) numbers[key] = value;
  }
  return numbers;
}

/** Undefined where nothing is said or no word is known: then any type will do. */
function typesOf(node: Node | undefined): readonly ValueType[] | undefined {
  if (!node) return undefined;
  const words = scalarsOf(node).map(item => item.value ?? 'null');
  const types = words.filter(isValueType);
  // A word that is not understood may stand for any type, so the others cannot be insisted on.
  return types.length > 0 && types.length === words.length ? types : undefined;
}

function isValueType(word: Scalar): word is ValueType {
  return typeof word === 'string' && valueTypes.has(word);
}

const valueTypes: ReadonlySet<string> = new Set<ValueType>([
  'string',
  'number',
  'integer',
  'boolean',
  'array',
  'object',
  'null',
]);

/** A shared property by name; `#/properties/name`, as JSON Schema writes it, is taken for the name. */
function locatedRef(reading: Reading, node: Node | undefined): Located<string> | undefined {
  const ref = locatedText(reading, node);
  return ref && { value: ref.value.replace(/^#\/properties\//, ''), range: ref.range };
}

export function locatedText(reading: Reading, node: Node | undefined): Located<string> | undefined {
  const text = textOf(node);
  return node && text !== undefined ? reading.located(text, node) : undefined;
}

function locatedScalar(reading: Reading, node: Node | undefined): Located<Scalar> | undefined {
  const value = scalarValue(node);
  return node && value !== undefined ? reading.located(value, node) : undefined;
}
