/**
 * A scanner for HTML and the template languages that extend it: reads any text, closed or not, into tags, comments,
 * expressions in braces and the raw contents of scripts.
 */
export type Token = OpenTag | CloseTag | Content;

export interface OpenTag {
  readonly kind: 'open';
  readonly name: string;
  readonly at: number;
  readonly end: number;
  readonly nameAt: number;
  readonly nameEnd: number;
  readonly attributes: readonly Attribute[];
  /** Behind the last attribute, before `>` or `/>`. */
  readonly attributesEnd: number;
  /** `<br/>`, and elements that never have content, such as `<br>`. */
  readonly isEmpty: boolean;
}

export interface CloseTag {
  readonly kind: 'close';
  readonly name: string;
  readonly at: number;
  readonly end: number;
}

/** `at` and `end` are those of the content: within the braces; with its marks for a comment. */
export interface Content {
  readonly kind: 'text' | 'comment' | 'raw' | 'braces';
  readonly at: number;
  readonly end: number;
}

/** `name="value"`; `{...spread}` and `{shorthand}` have no name. */
export interface Attribute {
  readonly name: string;
  readonly at: number;
  readonly nameEnd: number;
  readonly end: number;
  readonly value?: AttributeValue;
}

/** `at` and `end` are within the quotes or braces; `quote` is what stands before, empty for a bare word. */
export interface AttributeValue {
  readonly quote: '"' | "'" | '`' | '{' | '';
  readonly at: number;
  readonly end: number;
  readonly isOpen: boolean;
}

export interface ScanOptions {
  /** Whether `{…}` is an expression, in text and as an attribute's value. */
  readonly braces: boolean;
  /** Elements whose content is not markup; `depth` counts the open elements around. */
  isRaw(tag: OpenTag, depth: number): boolean;
}

export function scanMarkup(text: string, from: number, options: ScanOptions): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  let textAt = from;
  let at = from;
  const add = (token: Token): void => {
    const end = token.kind === 'braces' ? token.at - 1 : token.at;
    if (end > textAt) tokens.push({ kind: 'text', at: textAt, end });
    tokens.push(token);
    at = token.kind === 'braces' ? Math.min(text.length, token.end + 1) : token.end;
    textAt = at;
  };
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 123 && options.braces) {
      add({ kind: 'braces', at: at + 1, end: endOfBraces(text, at) });
    } else if (code !== 60) at++;
    else if (text.startsWith('<!--', at)) add({ kind: 'comment', at, end: after(text, '-->', at + 4) });
    else if (text.startsWith('<!', at) || text.startsWith('<?', at))
      add({ kind: 'comment', at, end: after(text, '>', at) });
    else if (text.startsWith('</', at)) {
      const name = tagName(text, at + 2);
      depth = Math.max(0, depth - 1);
      add({ kind: 'close', name, at, end: after(text, '>', at) });
    } else if (tagName(text, at + 1) === '') at++;
    else {
      const tag = scanTag(text, at, options.braces);
      add(tag);
      if (tag.isEmpty) continue;
      if (options.isRaw(tag, depth)) add({ kind: 'raw', at, end: endOfRaw(text, at, tag.name) });
      depth++;
    }
  }
  if (text.length > textAt) tokens.push({ kind: 'text', at: textAt, end: text.length });
  return tokens;
}

/**
 * Where the expression in braces ends that starts at an opening brace: at its closing brace. Where there is none it ends
 * with its line, before the next attribute or what closes the tag around it.
 */
export function endOfBraces(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return at;
    else if (code === 34 || code === 39 || code === 96) at = endOfString(text, at);
    else if (code === 47 && text.charCodeAt(at + 1) === 42) at = after(text, '*/', at + 2) - 1;
    else if (code === 47 && text.charCodeAt(at + 1) === 47 && text.charCodeAt(at - 1) !== 58) at = lineEnd(text, at);
  }
  const line = text.slice(open, lineEnd(text, open));
  const next = /\}\s+[\w:|.-]+=["'{]/.exec(line) ?? /\s*\/?>(?:[^>]*<\/[^>]*>)?\s*$/.exec(line);
  return open + Math.max(1, next?.index ?? line.length);
}

/** The closing quote; the quote itself where its line has none, since then it is an apostrophe. */
function endOfString(text: string, open: number): number {
  const quote = text.charCodeAt(open);
  for (let at = open + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === quote) return at;
    else if (code === 10 && quote !== 96) return open;
  }
  return open;
}

