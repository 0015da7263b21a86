import type { Language } from '../../language.ts';
import { readScript } from './read-script.ts';
import { javascriptWriter } from './writer.ts';

/** JavaScript; JSX is understood in every file, as bundlers do. */
export const javascript: Language = {
  id: 'javascript',
  title: 'JavaScript',
  extensions: ['.js', '.mjs', '.cjs'],
  lineComment: '//',
  read: (uri, text, previous) => readScript(uri, text, 'javascript', 'js', previous),
  write: javascriptWriter,
};
