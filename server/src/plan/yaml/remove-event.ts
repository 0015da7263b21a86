import { Lines } from '../../base/lines.ts';
import type { TextEdit } from '../../base/text.ts';
import type { EventDefinition, PlanFile } from '../plan.ts';
import { readText } from './read-text.ts';
import { entryOf, type Entry } from './tree.ts';

/**
 * Takes an event out of a plan in our YAML, with its lines and the comments directly above it. Undefined where it stands in
 * braces, or shares a line with something else.
 */
export function removeEvent({ uri, text }: PlanFile, event: EventDefinition): readonly TextEdit[] | undefined {
  const { root } = readText(text);
  const lines = new Lines(text);
  const at = lines.offset(event.location.range.start);
  for (const section of ['events', 'pages', 'screens']) {
    const events = entryOf(root, section)?.value;
    const entry =
      events?.kind === 'map' && !events.flow ? events.entries.find(({ key }) => key.start === at) : undefined;
    if (entry) return removal(text, entry, uri, lines);
  }
  return undefined;
}

function removal(text: string, { start, end }: Entry, uri: string, lines: Lines): readonly TextEdit[] | undefined {
  const rest = /^[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n|$)/.exec(text.slice(end));
  let from = text.lastIndexOf('\n', start - 1) + 1;
  if (!rest || text.slice(from, start).trim() !== '') return undefined;
  const indent = text.slice(from, start);
  for (;;) {
    const above = from === 0 ? -1 : text.lastIndexOf('\n', from - 2) + 1;
    if (above < 0 || !text.startsWith(`${indent}#`, above)) break;
    from = above;
  }
  return [{ uri, range: lines.range(from, end + rest[0].length), newText: '' }];
}
