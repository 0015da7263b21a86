import { entryOf, toValue, type Node, type Span } from './tree.ts';
import { explainError } from './explain.ts';
import type { Place, SchemaError, SchemaProblem } from './schema-error.ts';

/** The function that ajv's standalone code exports: true, or false with `errors` set. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
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
