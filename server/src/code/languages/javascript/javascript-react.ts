import type { Language } from '../../language.ts';
import { readScriptFile } from './read-script-file.ts';
import { javascriptWriter } from './writer.ts';

export const javascriptReact: Language = {
  id: 'javascriptreact',
  title: 'JSX',
  extensions: ['.jsx'],
  lineComment: '//',
  read: (uri, text, previous) => readScriptFile(uri, text, 'javascriptreact', 'js', previous),
  write: javascriptWriter,
};
