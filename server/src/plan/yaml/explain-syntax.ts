import type { YAMLError } from 'yaml';
import type { SyntaxProblem } from './tree.ts';

const TABS = 'YAML does not allow tabs for indentation; use spaces.';

export const TOO_DEEP = 'This is nested too deeply to be read.';

/** Whether the error says that a quote or bracket is not closed. It is told at the end, where nobody looks for it. */
export function isUnclosed(error: YAMLError): boolean {
  return (
    (error.code === 'MISSING_CHAR' && /closing|^Flow/.test(error.message)) ||
    (error.code === 'BAD_INDENT' && error.message.startsWith('Flow'))
  );
}

/** Of unexpected signs only the first: the library then loses its way, and finds no further sign where it expects one. */
export function withoutEchoes(errors: readonly YAMLError[]): readonly YAMLError[] {
  const first = errors.findIndex(error => error.code === 'UNEXPECTED_TOKEN');
  const heard = first < 0 ? errors : errors.slice(0, first + 1);
  // The same place can be wrong in two ways, of which one is enough to know.
  const isBroader = (a: YAMLError, b: YAMLError): boolean => a !== b && a.pos[0] === b.pos[0] && a.pos[1] > b.pos[1];
  return heard.filter(error => !heard.some(other => isBroader(other, error)));
}

/** An error of the YAML library in words for somebody who does not know YAML's grammar. */
export function explainSyntax(error: YAMLError, text: string): SyntaxProblem {
  const [start, end] = error.pos;
  return { start, end: Math.max(start, end), message: explain(error, text.slice(start, end), text.slice(0, start)) };
}

function explain({ code, message }: YAMLError, source: string, before: string): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return TABS;
    case 'RESOURCE_EXHAUSTION':
      return TOO_DEEP;
    case 'BAD_INDENT':
      return 'This line is not indented like its neighbours.';
    case 'MULTILINE_IMPLICIT_KEY':
      if (/:[ \t]+$/.test(before)) return 'The next line is indented as though it were a part of this value.';
      return /:\S/.test(source)
        ? 'A colon that ends a key needs a space after it.'
        : 'This is neither a key nor part of the line above; is a `:` missing at its end?';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'A text that holds `: ` must stand in quotes.';
    case 'BAD_SCALAR_START':
      return `A text cannot start with \`${source.charAt(0)}\` unless it stands in quotes.`;
    case 'UNEXPECTED_TOKEN':
      if (/(?:^|[\r\n]) *\t[ \t]*$/.test(before)) return TABS;
      return message.includes('-end token')
        ? `Nothing opens what this \`${source.charAt(0)}\` closes.`
        : 'This does not belong here; is a quote, a comma or a space missing before it?';
    case 'MISSING_CHAR':
      return 'A colon is missing after this key.';
    case 'MULTIPLE_DOCS':
      return 'Only the first YAML document of a file is read, not what follows `---`.';
    default:
      return `${message.replace(/[.\s]+$/, '')}.`;
  }
}
