import type { Language } from '../../language.ts';
import { readScriptFile } from './read-script-file.ts';
import { javascriptWriter } from './writer.ts';

export const typescript: Language = {
  id: 'typescript',
  title: 'TypeScript',
  extensions: ['.ts', '.mts', '.cts'],
  lineComment: '//',
  read: (uri, text, previous) => readScriptFile(uri, text, 'typescript', isDeclaration(uri) ? 'dts' : 'ts', previous),
  write: javascriptWriter,
};

/** A declaration file describes functions without bodies: they are declarations, not overloads. */
function isDeclaration(uri: string): boolean {
  return /\.d\.[cm]?ts$/.test(uri);
}
