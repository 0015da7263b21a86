import type { Entry } from '../../facts.ts';
import type { Language } from '../../language.ts';
import { javascriptWriter } from '../javascript/writer.ts';
import { readPlainAttribute } from './html.ts';
import type { MarkupLanguage } from './read-markup-file.ts';
import { readMarkupFile } from './read-markup-file.ts';
import type { Attribute, AttributeValue, Content, OpenTag } from './scan.ts';
import { attributeText, componentDialect } from './script-tag.ts';
import type { Part, TemplateReader } from './template-reader.ts';

/** Vue's single-file components: the scripts, and the expressions of the template's directives. */
export const vue: Language = {
  id: 'vue',
  title: 'Vue',
  extensions: ['.vue'],
  lineComment: '//',
  read: (uri, text, previous) => readMarkupFile(uri, text, vueMarkup, previous),
  write: javascriptWriter,
};

const vueMarkup: MarkupLanguage = {
  id: 'vue',
  scan: {
    braces: false,
    // Only a template holds markup; what other blocks of a file hold is their own matter.
    isRaw: ({ name }, depth) => /^(?:script|style)$/i.test(name) || (depth === 0 && name !== 'template'),
  },
  scriptDialect: componentDialect,
  templateDialect: scripts => (scripts.includes('tsx') ? 'tsx' : scripts.includes('ts') ? 'ts' : 'js'),
  readTemplate(reader, tokens) {
    let depth = 0;
    let isMarkup = true;
    for (const token of tokens) {
      if (token.kind === 'open') {
        if (depth === 0) isMarkup = isHtmlTemplate(token, reader.text);
        if (isMarkup) readElement(reader, token);
        if (!token.isEmpty) depth++;
      } else if (token.kind === 'close') {
        reader.close(token.name);
        depth = Math.max(0, depth - 1);
      } else if (token.kind === 'text' && isMarkup) readText(reader, token);
    }
  },
};

function isHtmlTemplate(tag: OpenTag, text: string): boolean {
  return tag.name === 'template' && (attributeText(tag, 'lang', text) ?? 'html') === 'html';
}

/** Text with `{{ expressions }}`. */
function readText(reader: TemplateReader, { at, end }: Content): void {
  for (const match of reader.text.slice(at, end).matchAll(/\{\{([^]*?)\}\}/g)) {
    const start = at + match.index + 2;
    reader.expression({ at: start, end: start + (match[1]?.length ?? 0) });
  }
}

function readElement(reader: TemplateReader, tag: OpenTag): void {
  reader.open(tag.name);
  // The names of a loop or a slot are known to the other attributes, wherever they stand.
  for (const { name, value } of tag.attributes)
    if (value !== undefined && name === 'v-for') readLoop(reader, value);
    else if (value !== undefined && /^(?:v-slot|#)/.test(name)) readSlot(reader, value);
  const entries = tag.attributes
    .filter(({ name }) => !/^(?:v-for$|v-slot|#)/.test(name))
    .map(attribute => readAttribute(reader, attribute));
  reader.element(tag, entries);
  if (tag.isEmpty) reader.close(tag.name);
}

/** `item in items`, `(item, index) of items`. */
function readLoop(reader: TemplateReader, { at, end }: AttributeValue): void {
  const text = reader.text.slice(at, end);
  const word = /\s(?:in|of)\s/.exec(text);
  if (word === null) return;
  const init = reader.expression({ at: at + word.index + word[0].length, end });
  const bracketed = /^\s*\(([^]*)\)\s*$/.exec(text.slice(0, word.index));
  const inner = bracketed?.[1] ?? text.slice(0, word.index);
  const start = at + text.indexOf(inner);
  reader.enterScope();
  reader.declare({ at: start, end: start + inner.length }, index =>
    index === 0 ? { kind: 'loop', init } : { kind: 'loop' },
  );
}

function readSlot(reader: TemplateReader, value: AttributeValue): void {
  reader.enterScope();
  reader.declare(value, () => ({ kind: 'const' }));
}

function readAttribute(reader: TemplateReader, attribute: Attribute): Entry {
  const { name, at, nameEnd, end, value } = attribute;
  const bound = /^(?::|\.|v-bind:)([^.]+)/.exec(name);
  if (value === undefined)
    return bound?.[1] === undefined
      ? readPlainAttribute(reader, attribute)
      : readShorthand(reader, attribute, bound[1]);
  if (name === 'v-bind')
    return { key: undefined, keyAt: at, keyEnd: nameEnd, value: reader.expression(value), at, end };
  if (bound?.[1] !== undefined) {
    const keyAt = at + bound[0].length - bound[1].length;
    return { key: bound[1], keyAt, keyEnd: keyAt + bound[1].length, value: reader.expression(value), at, end };
  }
  const key = { key: name, keyAt: at, keyEnd: nameEnd };
  if (/^(?:@|v-on:)/.test(name)) return { ...key, value: reader.handler(value, '$event'), at, end };
  if (name.startsWith('v-')) return { ...key, value: reader.expression(value), at, end };
  return readPlainAttribute(reader, attribute);
}

/** `:name` stands for `:name="name"`. */
function readShorthand(reader: TemplateReader, { at, end }: Attribute, key: string): Entry {
  const name: Part = { at: end - key.length, end };
  return { key, keyAt: name.at, keyEnd: end, value: reader.expression(name), shorthand: true, at, end };
}
