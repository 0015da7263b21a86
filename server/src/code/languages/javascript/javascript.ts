import type { Language } from '../../language.ts';
import { readScriptFile } from './read-script-file.ts';
import { javascriptWriter } from './writer.ts';

/** JavaScript; JSX is understood in every file, as bundlers do. */
export const javascript: Language = {
  id: 'javascript',
  title: 'JavaScript',
  extensions: ['.js', '.mjs', '.cjs'],
  lineComment: '//',
  read: (uri, text, previous) => readScriptFile(uri, text, 'javascript', 'js', previous),
  write: javascriptWriter,
};
