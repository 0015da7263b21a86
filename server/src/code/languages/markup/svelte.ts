import type { Entry, Expr } from '../../facts.ts';
import type { Language } from '../../language.ts';
import { javascriptWriter } from '../javascript/writer.ts';
import { readBracedAttribute } from './braced-attribute.ts';
import type { MarkupLanguage } from './read-markup-file.ts';
import { readMarkupFile } from './read-markup-file.ts';
import type { Content, OpenTag } from './scan.ts';
import { componentDialect, isScriptOrStyle } from './script-tag.ts';
import type { Part, TemplateReader } from './template-reader.ts';

/** Svelte's components: the scripts, the blocks of the template, and the expressions in braces. */
export const svelte: Language = {
  id: 'svelte',
  title: 'Svelte',
  extensions: ['.svelte'],
  lineComment: '//',
  read: (uri, text, previous) => readMarkupFile(uri, text, svelteMarkup, previous),
  write: javascriptWriter,
};

const svelteMarkup: MarkupLanguage = {
  id: 'svelte',
  scan: { braces: true, isRaw: isScriptOrStyle },
  scriptDialect: componentDialect,
  templateDialect: scripts => (scripts.includes('ts') ? 'ts' : 'js'),
  readTemplate(reader, tokens) {
    for (const token of tokens)
      if (token.kind === 'open') readElement(reader, token);
      else if (token.kind === 'close') reader.close(token.name, /^#/);
      else if (token.kind === 'braces') readBraces(reader, token);
  },
};

function readElement(reader: TemplateReader, tag: OpenTag): void {
  reader.open(tag.name);
  for (const { name, value, at, nameEnd } of tag.attributes)
    if (name.startsWith('let:')) {
      reader.enterScope();
      reader.declare(value ?? { at: at + 4, end: nameEnd }, () => ({ kind: 'const' }));
    }
  const entries: Entry[] = [];
  for (const attribute of tag.attributes) {
    if (attribute.name.startsWith('let:')) continue;
    const entry = readBracedAttribute(reader, attribute);
    entries.push(entry);
    if (attribute.name.startsWith('use:')) callAction(reader, entry, attribute.value !== undefined);
  }
  reader.element(tag, entries);
  if (tag.isEmpty) reader.close(tag.name, /^#/);
}

/** `use:action={value}` calls the action with the element and the value. */
function callAction(reader: TemplateReader, { keyAt, keyEnd, value, at, end }: Entry, hasValue: boolean): void {
  const name = { at: keyAt + 'use:'.length, end: keyEnd };
  const element: Expr = { k: 'opaque', at: keyEnd, end: keyEnd };
  reader.call('call', reader.expression(name), hasValue ? [element, value] : [element], { at, end });
}

/** `{#if …}`, `{:else if …}`, `{#each … as …}`, `{@const …}`, `{/each}`, or an expression. */
function readBraces(reader: TemplateReader, { at, end }: Content): void {
  const text = reader.text.slice(at, end);
  const [head, sign = '', word = ''] = /^\s*([#:@/])(else if|\w+)\s*/.exec(text) ?? [];
  if (head === undefined) {
    reader.expression({ at, end });
    return;
  }
  const rest = { at: at + head.length, end };
  if (sign === '/') reader.close(`#${word}`);
  else if (sign === '#') openBlock(reader, word, rest);
  else if (sign === '@' && word === 'const') reader.statements({ at: reader.text.indexOf('const', at), end });
  else if (sign === ':' && (word === 'then' || word === 'catch')) declareResult(reader, rest);
  else reader.expression(rest);
}

function openBlock(reader: TemplateReader, word: string, rest: Part): void {
  reader.open(`#${word}`);
  reader.enterScope();
  const text = reader.text.slice(rest.at, rest.end);
  if (word === 'each') readEach(reader, rest, text);
  else if (word === 'snippet') readSnippet(reader, rest, text);
  else if (word === 'await') readAwait(reader, rest, text);
  else reader.expression(rest);
}

/** `items as item, index (key)`; without `as` it only repeats. */
function readEach(reader: TemplateReader, { at, end }: Part, text: string): void {
  const word = /\sas\s(?![^]*\sas\s)/.exec(text);
  const init = reader.expression({ at, end: word === null ? end : at + word.index });
  if (word === null) return;
  const start = at + word.index + word[0].length;
  const names = { at: start, end: at + keyAt(text) };
  reader.declare(names, index => (index === 0 ? { kind: 'loop', init } : { kind: 'loop' }));
  reader.expression({ at: names.end, end });
}

/** Where the key in brackets at the end of a loop's head starts, or the head ends. */
function keyAt(text: string): number {
  const trimmed = text.trimEnd();
  if (!trimmed.endsWith(')')) return text.length;
  let depth = 0;
  for (let at = trimmed.length - 1; at >= 0; at--) {
    if (trimmed.charAt(at) === ')') depth++;
    else if (trimmed.charAt(at) === '(' && --depth === 0) return at;
  }
  return text.length;
}

function readSnippet(reader: TemplateReader, { at }: Part, text: string): void {
  const open = text.indexOf('(');
  const close = text.lastIndexOf(')');
  if (open >= 0 && close > open) reader.declare({ at: at + open + 1, end: at + close }, () => ({ kind: 'const' }));
}

/** `promise`, `promise then value`. */
function readAwait(reader: TemplateReader, { at, end }: Part, text: string): void {
  const word = /\s(?:then|catch)(?=\s|$)/.exec(text);
  reader.expression({ at, end: word === null ? end : at + word.index });
  if (word !== null) declareResult(reader, { at: at + word.index + word[0].length, end });
}

function declareResult(reader: TemplateReader, names: Part): void {
  reader.declare(names, () => ({ kind: 'const' }));
}
