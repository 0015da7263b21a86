import type { Entry } from '../../facts.ts';
import type { Language } from '../../language.ts';
import { javascriptWriter } from '../javascript/writer.ts';
import type { MarkupLanguage } from './read-markup-file.ts';
import { readMarkupFile } from './read-markup-file.ts';
import type { Attribute, OpenTag } from './scan.ts';
import { isScriptOrStyle, plainDialect } from './script-tag.ts';
import type { TemplateReader } from './template-reader.ts';

/** HTML: scripts, handlers such as `onclick`, and attributes that may carry an event. */
export const html: Language = {
  id: 'html',
  title: 'HTML',
  extensions: ['.html', '.htm'],
  lineComment: '//',
  read: (uri, text, previous) => readMarkupFile(uri, text, htmlMarkup, previous),
  write: javascriptWriter,
};

const htmlMarkup: MarkupLanguage = {
  id: 'html',
  scan: { braces: false, isRaw: isScriptOrStyle },
  scriptDialect: plainDialect,
  templateDialect: () => 'js',
  readTemplate(reader, tokens) {
    for (const token of tokens) if (token.kind === 'open') readElement(reader, token);
  },
};

function readElement(reader: TemplateReader, tag: OpenTag): void {
  reader.element(
    tag,
    tag.attributes.map(attribute => readPlainAttribute(reader, attribute)),
  );
}

/** An attribute of HTML itself: the value of `onclick` and its kin is code, all others are text. */
export function readPlainAttribute(reader: TemplateReader, { name, at, nameEnd, end, value }: Attribute): Entry {
  const isHandler = value !== undefined && /^on[a-z]+$/.test(name);
  const read = isHandler ? reader.handler(value, 'event') : reader.plainValue(value, { at, end: nameEnd });
  return { key: name, keyAt: at, keyEnd: nameEnd, value: read, at, end };
}
