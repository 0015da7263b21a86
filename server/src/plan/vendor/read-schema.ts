import { closest } from '../../base/closest.ts';
import type { Location } from '../../base/text.ts';
import type { Scalar, ValueType } from '../../base/vocabulary.ts';
import type { PropertyDefinition, ValueConstraint } from '../plan.ts';
import { checkConstraint } from '../yaml/check-constraint.ts';
import { locatedText } from '../yaml/read-property.ts';
import { booleanOf, numberOf, scalarsOf, textOf, type Reading } from '../yaml/reading.ts';
import { entryOf, valueOf, type Entry, type MapNode, type Node } from '../yaml/tree.ts';
import { alternatives } from './alternatives.ts';

/** The members that a JSON Schema of an object names, and whether others may stand beside them. */
export interface SchemaMembers {
  readonly properties: readonly PropertyDefinition[];
  readonly open: boolean;
}

/** Finds what a `$ref` points at in another file, with the reader of that file; undefined where that is not in reach. */
export type FollowRef = (ref: string) => { readonly node: Node; readonly reader: SchemaReader } | undefined;

/**
 * Reads JSON Schema of any draft (4 to 2020-12, and draft 3's `required: true`) into constraints. What restricts values in
 * a way that cannot be followed is an unread part; unknown words are annotations, as the specification says.
 */
export class SchemaReader {
  readonly #reading: Reading;
  readonly #root: Node | undefined;
  readonly #elsewhere: FollowRef | undefined;
  /** Nodes that a `$ref` led to and that are being read: a schema may hold itself. */
  readonly #open = new Set<Node>();
  /** Nodes of which all that is wrong was, or is being, said. */
  readonly #told = new Set<Node>();

  /** References lead to places below `root` (`#/definitions/x`), and with `elsewhere` to other files. */
  constructor(reading: Reading, root: Node | undefined, elsewhere?: FollowRef) {
    this.#reading = reading;
    this.#root = root;
    this.#elsewhere = elsewhere;
  }

  /** What the members of an object are, such as the payload of an event. Nothing listed and nothing said is open. */
  members(node: Node | undefined): SchemaMembers {
    const { properties = [], open = true } = this.constraint(node);
    return { properties, open };
  }

  constraint(node: Node | undefined): ValueConstraint {
    if (node?.kind !== 'map') {
      // `true` allows everything, as does what is missing; `false` allows nothing, which no payload can follow.
      if (node && booleanOf(node) !== true) this.#unread(node, 'This is not a schema that can be read.');
      return {};
    }
    return this.#merged(node);
  }

