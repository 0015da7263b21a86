import type { Reading } from './reading.ts';
import type { Node } from './tree.ts';

/**
 * Reports every key that an earlier one of the same map already has, except directly in the sections whose equals are
 * kept and reported as duplicate events.
 */
export function reportDuplicates(
  reading: Reading,
  root: Node | undefined,
  sectionsOfEvents: ReadonlySet<string>,
): void {
  if (root?.kind !== 'map') {
    visit(root);
    return;
  }
  compare(root);
  for (const { key, value } of root.entries) {
    if (!sectionsOfEvents.has(key.name) || value?.kind !== 'map') visit(value);
    else for (const event of value.entries) visit(event.value);
  }

  function visit(node: Node | undefined): void {
    if (node?.kind === 'list') node.items.forEach(visit);
    if (node?.kind !== 'map') return;
    compare(node);
    for (const { value } of node.entries) visit(value);
  }

  function compare(node: Node & { kind: 'map' }): void {
    const names = new Set<string>();
    for (const { key } of node.entries) {
      if (names.has(key.name)) reading.invalid(key, `\`${key.name}\` stands here twice; only the first one counts.`);
      names.add(key.name);
    }
  }
}
