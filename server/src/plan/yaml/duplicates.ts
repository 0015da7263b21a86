import type { Reading } from './reading.ts';
import type { Node } from './tree.ts';

/** Keys whose equals are kept and reported as duplicate events, not as a fault of the file. */
const sectionsOfEvents = new Set(['events', 'pages', 'screens']);

/** Reports every key that an earlier one of the same map already has. */
export function reportDuplicates(reading: Reading, root: Node | undefined): void {
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
