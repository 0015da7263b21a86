import type { ScalarNode } from './tree.ts';

/**
 * Where the character at an index of a scalar's value stands in the text. Undefined for values that are folded out of
 * several lines, whose characters have no simple place.
 */
export function offsetInScalar(text: string, node: ScalarNode, index: number): number | undefined {
  const source = text.slice(node.start, node.end);
  if (node.style === 'block' || /[\r\n]/.test(source)) return undefined;
  if (node.style === 'plain') return node.start + index;
  const escapes = source.startsWith('"') ? doubleQuotedUnit : singleQuotedUnit;
  let at = 1;
  for (let i = 0; i < index && at < source.length; i++) {
    escapes.lastIndex = at;
    at += escapes.exec(source)?.[0].length ?? 1;
  }
  return node.start + at;
}

/** What one character of the value is written as. */
const doubleQuotedUnit = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.)|./y;
const singleQuotedUnit = /''|./y;
