import { readSource } from '../../builder/read-source.ts';
import type { Language } from '../../language.ts';
import { swiftGrammar } from './swift-grammar.ts';
import { swiftWriter } from './swift-writer.ts';

export const swift: Language = {
  id: 'swift',
  title: 'Swift',
  extensions: ['.swift'],
  lineComment: '//',
  read: (uri, text, previous) => readSource(swiftGrammar, 'swift', uri, text, previous),
  write: swiftWriter,
};
