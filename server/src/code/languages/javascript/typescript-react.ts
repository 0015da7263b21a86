import type { Language } from '../../language.ts';
import { readScript } from './read-script.ts';
import { javascriptWriter } from './writer.ts';

export const typescriptReact: Language = {
  id: 'typescriptreact',
  title: 'TSX',
  extensions: ['.tsx'],
  lineComment: '//',
  read: (uri, text, previous) => readScript(uri, text, 'typescriptreact', 'tsx', previous),
  write: javascriptWriter,
};
