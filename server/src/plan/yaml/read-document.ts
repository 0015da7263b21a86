import type { Uri } from '../../base/text.ts';
import { reportDuplicates } from './duplicates.ts';
import { readText } from './read-text.ts';
import { Reading } from './reading.ts';
import type { MapNode, Node } from './tree.ts';
import { validateTree, type Validator } from './validate.ts';

export interface DocumentPart {
  /** Number of the text's first line in its file. */
  readonly line: number;
  /** Keys of sections whose entries may stand twice, since that is a finding of its own. */
  readonly sectionsOfEvents: ReadonlySet<string>;
  /** Whether the text is only a part of its file: an entry, or what is to become one. */
  readonly isPiece: boolean;
  /** The section that the text is a part of: to be read as though its key stood above. */
  readonly section?: string;
}

/**
 * Parses a YAML or JSON text and holds it against its schema. The tree is all that could be understood; what could not is
 * in the problems of the reading.
 */
export function readDocument(
  uri: Uri,
  text: string,
  validate: Validator,
  { line, sectionsOfEvents, isPiece, section }: DocumentPart = { line: 0, sectionsOfEvents: new Set(), isPiece: false },
): { readonly reading: Reading; readonly root: Node | undefined } {
  const reading = new Reading(uri, text, line);
  const parsed = readText(text);
  if (isPiece && parsed.root?.kind === 'scalar' && parsed.problems.length === 0) {
    reading.invalid(parsed.root, 'This is neither a key nor part of the line above; is a `:` missing at its end?');
    return { reading, root: undefined };
  }
  const root = section === undefined || !parsed.root ? parsed.root : within(section, parsed.root);
  for (const { start, end, message, unread } of parsed.problems) {
    const rule = unread ? 'unread-part' : 'invalid-plan';
    reading.problems.push({ rule, range: reading.underline({ start, end }), message });
  }
  for (const problem of validateTree(root, text, validate)) {
    // What the schema says of a part that could not be read is about something that nobody wrote.
    if (parsed.problems.some(({ start, end }) => start <= problem.end && problem.start <= end)) continue;
    const { start, end, message, suggestion } = problem;
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
  // What follows in a reader is what no schema says.
  const generic = reading.problems.splice(0);
  reading.problems.push(...generic.map(problem => ({ ...problem, bySchema: true }) as const));
  return { reading, root };
}

function within(section: string, value: Node): MapNode {
  const { start, end } = value;
  const key = { name: section, start, end: start };
  return { kind: 'map', flow: false, start, end, entries: [{ key, value, start, end }] };
}
