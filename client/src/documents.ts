import { workspace, type Uri } from 'vscode';
import type { DocumentSelector } from 'vscode-languageclient';

/** What plans and configs are written in. */
const planLanguages = ['yaml', 'json', 'jsonc', 'csv'];

const codeLanguages = [
  ...['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'vue', 'svelte', 'astro', 'html'],
  ...['python', 'ruby', 'go', 'java', 'kotlin', 'swift', 'objective-c', 'objective-cpp', 'php', 'csharp', 'dart'],
];

/** Languages of the editor whose documents the server reads: code, and plans. */
const languages = [...codeLanguages, ...planLanguages];

/** File name endings for which an editor without further extensions knows no language. */
const endings = ['vue', 'svelte', 'astro', 'kt', 'kts', 'csv', 'tsv'];

/**
 * What the server is told about. The schemes are those of files that a person edits: without them the left side of
 * every comparison with git would be checked as a file of its own. Cells of notebooks have a scheme of the editor's own.
 */
export function documentSelector(): DocumentSelector {
  return [
    ...schemes().flatMap(scheme => [
      ...languages.map(language => ({ scheme, language })),
      { scheme, pattern: `**/*.{${endings.join(',')}}` },
      // Schemas in Iglu's folders are called by their versions.
      { scheme, pattern: '**/jsonschema/*-*-*' },
    ]),
    ...codeLanguages.map(language => ({ notebook: '*', language })),
  ];
}

export function isPlanLanguage(language: string): boolean {
  return planLanguages.includes(language);
}

/** Whether a file that is open in a tab, but has no document yet, may have findings. */
export function isWatched(uri: Uri): boolean {
  return schemes().includes(uri.scheme) && watched.test(uri.path);
}

const watched =
  /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte|astro|html?|py|rb|go|java|kts?|swift|mm?|php|cs|dart|ya?ml|json|[ct]sv)$/;

function schemes(): string[] {
  const folders = workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', ...folders.map(folder => folder.uri.scheme)])];
}
