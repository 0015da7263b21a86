import { readSource } from '../../builder/read-source.ts';
import type { Language } from '../../language.ts';
import { dartGrammar } from './dart-grammar.ts';
import { dartWriter } from './dart-writer.ts';

export const dart: Language = {
  id: 'dart',
  title: 'Dart',
  extensions: ['.dart'],
  lineComment: '//',
  read: (uri, text, previous) => readSource(dartGrammar, 'dart', uri, text, previous),
  write: dartWriter,
};
