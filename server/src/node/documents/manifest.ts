import { readFileSync } from 'node:fs';

/** The parts of `package.json` that are documented. */
export interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string; readonly title: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

interface Setting {
  readonly default?: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
}

export function manifest(): Manifest {
  return JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
}

/** A text of the manifest in English: `%key%` stands in `package.nls.json`. */
export function wordsOf(text: string): string {
  const key = /^%(.+)%$/.exec(text)?.[1];
  if (key === undefined) return text;
  const words = (JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>)[key];
  if (words === undefined) throw new Error(`package.nls.json has no "${key}".`);
  return words;
}
