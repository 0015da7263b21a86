import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { languageOf } from '../../server/src/code/languages/index.ts';

/** The files of a language in some folders, in an order that is the same at each run. */
export function sourcesOf(folders: readonly string[], language: string): string[] {
  return folders.flatMap(folder =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .filter(path => languageOf(path)?.id === language && !path.endsWith('.erb') && !path.endsWith('.h'))
      .sort(),
  );
}

/** As many of them as are wanted, from all over the list and in mixed order. */
export function sample<T>(all: readonly T[], most: number): T[] {
  const count = Math.min(all.length, most);
  // A step that shares no factor with the length visits every item once.
  let step = Math.max(1, Math.floor(all.length * 0.618));
  while (divisor(step, all.length) > 1) step++;
  return Array.from({ length: count }, (_, index) => all[(index * step) % all.length]).filter(
    item => item !== undefined,
  );
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
