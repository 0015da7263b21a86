import type { Located } from '../../base/text.ts';
import type { Scalar, ValueType } from '../../base/vocabulary.ts';
import type { PropertyDefinition, ValueConstraint } from '../plan.ts';
import { checkConstraint } from './check-constraint.ts';
import { booleanOf, numberOf, scalarsOf, scalarValue, textOf, type Reading } from './reading.ts';
import type { Entry, Node } from './tree.ts';

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

function readProperty(reading: Reading, entry: Entry): PropertyDefinition {
  const location = reading.location(entry.key);
  const property: Mutable<PropertyDefinition> = {
    name: entry.key.name,
    location,
    // Big plans have a hundred thousand of these, so what is the same is one object.
    range: { start: location.range.start, end: reading.wholeEntry(entry).end },
    required: false,
    pii: false,
    deprecated: false,
  };
  const explicit = readBody(reading, entry.value, property);
  if (property.ref && explicit.length > 0) property.explicit = explicit;
  return property;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Flag = 'required' | 'pii' | 'deprecated';

/** Properties are the bulk of a plan: one pass over the keys that are there, not a search for each that there may be. */
function readBody(reading: Reading, node: Node | undefined, property: Mutable<PropertyDefinition>): Flag[] {
  const flags: Flag[] = [];
  if (node?.kind === 'map') {
    // From the end, so that of equal keys the first counts.
    for (let i = node.entries.length - 1; i >= 0; i--) {
      const { key, value } = node.entries[i] ?? {};
      switch (key?.name) {
        case 'required':
        case 'pii':
        case 'deprecated':
          property[key.name] = booleanOf(value) ?? false;
          flags.unshift(key.name);
          break;
        case 'description': {
          const description = textOf(value);
          if (description !== undefined) property.description = description;
          break;
        }
        case 'examples': {
          const examples = scalarsOf(value).flatMap(example => textOf(example) ?? []);
          if (examples.length > 0) property.examples = examples;
          break;
        }
        case 'replaced_by': {
          const replacedBy = locatedText(reading, value);
          if (replacedBy) property.replacedBy = replacedBy;
        }
      }
    }
  }
  readConstraint(reading, node, property);
  return flags;
}

/** What the body of a property says about its value; the short form is the type alone. */
function readConstraint(reading: Reading, node: Node | undefined, constraint: Mutable<ValueConstraint>): void {
  if (node?.kind === 'scalar') {
    const types = typesOf(node);
    if (types) constraint.types = types;
  }
  if (node?.kind !== 'map') return;
  let isOpen = false;
  for (let i = node.entries.length - 1; i >= 0; i--) {
    const { key, value } = node.entries[i] ?? {};
    switch (key?.name) {
      case 'minimum':
      case 'maximum':
      case 'exclusiveMinimum':
      case 'exclusiveMaximum':
      case 'minLength':
      case 'maxLength':
      case 'minItems':
      case 'maxItems': {
        const number = numberOf(value);
        if (number !== undefined) constraint[key.name] = number;
        break;
      }
      case 'additionalProperties':
        isOpen = booleanOf(value) ?? false;
        break;
      case 'properties':
        constraint.properties = readProperties(reading, value);
        break;
      case 'items': {
        const items: Mutable<ValueConstraint> = {};
        readConstraint(reading, value, items);
        constraint.items = items;
        break;
      }
      default:
        if (key && value) readWord(reading, key.name, value, constraint);
    }
  }
  if (constraint.properties) constraint.open = isOpen;
  checkConstraint(reading, node, constraint);
}

function readWord(reading: Reading, word: string, value: Node, constraint: Mutable<ValueConstraint>): void {
  switch (word) {
    case 'type': {
      const types = typesOf(value);
      if (types) constraint.types = types;
      break;
    }
    case 'enum': {
      const values = value.kind === 'list' ? scalarsOf(value) : [];
      if (values.length > 0) constraint.enum = values.map(item => reading.located(item.value, item));
      break;
    }
    case 'const': {
      const constant = scalarValue(value);
      if (constant !== undefined) constraint.const = reading.located(constant, value);
      break;
    }
    case 'pattern': {
      const pattern = locatedText(reading, value);
      if (pattern) constraint.pattern = pattern;
      break;
    }
    case 'format': {
      const format = textOf(value);
      if (format !== undefined) constraint.format = format;
      break;
    }
    case '$ref': {
      const ref = locatedText(reading, value);
      // `#/properties/name`, as JSON Schema writes it, is taken for the name.
      if (ref) constraint.ref = { value: ref.value.replace(/^#\/properties\//, ''), range: ref.range };
    }
  }
}

/** Undefined where nothing is said or no word is known: then any type will do. */
function typesOf(node: Node): readonly ValueType[] | undefined {
  const words = scalarsOf(node);
  if (words.length === 1) return singleTypes.get(words[0]?.value ?? 'null');
  const types = words.flatMap(word => singleTypes.get(word.value ?? 'null') ?? []);
  // A word that is not understood may stand for any type, so the others cannot be insisted on.
  return types.length > 0 && types.length === words.length ? types : undefined;
}

const valueTypes: readonly ValueType[] = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];
const singleTypes: ReadonlyMap<Scalar, readonly ValueType[]> = new Map(valueTypes.map(type => [type, [type]]));

export function locatedText(reading: Reading, node: Node | undefined): Located<string> | undefined {
  const text = textOf(node);
  return node && text !== undefined ? reading.located(text, node) : undefined;
}
