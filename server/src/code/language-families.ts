import type { LanguageId } from './language-id.ts';

/** Languages that hold JavaScript or TypeScript, alone or inside markup. */
export const javascriptFamily: readonly LanguageId[] = [
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
  'vue',
  'svelte',
  'astro',
  'html',
];

export function isJavaScript(language: LanguageId): boolean {
  return javascriptFamily.includes(language);
}

/** Languages in which a member of the own class, or of its parents, is found by its bare name. */
export function hasImplicitThis(language: LanguageId): boolean {
  return implicitThis.has(language);
}

const implicitThis: ReadonlySet<LanguageId> = new Set(['kotlin', 'java', 'swift', 'csharp', 'dart', 'ruby']);

/** Languages in which several functions of one name differ by their parameters. */
export function hasOverloads(language: LanguageId): boolean {
  return overloads.has(language);
}

const overloads: ReadonlySet<LanguageId> = new Set([
  'kotlin',
  'java',
  'swift',
  'csharp',
  // Selectors that begin alike.
  'objective-c',
]);

/** Languages that name no types of parameters, or seldom: what is given to a function tells what it is. */
export function isDynamic(language: LanguageId): boolean {
  return isJavaScript(language) || language === 'python' || language === 'ruby' || language === 'php';
}

/** Languages in which a class can be written with its package in front, without an import. */
export function hasQualifiedNames(language: LanguageId): boolean {
  return language === 'java' || language === 'kotlin' || language === 'csharp';
}

/** Languages whose files see each other's declarations without naming the file, under one word; undefined for all others. */
export function familyOf(language: LanguageId): string | undefined {
  switch (language) {
    case 'java':
    case 'kotlin':
      return 'jvm';
    case 'swift':
    case 'objective-c':
      return 'apple';
    case 'go':
    case 'ruby':
    case 'php':
    case 'csharp':
    case 'dart':
      return language;
    default:
      return undefined;
  }
}
