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
