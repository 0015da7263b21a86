import type { JsonSchema } from '../json-schema.ts';
import { entryOf, toValue, type Node, type Span } from './tree.ts';
import { explainError } from './explain.ts';

/** What a validator that ajv compiled ahead of time says about one value. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer to the value. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The schema that holds the keyword, with titles but without descriptions. */
  readonly parentSchema: JsonSchema;
}

/** The function that ajv's standalone code exports: true, or false with `errors` set. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

export interface SchemaProblem extends Span {
  readonly message: string;
  readonly suggestion?: { readonly title: string; readonly newText: string } & Span;
}

/** Every place where a text does not follow its schema, in words and at the exact key or value. */
export function validateTree(root: Node | undefined, text: string, validate: Validator): SchemaProblem[] {
  if (!root || validate(toValue(root))) return [];
  const problems: SchemaProblem[] = [];
  const seen = new Set<string>();
  for (const error of validate.errors ?? []) {
    // `if` only says that one of its branches failed, which is there as well.
    if (error.keyword === 'if') continue;
    const problem = explainError(error, text, placeOf(root, error.instancePath));
    if (!problem) continue;
    const key = `${problem.start} ${problem.end}`;
    if (seen.has(key)) continue;
    seen.add(key);
    problems.push(problem);
  }
  return problems;
}

/** A value in a tree, with the keys that lead to it. */
export interface Place {
  /** Keys and indexes, from the root. */
  readonly path: readonly string[];
  readonly node: Node | undefined;
  /** Where to point if there is no node: the key. */
  readonly span: Span;
}

/** The value that a JSON pointer leads to. Where it leads nowhere, the last key that was found. */
function placeOf(root: Node, pointer: string): Place {
  const path = pointer.split('/').slice(1).map(unescape);
  let node: Node | undefined = root;
  let span: Span = root;
  for (const part of path) {
    if (node?.kind === 'list') {
      node = node.items[Number(part)];
      if (node) span = node;
    } else {
      const entry = entryOf(node, part);
      if (entry) span = entry.key;
      node = entry?.value;
    }
  }
  return { path, node, span };
}

function unescape(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