  #merged(node: MapNode): ValueConstraint {
    const { problems } = this.#reading;
    const before = problems.length;
    const isTold = this.#told.has(node);
    this.#told.add(node);
    const merged = this.#understood(node);
    // What several references lead to is wrong once.
    if (isTold) problems.length = before;
    return merged;
  }

  #understood(node: MapNode): ValueConstraint {
    const own = this.#own(node);
    const others: ValueConstraint[] = [];
    const ref = entryOf(node, '$ref');
    if (ref) others.push(this.#referred(ref));
    const all = entryOf(node, 'allOf');
    if (all?.value?.kind === 'list') others.push(...all.value.items.map(item => this.constraint(item)));
    for (const word of ['anyOf', 'oneOf']) {
      const entry = entryOf(node, word);
      if (entry?.value?.kind === 'list') others.push(this.#alternatives(entry, entry.value.items));
    }
    const merged = others.reduce(both, own);
    checkConstraint(this.#reading, node, merged, false);
    return merged;
  }

  #referred({ key, value }: Entry): ValueConstraint {
    const ref = textOf(value) ?? '';
    const here = pointedAt(this.#root, ref);
    if (here) return this.#once(here, () => this.constraint(here));
    const there = this.#elsewhere?.(ref);
    if (there) {
      const at = this.#reading.location(value ?? key);
      return relocated(
        there.reader.#once(there.node, () => there.reader.constraint(there.node)),
        at,
      );
    }
    this.#unread(value ?? key, 'What this refers to is not in reach, so it is not checked.');
    return {};
  }

  /** Deeper rounds of a schema that holds itself say nothing new. */
  #once(target: Node, read: () => ValueConstraint): ValueConstraint {
    if (this.#open.has(target)) return {};
    this.#open.add(target);
    const found = read();
    this.#open.delete(target);
    return found;
  }

  #alternatives({ key }: Entry, items: readonly Node[]): ValueConstraint {
    const { constraint, isWhole } = alternatives(items.map(item => this.constraint(item)));
    if (!isWhole) this.#unread(key, `Of \`${key.name}\` only the types are checked.`);
    return constraint;
  }

  #own(node: MapNode): ValueConstraint {
    const found: Mutable<ValueConstraint> = {};
    const required = entryOf(node, 'required')?.value;
    for (const { key, value } of node.entries.toReversed()) this.#word(key.name, value, found);
    const properties = valueOf(node, 'properties');
    const names = required?.kind === 'list' ? scalarsOf(required) : [];
    if (properties?.kind === 'map' || names.length > 0) {
      found.properties = this.#properties(properties, names);
    }
    const additional = entryOf(node, 'additionalProperties') ?? entryOf(node, 'unevaluatedProperties');
    const isClosed = booleanOf(additional?.value) === false && !entryOf(node, 'patternProperties');
    if (found.properties || isClosed) {
      found.properties ??= [];
      found.open = !isClosed;
    }
    this.#limits(node, found);
    this.#unreadWords(node);
    return found;
  }

  #word(word: string, value: Node | undefined, found: Mutable<ValueConstraint>): void {
    switch (word) {
      case 'type': {
        const types = typesOf(value);
        if (types) found.types = types;
        else if (value && textOf(value) !== 'any' && scalarsOf(value).every(item => textOf(item) !== 'any'))
          this.#unread(value, 'This is no type of JSON Schema, so the type is not checked.');
        break;
      }
      case 'enum': {
        const values = value?.kind === 'list' ? value.items : [];
        const scalars = scalarsOf(value);
        if (scalars.length > 0 && scalars.length === values.length)
          found.enum = scalars.map(item => this.#reading.located(item.value, item));
        else if (value && values.length > 0)
          this.#unread(value, 'Lists and objects among the values are not compared, so this is not checked.');
        break;
      }
      case 'const':
        if (value?.kind === 'scalar') found.const = this.#reading.located(value.value, value);
        else if (value) this.#unread(value, 'A list or an object as the only value is not checked.');
        break;
      case 'pattern': {
        const pattern = locatedText(this.#reading, value);
        if (pattern && pattern.value !== '') found.pattern = pattern;
        break;
      }
      case 'format': {
        const format = textOf(value);
        if (format !== undefined) found.format = format;
        break;
      }
      case 'items':
        if (value?.kind === 'map') found.items = this.constraint(value);
        else if (value?.kind === 'list')
          this.#unread(value, 'Items that each have a schema of their own are not checked.');
    }
  }

  #limits(node: MapNode, found: Mutable<ValueConstraint>): void {
    for (const word of limitWords) {
      const number = numberOf(valueOf(node, word));
      const isLeftOut = exclusiveWords.some(
        ([limit, exclusive]) => limit === word && booleanOf(valueOf(node, exclusive)) === true,
      );
      if (number !== undefined && !isLeftOut) found[word] = number;
    }
    // Draft 4 says with a boolean whether the limit itself is left out.
    for (const [word, exclusive] of exclusiveWords) {
      const limit = numberOf(valueOf(node, word));
      if (booleanOf(valueOf(node, exclusive)) !== true || limit === undefined) continue;
      found[exclusive] = limit;
    }
    if (booleanOf(valueOf(node, 'nullable')) === true && found.types && !found.types.includes('null'))
      found.types = [...found.types, 'null'];
  }

  #properties(node: Node | undefined, required: readonly Node[]): readonly PropertyDefinition[] {
    const places = new Map(required.map(item => [textOf(item) ?? '', item]));
    const found = new Map<string, PropertyDefinition>();
    for (const entry of node?.kind === 'map' ? node.entries : []) {
      if (!found.has(entry.key.name)) found.set(entry.key.name, this.#property(entry, places.get(entry.key.name)));
    }
    // What is required but not described may be anything.
    for (const [name, item] of places) {
      if (found.has(name)) continue;
      const location = this.#reading.location(item);
      found.set(name, { name, location, range: location.range, required: true, pii: false, deprecated: false });
    }
    return [...found.values()];
  }

  #property(entry: Entry, requiredAt: Node | undefined): PropertyDefinition {
    const { key, value } = entry;
    const location = this.#reading.location(key);
    const described = descriptionOf(value) ?? descriptionOf(this.#target(value));
    const examples = scalarsOf(valueOf(value, 'examples')).flatMap(item => textOf(item) ?? []);
    const names: readonly Location[] = requiredAt ? [location, this.#reading.location(requiredAt)] : [];
    return {
      name: key.name,
      location,
      range: { start: location.range.start, end: this.#reading.wholeEntry(entry).end },
      required: requiredAt !== undefined || booleanOf(valueOf(value, 'required')) === true,
      pii: booleanOf(valueOf(value, 'pii')) ?? booleanOf(valueOf(value, 'x-pii')) ?? false,
      deprecated: booleanOf(valueOf(value, 'deprecated')) ?? false,
      ...(described !== undefined && { description: described }),
      ...(examples.length > 0 && { examples }),
      ...(names.length > 0 && { names }),
      ...(value && this.constraint(value)),
    };
  }

  #target(node: Node | undefined): Node | undefined {
    const ref = textOf(valueOf(node, '$ref'));
    return ref === undefined ? undefined : (pointedAt(this.#root, ref) ?? this.#elsewhere?.(ref)?.node);
  }

  #unreadWords(node: MapNode): void {
    for (const { key, value } of node.entries) {
      const why = unreadWords.get(key.name);
      const isIdle =
        value?.kind === 'scalar' ? value.value !== true && typeof value.value !== 'number' : isEmpty(value);
      if (why !== undefined && !isIdle) this.#unread(key, why);
      else if (key.name === 'additionalProperties' && value?.kind === 'map' && !isEmpty(value))
        this.#unread(key, 'Members beyond the listed ones are allowed, and their values are not checked.');
      else if (!knownWords.has(key.name) && key.name.length > 4) {
        const meant = closest(key.name, misspellable);
        if (meant !== undefined)
          this.#unread(key, `\`${key.name}\` is no word of JSON Schema. Did you mean \`${meant}\`?`);
      }
    }
  }

  #unread(at: { readonly start: number; readonly end: number }, message: string): void {
    this.#reading.problems.push({ rule: 'unread-part', range: this.#reading.underline(at), message });
  }
}

