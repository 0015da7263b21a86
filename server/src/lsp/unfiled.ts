import type { Uri } from '../base/text.ts';
import { canonicalUri, encodePath } from '../base/uri.ts';
import type { LanguageId } from '../code/language-id.ts';

/**
 * The file that a document of the editor counts as. For most that is their own. A document that was never saved counts as
 * a file in the first folder whose name ends as is said, or as the one that it is going to be saved as; without an ending,
 * and where no folder is open, it stays what it is.
 */
export function fileOf(document: Uri, ending: string | undefined, folders: readonly Uri[]): Uri {
  const path = /^untitled:(?:\/\/[^/]*)?([^?#]+)/.exec(document)?.[1];
  if (path === undefined) return canonicalUri(document);
  if (path.startsWith('/')) {
    const place = folders.map(folder => folder.replace(/\/*$/, '')).find(folder => isBelow(path, folder));
    return place === undefined ? canonicalUri(`file://${path}`) : canonicalUri(`${originOf(place)}${path}`);
  }
  const [folder] = folders;
  if (folder === undefined || ending === undefined) return document;
  return canonicalUri(`${folder.replace(/\/*$/, '')}/${encodePath(path)}${ending}`);
}

/** How the name of a file in this language ends; undefined for languages that are not read. */
export function endingOf(language: string): string | undefined {
  return (endings as Readonly<Record<string, string | undefined>>)[language];
}

/** By the editor's name of the language. */
const endings: Readonly<Record<LanguageId, string>> = {
  javascript: '.js',
  javascriptreact: '.jsx',
  typescript: '.ts',
  typescriptreact: '.tsx',
  vue: '.vue',
  svelte: '.svelte',
  astro: '.astro',
  html: '.html',
  python: '.py',
  ruby: '.rb',
  go: '.go',
  java: '.java',
  kotlin: '.kt',
  swift: '.swift',
  'objective-c': '.m',
  php: '.php',
  csharp: '.cs',
  dart: '.dart',
};

/** Languages whose cells in notebooks are read. */
export const cellLanguages: readonly string[] = Object.keys(endings);

function isBelow(path: string, folder: Uri): boolean {
  return path.startsWith(`${folder.slice(originOf(folder).length)}/`);
}

/** Scheme and authority. */
function originOf(uri: Uri): string {
  return /^[^:]+:\/\/[^/]*/.exec(uri)?.[0] ?? '';
}
