import type { Uri } from '../../base/text.ts';
import { reportDuplicates } from './duplicates.ts';
import { parseYaml } from './parse.ts';
import { Reading } from './reading.ts';
import type { Node } from './tree.ts';
import { validateTree, type Validator } from './validate.ts';

/**
 * Parses a YAML or JSON file and holds it against its schema. The tree is all that could be understood; what could not
 * is in the problems of the reading.
 */
export function readDocument(
  uri: Uri,
  text: string,
  validate: Validator,
  sectionsOfEvents: ReadonlySet<string> = new Set(),
): { readonly reading: Reading; readonly root: Node | undefined } {
  const reading = new Reading(uri, text);
  const { root, problems } = parseYaml(text);
  for (const { start, end, message, unread } of problems) {
    const rule = unread ? 'unread-part' : 'invalid-plan';
    reading.problems.push({ rule, range: reading.underline({ start, end }), message });
  }
  for (const { start, end, message, suggestion } of validateTree(root, text, validate)) {
    reading.problems.push({
      rule: 'invalid-plan',
      range: reading.underline({ start, end }),
      message,
      ...(suggestion && {
        suggestion: { title: suggestion.title, range: reading.range(suggestion), newText: suggestion.newText },
      }),
    });
  }
  reportDuplicates(reading, root, sectionsOfEvents);
  return { reading, root };
}
