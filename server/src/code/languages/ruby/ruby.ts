import { readSource } from '../../builder/read-source.ts';
import type { Language } from '../../language.ts';
import { erbGrammar, rubyGrammar } from './ruby-grammar.ts';
import { rubyWriter } from './ruby-writer.ts';

/** Code, and the code in the tags of ERB pages. */
export const ruby: Language = {
  id: 'ruby',
  title: 'Ruby',
  extensions: ['.rb', '.rake', '.erb'],
  lineComment: '#',
  read: (uri, text, previous) =>
    readSource(uri.endsWith('.erb') ? erbGrammar : rubyGrammar, 'ruby', uri, text, previous),
  write: rubyWriter,
};
