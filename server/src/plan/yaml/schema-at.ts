import type { Scalar } from '../../base/vocabulary.ts';
import type { JsonSchema } from '../json-schema.ts';

/**
 * The schema of the value that a path of keys and indexes leads to, with references followed and what is written beside
 * a reference kept. Undefined where the schema says nothing.
 */
export function schemaAt(root: JsonSchema, path: readonly string[]): JsonSchema | undefined {
  let schema: JsonSchema | undefined = follow(root, root);
  for (const part of path) {
    if (!schema) return undefined;
    const child: JsonSchema | undefined =
      childOf(schema, part) ?? childOf(schema.then, part) ?? childOf(schema.else, part);
    schema = child && follow(root, child);
  }
  return schema;
}

/** A key that a map may have, or a value that a scalar may have, with what is to be said about it. */
export interface Choice<T> {
  readonly value: T;
  /** Markdown. */
  readonly description: string | undefined;
  readonly schema: JsonSchema;
}

/** The keys that the schema names, in its order. Keys that people choose themselves are not among them. */
export function keysOf(root: JsonSchema, schema: JsonSchema): readonly Choice<string>[] {
  return Object.entries(schema.properties ?? {}).map(([value, child]) => {
    const followed = follow(root, child);
    return { value, description: followed.description, schema: followed };
  });
}

/** The values that the schema lists, be it for one of several forms of the value. */
export function valuesOf(root: JsonSchema, schema: JsonSchema): readonly Choice<Scalar>[] {
  const forms = [schema, schema.then, schema.else].flatMap(form => (form ? [follow(root, form)] : []));
  const listed = forms.flatMap(form =>
    (form.enum ?? []).map((value, i) => ({ value, description: form.enumDescriptions?.[i], schema: form })),
  );
  return listed.length > 0 || ![schema.type].flat().includes('boolean')
    ? listed
    : [true, false].map(value => ({ value, description: undefined, schema }));
}

function childOf(schema: JsonSchema | undefined, part: string): JsonSchema | undefined {
  if (!schema) return undefined;
  if (schema.properties && Object.hasOwn(schema.properties, part)) return schema.properties[part];
  if (typeof schema.additionalProperties === 'object') return schema.additionalProperties;
  return /^\d+$/.test(part) ? schema.items : undefined;
}

function follow(root: JsonSchema, schema: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const { $ref, ...beside } = schema;
  const target = root.definitions?.[$ref.replace('#/definitions/', '')];
  return target ? { ...follow(root, target), ...beside } : beside;
}
