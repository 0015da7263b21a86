import { readSource } from '../../builder/read-source.ts';
import type { Language } from '../../language.ts';
import { goGrammar } from './go-grammar.ts';
import { goWriter } from './go-writer.ts';

export const go: Language = {
  id: 'go',
  title: 'Go',
  extensions: ['.go'],
  lineComment: '//',
  read: (uri, text, previous) => readSource(goGrammar, 'go', uri, text, previous),
  write: goWriter,
};
