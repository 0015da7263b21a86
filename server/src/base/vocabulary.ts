/** Words that plan and code share. Calls are named as in Segment's spec, value types as in JSON Schema. */

/** A kind of tracking call. */
export type CallKind = 'track' | 'page' | 'screen' | 'identify' | 'group' | 'alias';

/** A type of a value, in JSON Schema's words. `integer` is a `number` without a fraction. */
export type ValueType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'null';

/** A static type of code. `date` is a Date object (sent as an ISO string), `number` may have a fraction. */
export type StaticType = ValueType | 'date' | 'bigint' | 'function';

/** A value that a plan or a source file can write down. */
export type Scalar = string | number | boolean | null;

/** A way to write the words of a name. `any` is no convention at all. */
export type NameCase =
  | 'Title Case'
  | 'Sentence case'
  | 'lower case'
  | 'snake_case'
  | 'camelCase'
  | 'PascalCase'
  | 'kebab-case'
  | 'SCREAMING_SNAKE_CASE'
  | 'any';
