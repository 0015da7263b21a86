export type SkipReason = 'large' | 'minified' | 'binary' | 'unreadable';

const mostCharacters = 1_500_000;
const longestLines = 500;

/** Whether a text of so many bytes must be looked at to know whether it is read; no text has more characters than bytes. */
export function mayBeUnfit(bytes: number, lines: number, hasZero: boolean): boolean {
  return hasZero || bytes > mostCharacters || (bytes > 20_000 && bytes / lines > longestLines);
}

/** Why a text is not read as code; undefined where it is. Such files are counted, never silently left out. */
export function unfitness(text: string): SkipReason | undefined {
  if (text.length > mostCharacters) return 'large';
  if (text.slice(0, 4096).includes('\0')) return 'binary';
  return text.length > 20_000 && isMinified(text) ? 'minified' : undefined;
}

/** People break their lines; what machines write for machines has lines of thousands of characters. */
function isMinified(text: string): boolean {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return text.length / lines > longestLines;
}
