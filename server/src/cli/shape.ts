/**
 * Shapes of data that we print: each is a JSON Schema that carries the TypeScript type of what it describes, so that
 * what is written, what is documented and what is validated are one declaration.
 */
export interface Shape<out T> {
  readonly schema: JsonSchema;
  /** Never present; carries the type. */
  readonly type?: T;
}

export type Shaped<S> = S extends Shape<infer T> ? T : never;

export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly description?: string;
}

export function text(description: string): Shape<string> {
  return { schema: { type: 'string', description } };
}

/** A whole number that is not negative. */
export function count(description: string): Shape<number> {
  return { schema: { type: 'integer', minimum: 0, description } };
}

export function flag(description: string): Shape<boolean> {
  return { schema: { type: 'boolean', description } };
}

/** Any JSON value that is neither a list nor an object. */
export function scalar(description: string): Shape<string | number | boolean | null> {
  return { schema: { type: ['string', 'number', 'boolean', 'null'], description } };
}

export function constant<const T extends number>(value: T, description: string): Shape<T> {
  return { schema: { const: value, description } };
}

export function oneOf<const T extends string>(values: readonly T[], description: string): Shape<T> {
  return { schema: { enum: values, description } };
}

export function list<T>(item: Shape<T>, description: string): Shape<readonly T[]> {
  return { schema: { type: 'array', items: item.schema, description } };
}

export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  const { description, ...rest } = shape.schema;
  return { schema: { anyOf: [rest, { type: 'null' }], ...(description === undefined ? {} : { description }) } };
}

/** An object with exactly these members. */
export function record<M extends Readonly<Record<string, Shape<unknown>>>>(
  members: M,
  description: string,
): Shape<{ readonly [K in keyof M]: Shaped<M[K]> }> {
  return {
    schema: {
      type: 'object',
      description,
      properties: Object.fromEntries(Object.entries(members).map(([name, member]) => [name, member.schema])),
      required: Object.keys(members),
      additionalProperties: false,
    },
  };
}
