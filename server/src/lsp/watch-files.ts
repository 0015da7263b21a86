import { DidChangeWatchedFilesNotification, type Connection, type InitializeParams } from 'vscode-languageserver';
import type { Uri } from '../base/text.ts';

/**
 * Asks the editor to tell of files that change on disk, where it takes such requests. Others tell of what they open and
 * save; the rest is read anew at the next start.
 */
export function watchFiles(connection: Connection, { capabilities }: InitializeParams): void {
  if (!capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
  const watchers = patterns.map(globPattern => ({ globPattern }));
  connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
}

/** The same for folders that the editor has not open itself. */
export function watchBeyond(connection: Connection, { capabilities }: InitializeParams, folders: readonly Uri[]): void {
  if (!capabilities.workspace?.didChangeWatchedFiles?.relativePatternSupport || folders.length === 0) return;
  const watchers = folders.flatMap(baseUri => patterns.map(pattern => ({ globPattern: { baseUri, pattern } })));
  connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
}

const code = 'js,jsx,mjs,cjs,ts,tsx,mts,cts,vue,svelte,astro,html,htm,py,rb,go,java,kt,kts,swift,m,mm,h,php,cs,dart';

/** What is read: code, plans and configs, and what decides how modules are found and which files count. */
const patterns = [`**/*.{${code}}`, '**/*.{yaml,yml,json,jsonc,csv,tsv}', '**/jsonschema/*', '**/.gitignore'];
