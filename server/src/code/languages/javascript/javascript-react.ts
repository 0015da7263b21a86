import type { Language } from '../../language.ts';
import { readScript } from './read-script.ts';
import { javascriptWriter } from './writer.ts';

export const javascriptReact: Language = {
  id: 'javascriptreact',
  title: 'JSX',
  extensions: ['.jsx'],
  lineComment: '//',
  read: (uri, text, previous) => readScript(uri, text, 'javascriptreact', 'js', previous),
  write: javascriptWriter,
};
