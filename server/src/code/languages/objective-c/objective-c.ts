import { readSource } from '../../builder/read-source.ts';
import type { Language } from '../../language.ts';
import { objectiveCGrammar } from './objective-c-grammar.ts';
import { objectiveCWriter } from './objective-c-writer.ts';

export const objectiveC: Language = {
  id: 'objective-c',
  title: 'Objective-C',
  extensions: ['.m', '.mm', '.h'],
  lineComment: '//',
  read: (uri, text) => readSource(objectiveCGrammar, 'objective-c', uri, text),
  write: objectiveCWriter,
};
