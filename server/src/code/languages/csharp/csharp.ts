import { readSource } from '../../builder/read-source.ts';
import type { Language } from '../../language.ts';
import { csharpGrammar } from './csharp-grammar.ts';
import { csharpWriter } from './csharp-writer.ts';

export const csharp: Language = {
  id: 'csharp',
  title: 'C#',
  extensions: ['.cs'],
  lineComment: '//',
  read: (uri, text, previous) => readSource(csharpGrammar, 'csharp', uri, text, previous),
  write: csharpWriter,
};
