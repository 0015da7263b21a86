import type { Entry, Expr } from '../../facts.ts';
import { readPlainAttribute } from './html.ts';
import type { Attribute } from './scan.ts';
import { endOfBraces } from './scan.ts';
import type { TemplateReader } from './template-reader.ts';

/** An attribute whose value may be an expression in braces, a text with such, a spread or a shorthand. */
export function readBracedAttribute(reader: TemplateReader, attribute: Attribute): Entry {
  const { name, at, nameEnd, end, value } = attribute;
  const key = { key: name, keyAt: at, keyEnd: nameEnd };
  if (value === undefined) return readPlainAttribute(reader, attribute);
  const text = reader.text.slice(value.at, value.end);
  if (name === '') {
    const spread = /^\s*\.\.\./.exec(text);
    if (spread !== null) {
      const part = { at: value.at + spread[0].length, end: value.end };
      return { key: undefined, keyAt: at, keyEnd: part.at, value: reader.expression(part), at, end };
    }
    const [, space = '', shorthand] = /^(\s*)([\w$\u0080-\uffff]+)\s*$/.exec(text) ?? [];
    if (shorthand === undefined)
      return { key: undefined, keyAt: at, keyEnd: end, value: reader.expression(value), at, end };
    const keyAt = value.at + space.length;
    const place = { keyAt, keyEnd: keyAt + shorthand.length };
    return { key: shorthand, ...place, value: reader.expression(value), shorthand: true, at, end };
  }
  if (value.quote === '{') return { ...key, value: reader.expression(value), at, end };
  if (value.quote === '`') return { ...key, value: reader.expression({ at: value.at - 1, end }), at, end };
  if (!text.includes('{')) return readPlainAttribute(reader, attribute);
  return { ...key, value: readMixed(reader, value.at, value.end), at, end };
}

/** Text with expressions in braces; one expression alone is its value. */
function readMixed(reader: TemplateReader, start: number, end: number): Expr {
  const parts: (string | Expr)[] = [];
  let at = start;
  while (at < end) {
    const open = reader.text.indexOf('{', at);
    const textEnd = open < 0 || open > end ? end : open;
    if (textEnd > at) parts.push(reader.text.slice(at, textEnd));
    if (textEnd === end) break;
    const close = Math.min(end, endOfBraces(reader.text, open));
    parts.push(reader.expression({ at: open + 1, end: close }));
    at = close + 1;
  }
  const [first] = parts;
  if (parts.length === 1 && first !== undefined && typeof first !== 'string') return first;
  return { k: 'template', parts, at: start, end };
}
