import { readSource } from '../../builder/read-source.ts';
import type { Language } from '../../language.ts';
import { pythonGrammar } from './python-grammar.ts';
import { pythonWriter } from './python-writer.ts';

export const python: Language = {
  id: 'python',
  title: 'Python',
  extensions: ['.py', '.pyi'],
  lineComment: '#',
  read: (uri, text, previous) => readSource(pythonGrammar, 'python', uri, text, previous),
  write: pythonWriter,
};
