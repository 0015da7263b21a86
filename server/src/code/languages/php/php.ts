import { readSource } from '../../builder/read-source.ts';
import type { Language } from '../../language.ts';
import { phpGrammar } from './php-grammar.ts';
import { phpWriter } from './php-writer.ts';

/** Code, and the code in pages of HTML. */
export const php: Language = {
  id: 'php',
  title: 'PHP',
  extensions: ['.php', '.phtml'],
  lineComment: '//',
  read: (uri, text, previous) => readSource(phpGrammar, 'php', uri, text, previous),
  write: phpWriter,
};