/**
 * What another file says, as said at the reference to it: every place of an event's entry is in the file of the event. It
 * can be renamed only where it is.
 */
function relocated(constraint: ValueConstraint, at: Location): ValueConstraint {
  const { enum: values, const: constant, pattern, items, properties } = constraint;
  return {
    ...constraint,
    ...(values && { enum: values.map(({ value }) => ({ value, range: at.range })) }),
    ...(constant && { const: { value: constant.value, range: at.range } }),
    ...(pattern && { pattern: { value: pattern.value, range: at.range } }),
    ...(items && { items: relocated(items, at) }),
    ...(properties && {
      properties: properties.map(property => ({
        ...property,
        ...relocated(property, at),
        location: at,
        range: at.range,
        names: [],
      })),
    }),
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const limitWords = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
] as const;

const exclusiveWords = [
  ['minimum', 'exclusiveMinimum'],
  ['maximum', 'exclusiveMaximum'],
] as const;

const notChecked = (word: string): readonly [string, string] => [word, `\`${word}\` is not checked in code.`];

/** Words that restrict a value in a way that is not followed. */
const unreadWords: ReadonlyMap<string, string> = new Map([
  ...[
    ...['multipleOf', 'uniqueItems', 'contains', 'minProperties', 'maxProperties', 'propertyNames', 'not', 'if'],
    ...['dependencies', 'dependentRequired', 'dependentSchemas', 'prefixItems', 'additionalItems'],
    ...['unevaluatedItems', 'patternProperties', '$dynamicRef', '$recursiveRef'],
  ].map(notChecked),
]);

/** Of these a slip of the pen would change what is checked. */
const misspellable = [
  ...['properties', 'required', 'additionalProperties', 'pattern', 'format', 'items', 'const', 'minimum', 'maximum'],
  ...['minLength', 'maxLength', 'minItems', 'maxItems', 'allOf', 'anyOf', 'oneOf'],
];

const knownWords: ReadonlySet<string> = new Set([
  ...misspellable,
  ...unreadWords.keys(),
  ...['type', 'enum', 'exclusiveMinimum', 'exclusiveMaximum', '$ref', '$schema', '$id', 'id', 'title', 'description'],
  ...['default', 'examples', 'example', 'definitions', '$defs', 'then', 'else', 'nullable', 'deprecated', 'readOnly'],
  ...['writeOnly', 'contentEncoding', 'contentMediaType', 'labels', 'metadata', 'optional', 'unevaluatedProperties'],
]);

/** A word's own meaning and that of a part of the schema together; what both speak of, the first says. */
function both(first: ValueConstraint, second: ValueConstraint): ValueConstraint {
  const properties = joined(first.properties, second.properties);
  const open = [first.open, second.open].filter(each => each !== undefined);
  const types = first.types && second.types ? narrower(first.types, second.types) : (first.types ?? second.types);
  return {
    ...second,
    ...first,
    ...(types && { types }),
    ...(properties && { properties, open: open.every(Boolean) }),
  };
}

function narrower(a: readonly ValueType[], b: readonly ValueType[]): readonly ValueType[] {
  const common = a.filter(type => b.includes(type) || (type === 'integer' && b.includes('number')));
  return common.length > 0 ? common : a;
}

function joined(
  first: readonly PropertyDefinition[] | undefined,
  second: readonly PropertyDefinition[] | undefined,
): readonly PropertyDefinition[] | undefined {
  if (!first || !second) return first ?? second;
  const others = new Map(second.map(property => [property.name, property]));
  const merged = first.map(property => {
    const other = others.get(property.name);
    others.delete(property.name);
    if (!other) return property;
    const names = [...(property.names ?? [property.location]), ...(other.names ?? [other.location])];
    return { ...other, ...property, ...both(property, other), required: property.required || other.required, names };
  });
  return [...merged, ...others.values()];
}

/** Undefined where any type will do, or where a word is not known. */
export function typesOf(node: Node | undefined): readonly ValueType[] | undefined {
  const words: readonly Scalar[] = scalarsOf(node).map(item => item.value);
  const types = words.flatMap(word => valueTypes.find(type => type === (word ?? 'null')) ?? []);
  return types.length > 0 && types.length === words.length ? [...new Set(types)] : undefined;
}

const valueTypes: readonly ValueType[] = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];

function descriptionOf(node: Node | undefined): string | undefined {
  const text = textOf(valueOf(node, 'description'))?.trim();
  return text === '' ? undefined : text;
}

function isEmpty(node: Node | undefined): boolean {
  if (!node || node.kind === 'scalar') return true;
  return (node.kind === 'map' ? node.entries : node.items).length === 0;
}

/** The node that a JSON pointer in a fragment (`#/definitions/x`) leads to. */
export function pointedAt(root: Node | undefined, ref: string): Node | undefined {
  if (!ref.startsWith('#')) return undefined;
  const parts = ref.slice(1).split('/').slice(1);
  return parts.reduce<Node | undefined>((node, part) => {
    const name = unescaped(part);
    return node?.kind === 'list' ? node.items[Number(name)] : valueOf(node, name);
  }, root);
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
  } catch {
    return part;
  }
}
