import type { Scalar } from '../../base/vocabulary.ts';

/**
 * A YAML or JSON text as plain data with places: what every reader of plan and config files works on. Offsets are UTF-16
 * units from the start of the text. Aliases and merge keys are already followed.
 */
export type Node = MapNode | ListNode | ScalarNode;

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface ScalarNode extends Span {
  readonly kind: 'scalar';
  readonly value: Scalar;
  readonly style: 'plain' | 'quoted' | 'block';
}

export interface MapNode extends Span {
  readonly kind: 'map';
  /** In the order of the text; of equal keys all are kept, and the first counts. */
  readonly entries: readonly Entry[];
  /** Written in braces. */
  readonly flow: boolean;
}

export interface ListNode extends Span {
  readonly kind: 'list';
  readonly items: readonly Node[];
  readonly flow: boolean;
}

/** From the key to the end of the value as it stands there, be it an alias. */
export interface Entry extends Span {
  readonly key: Key;
  /**
   * Undefined where nothing follows the colon, or what follows could not be read. The value of an alias has the place of
   * what it repeats.
   */
  readonly value: Node | undefined;
}

/** A key; its span covers the quotes. */
export interface Key extends Span {
  readonly name: string;
}

/** What was wrong with the text itself. */
export interface SyntaxProblem extends Span {
  readonly message: string;
  /** The part is fine YAML that Tracklint does not follow. */
  readonly unread?: true;
}

/** The first entry of this name, if the node is a map that has one. */
export function entryOf(node: Node | undefined, name: string): Entry | undefined {
  return node?.kind === 'map' ? node.entries.find(entry => entry.key.name === name) : undefined;
}

/** The value under a name, if the node is a map that has it. */
export function valueOf(node: Node | undefined, name: string): Node | undefined {
  return entryOf(node, name)?.value;
}

/**
 * The same as plain values, for validators. Keys such as `__proto__` and `constructor` are keys like any other. Of equal
 * keys the first counts.
 */
export function toValue(node: Node | undefined): unknown {
  if (!node) return null;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toValue);
  const object: Record<string, unknown> = {};
  for (const { key, value } of node.entries) {
    if (Object.hasOwn(object, key.name)) continue;
    if (key.name === '__proto__') {
      Object.defineProperty(object, key.name, { value: toValue(value), enumerable: true });
    } else object[key.name] = toValue(value);
  }
  return object;
}
