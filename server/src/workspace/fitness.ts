export type SkipReason = 'large' | 'minified' | 'binary' | 'unreadable';

/** Why a text is not read as code; undefined where it is. Such files are counted, never silently left out. */
export function unfitness(text: string): SkipReason | undefined {
  if (text.length > 1_500_000) return 'large';
  if (text.slice(0, 4096).includes('\0')) return 'binary';
  return text.length > 20_000 && isMinified(text) ? 'minified' : undefined;
}

/** People break their lines; what machines write for machines has lines of thousands of characters. */
function isMinified(text: string): boolean {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return text.length / lines > 500;
}