function scanTag(text: string, at: number, braces: boolean): OpenTag {
  const nameAt = at + 1;
  const name = tagName(text, nameAt);
  const nameEnd = nameAt + name.length;
  const attributes: Attribute[] = [];
  let attributesEnd = nameEnd;
  let next = skipSpace(text, nameEnd);
  while (next < text.length && !/^\/?>/.test(text.slice(next, next + 2)) && text.charAt(next) !== '<') {
    const attribute = scanAttribute(text, next, braces);
    if (attribute.end === next) next++;
    else {
      attributes.push(attribute);
      attributesEnd = attribute.end;
      next = attribute.end;
    }
    next = skipSpace(text, next);
  }
  const isClosed = text.charAt(next) === '/';
  const end = Math.min(text.length, text.charAt(next) === '<' ? next : next + (isClosed ? 2 : 1));
  const isEmpty = isClosed || emptyElements.has(name.toLowerCase());
  return { kind: 'open', name, at, end, nameAt, nameEnd, attributes, attributesEnd, isEmpty };
}

const emptyElements = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

function scanAttribute(text: string, at: number, braces: boolean): Attribute {
  if (braces && text.charAt(at) === '{') {
    const close = endOfBraces(text, at);
    const isOpen = text.charAt(close) !== '}';
    const end = isOpen ? close : close + 1;
    return { name: '', at, nameEnd: at, end, value: { quote: '{', at: at + 1, end: close, isOpen } };
  }
  attributeName.lastIndex = at;
  const name = attributeName.exec(text)?.[0] ?? '';
  const nameEnd = at + name.length;
  const sign = skipSpace(text, nameEnd);
  if (name === '' || text.charAt(sign) !== '=') return { name, at, nameEnd, end: nameEnd };
  const value = scanValue(text, skipSpace(text, sign + 1), braces);
  const isDelimited = value.quote !== '' && !value.isOpen;
  return { name, at, nameEnd, end: isDelimited ? value.end + 1 : value.end, value };
}

/** `[name]` and `(name)` are arguments of directives; a name may hold a whole expression in brackets. */
const attributeName = /(?:\[[^\]\s]*\]|[^\s=>/"'{}<]|\/(?!>))+/y;

function scanValue(text: string, at: number, braces: boolean): AttributeValue {
  const quote = text.charAt(at);
  if (quote === '{' && braces) {
    const end = endOfBraces(text, at);
    return { quote, at: at + 1, end, isOpen: text.charAt(end) !== '}' };
  }
  if (quote === '"' || quote === "'" || (quote === '`' && braces)) return scanQuoted(text, at, quote);
  bareValue.lastIndex = at;
  return { quote: '', at, end: at + (bareValue.exec(text)?.[0].length ?? 0), isOpen: false };
}

const bareValue = /[^\s>"'=<`]*/y;

/**
 * A quoted value. Where its closing quote is missing, the next quote is that of another attribute: then a name and an
 * equals sign stand before it, on a later line.
 */
function scanQuoted(text: string, open: number, quote: '"' | "'" | '`'): AttributeValue {
  const close = text.indexOf(quote, open + 1);
  const value = text.slice(open + 1, close < 0 ? text.length : close);
  const isOpen = close < 0 || (value.includes('\n') && /[\s"'][@:#\w.-]+=\s*$/.test(value) && quote !== '`');
  if (!isOpen) return { quote, at: open + 1, end: close, isOpen };
  const line = text.slice(open + 1, lineEnd(text, open));
  const tagEnd = /\s*\/?>(?:[^>]*<\/[^>]*>)?\s*$/.exec(line);
  return { quote, at: open + 1, end: open + 1 + (tagEnd?.index ?? line.length), isOpen };
}

function tagName(text: string, at: number): string {
  tagNamePattern.lastIndex = at;
  return tagNamePattern.exec(text)?.[0] ?? '';
}

const tagNamePattern = /[A-Za-z][^\s/>"'=<{}]*/y;

/** The end of a raw element's content: where its closing tag starts. */
function endOfRaw(text: string, at: number, name: string): number {
  const close = new RegExp(`</${name.replace(/[^\w-]/g, '.')}\\s*>`, 'gi');
  close.lastIndex = at;
  return close.exec(text)?.index ?? text.length;
}

/** Behind the next occurrence of a string, or the end of the text. */
function after(text: string, string: string, from: number): number {
  const index = text.indexOf(string, from);
  return index < 0 ? text.length : index + string.length;
}

function lineEnd(text: string, from: number): number {
  const index = text.indexOf('\n', from);
  return index < 0 ? text.length : index;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
  return at;
}
