import { readSource } from '../../builder/read-source.ts';
import type { Language } from '../../language.ts';
import { javaGrammar } from './java-grammar.ts';
import { javaWriter } from './java-writer.ts';

export const java: Language = {
  id: 'java',
  title: 'Java',
  extensions: ['.java'],
  lineComment: '//',
  read: (uri, text, previous) => readSource(javaGrammar, 'java', uri, text, previous),
  write: javaWriter,
};
