import type { Language } from '../../language.ts';
import { readScriptFile } from './read-script-file.ts';
import { javascriptWriter } from './writer.ts';

export const typescriptReact: Language = {
  id: 'typescriptreact',
  title: 'TSX',
  extensions: ['.tsx'],
  lineComment: '//',
  read: (uri, text, previous) => readScriptFile(uri, text, 'typescriptreact', 'tsx', previous),
  write: javascriptWriter,
};
