import type { Language } from '../../language.ts';
import { javascriptWriter } from '../javascript/writer.ts';
import { readBracedAttribute } from './braced-attribute.ts';
import type { MarkupLanguage } from './read-markup-file.ts';
import { readMarkupFile } from './read-markup-file.ts';
import { attributeText, componentDialect, isScriptOrStyle } from './script-tag.ts';

/** Astro's components: the front matter, the scripts, and expressions in braces, which may hold elements. */
export const astro: Language = {
  id: 'astro',
  title: 'Astro',
  extensions: ['.astro'],
  lineComment: '//',
  read: (uri, text, previous) => readMarkupFile(uri, text, astroMarkup, previous),
  write: javascriptWriter,
};

const astroMarkup: MarkupLanguage = {
  id: 'astro',
  scan: { braces: true, isRaw: isScriptOrStyle },
  frontMatter(text) {
    const open = /^\s*---/.exec(text)?.[0].length;
    if (open === undefined) return undefined;
    const close = text.indexOf('\n---', open - 1);
    return close < 0 ? undefined : { at: open, end: Math.max(open, close) };
  },
  // Astro takes the types out of every script, but for those that it leaves as they are.
  scriptDialect: (tag, text) =>
    attributeText(tag, 'type', text) === undefined && !tag.attributes.some(({ name }) => name === 'is:inline')
      ? 'ts'
      : componentDialect(tag, text),
  templateDialect: () => 'tsx',
  readTemplate(reader, tokens) {
    for (const token of tokens)
      if (token.kind === 'open') {
        reader.element(
          token,
          token.attributes.map(attribute => readBracedAttribute(reader, attribute)),
        );
      } else if (token.kind === 'braces') reader.expression(token);
  },
};
