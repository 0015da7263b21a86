import { readSource } from '../../builder/read-source.ts';
import type { Language } from '../../language.ts';
import { kotlinGrammar } from './kotlin-grammar.ts';
import { kotlinWriter } from './kotlin-writer.ts';

export const kotlin: Language = {
  id: 'kotlin',
  title: 'Kotlin',
  extensions: ['.kt', '.kts'],
  lineComment: '//',
  read: (uri, text, previous) => readSource(kotlinGrammar, 'kotlin', uri, text, previous),
  write: kotlinWriter,
};
