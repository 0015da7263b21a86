import type { Scalar } from '../base/vocabulary.ts';

/**
 * The part of JSON Schema (draft-07) that our own schemas are written in: enough for checking, completion and hover. A
 * `title` is what messages call the thing, with its article (`an event`).
 */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly title?: string;
  /** Markdown, shown in completion and hover. */
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly type?: JsonType | readonly JsonType[];
  readonly enum?: readonly Scalar[];
  /** Descriptions of the values of `enum`, in their order; known to VS Code's own JSON and YAML support. */
  readonly enumDescriptions?: readonly string[];
  readonly minimum?: number;
  readonly pattern?: string;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly required?: readonly string[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'null';
