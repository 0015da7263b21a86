import type { PropertyDefinition, ValueConstraint } from '../plan.ts';

/** JSON as it is written; undefined members are left out. */
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** The members of an object as JSON Schema; a payload that says nothing is any object. */
export function schemaOfMembers(properties: readonly PropertyDefinition[] | undefined, open: boolean): JsonObject {
  return { type: 'object', ...membersOf(properties, open) };
}

function membersOf(properties: readonly PropertyDefinition[] | undefined, open: boolean): JsonObject {
  const required = properties?.filter(property => property.required).map(({ name }) => name) ?? [];
  return {
    ...(properties && { properties: Object.fromEntries(properties.map(each => [each.name, schemaOfProperty(each)])) }),
    ...(required.length > 0 && { required }),
    ...(!open && { additionalProperties: false }),
  };
}

function schemaOfProperty(property: PropertyDefinition): JsonObject {
  const { description, examples, pii, deprecated } = property;
  return {
    description,
    ...schemaOfValue(property),
    ...(examples && { examples }),
    ...(pii && { 'x-pii': true }),
    ...(deprecated && { deprecated: true }),
  };
}

export function schemaOfValue(value: ValueConstraint): JsonObject {
  const { items, properties, open = true } = value;
  return {
    ...plainWords(value),
    items: items && schemaOfValue(items),
    ...(properties && membersOf(properties, open)),
  };
}

/** What JSON Schema says of a value without going into it, in its words, which are those of our YAML too. */
export function plainWords(value: ValueConstraint) {
  const { types } = value;
  return {
    type: types?.length === 1 ? types[0] : types,
    enum: value.enum?.map(item => item.value),
    const: value.const?.value,
    pattern: value.pattern?.value,
    format: value.format,
    minimum: value.minimum,
    maximum: value.maximum,
    exclusiveMinimum: value.exclusiveMinimum,
    exclusiveMaximum: value.exclusiveMaximum,
    minLength: value.minLength,
    maxLength: value.maxLength,
    minItems: value.minItems,
    maxItems: value.maxItems,
  };
}

export function printJson(value: JsonValue): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
