import type { Expr, Literal, Template } from '../facts.ts';
import type { StringStyle } from '../scanner/lexicon.ts';
import { TokenKind } from '../scanner/tokens.ts';
import type { Parser } from './parser.ts';

/** The string or character at the next token, with what is interpolated in it and the strings written right behind it. */
export function stringValue(p: Parser): Expr {
  let left: Expr = oneString(p);
  while (p.grammar.lexicon.joinsStrings && isString(p) && !(p.breaksAtLine && p.startsLine())) {
    const right = oneString(p);
    left = { k: 'binary', op: '+', left, right, at: left.at, end: right.end };
  }
  return left;
}

function isString(p: Parser): boolean {
  return p.kind() === TokenKind.string || p.opens('"');
}

function oneString(p: Parser): Literal | Template {
  const { tokens, at: index } = p;
  if (p.kind() !== TokenKind.open) {
    p.at++;
    const value = decode(tokens.text.slice(tokens.from[index], tokens.to[index]), styleOf(p, index));
    const at = tokens.start(index);
    const quote = tokens.text.slice(at, tokens.from[index]);
    const open = tokens.isUnclosed(index);
    return { k: 'literal', value, quote, ...(open && { open }), at, end: tokens.stop(index) };
  }
  const at = p.start;
  const parts: (string | Expr)[] = [];
  p.group(false, () => {
    while (!p.isDone()) {
      const here = p.at;
      if (p.kind() === TokenKind.text) {
        parts.push(decode(tokens.text.slice(tokens.from[here], tokens.to[here]), styleOf(p, here), true));
        p.at++;
      } else if (p.opens('${')) parts.push(hole(p));
      else p.at++;
    }
  });
  return { k: 'template', parts, ...p.span(at) };
}

function hole(p: Parser): Expr {
  return p.group(false, () => {
    const value = p.expression();
    p.rest();
    return value;
  });
}

function styleOf(p: Parser, index: number): StringStyle | undefined {
  return p.grammar.lexicon.strings[p.tokens.link(index)];
}

/** The value of what stands between the delimiters. */
export function decode(content: string, style: StringStyle | undefined, isPart = false): string {
  let text = content;
  if (style?.decode === 'indented' && !isPart && text.includes('\n')) text = unindent(text);
  if (style?.interpolation?.doubled) text = text.replaceAll('{{', '{').replaceAll('}}', '}');
  if (style?.decode === 'raw') return own(text);
  if (style?.decode === 'single') return text.replace(/\\(['\\])/g, '$1');
  if (style?.escape === 'doubled') return text.replaceAll(style.close + style.close, style.close);
  if (style?.escape !== 'backslash' || !text.includes('\\')) return own(text);
  return text.replace(
    ESCAPE,
    (whole, braced: string | undefined, hex: string | undefined, octal: string | undefined) => {
      if (braced !== undefined || hex !== undefined) return character(parseInt(braced ?? hex ?? '', 16), whole);
      if (octal !== undefined) return character(parseInt(octal, 8), whole);
      return SIMPLE[whole[1] ?? ''] ?? whole.slice(1).replace(/^\r?\n\s*/, '');
    },
  );
}

const ESCAPE = /\\(?:[uU]\{([0-9a-fA-F]{1,8})\}|(?:u|x|U)([0-9a-fA-F]{2,8})|([0-7]{1,3})|\r?\n\s*|[^])/g;
const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  e: '\x1b',
};

function character(code: number, whole: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** Strings shorter than this are copied by the engine; longer ones would keep the file's whole text alive. */
const COPIED = 13;

function own(text: string): string {
  return text.length < COPIED ? text : `${text} `.slice(0, -1);
}

/** Removes the line breaks next to the delimiters and the indentation that all lines share. */
function unindent(content: string): string {
  const lines = content.split(/\r?\n/);
  if (lines[0]?.trim() === '') lines.shift();
  const last = lines.at(-1);
  if (last?.trim() === '') lines.pop();
  const indents = lines.filter(line => line.trim() !== '').map(line => line.length - line.trimStart().length);
  const least = Math.min(...indents, last?.trim() === '' ? last.length : Infinity);
  return lines.map(line => line.slice(Number.isFinite(least) ? least : 0)).join('\n');
}
