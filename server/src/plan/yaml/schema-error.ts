import type { JsonSchema } from '../json-schema.ts';
import type { Node, Span } from './tree.ts';

/** What a validator that ajv compiled ahead of time says about one value. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer to the value. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The schema that holds the keyword, with titles but without descriptions. */
  readonly parentSchema: JsonSchema;
}

/** A value in a tree, with the keys that lead to it. */
export interface Place {
  /** Keys and indexes, from the root. */
  readonly path: readonly string[];
  readonly node: Node | undefined;
  /** Where to point if there is no node: the key. */
  readonly span: Span;
}

/** The same for a person. */
export interface SchemaProblem extends Span {
  readonly message: string;
  readonly suggestion?: { readonly title: string; readonly newText: string } & Span;
}
