/** The texts of quick YAML: words with escapes, and texts in lines. */

import {
  BACKSLASH,
  CLOSE_LIST,
  CLOSE_MAP,
  COLON,
  COMMA,
  CR,
  HASH,
  LF,
  OPEN_LIST,
  OPEN_MAP,
  QUOTE,
  SPACE,
  TAB,
} from './codes.ts';

export interface BlockText {
  readonly value: string;
  /** Offset behind the last character that is not blank. */
  readonly end: number;
  /** Offset of the line that follows. */
  readonly next: number;
}

/**
 * The lines of a literal or folded text, from the one below its `|` or `>`; `column` is that of the key. Undefined where
 * blank lines or indentation would need a second look.
 */
export function readBlockText(
  text: string,
  from: number,
  column: number,
  folded: boolean,
  strip: boolean,
): BlockText | undefined {
  const lines: string[] = [];
  let indent = -1;
  let at = from;
  let end = from;
  while (at < text.length) {
    let first = at;
    while (text.charCodeAt(first) === SPACE) first++;
    const width = first - at;
    const { stop, next } = lineAt(text, first);
    if (first >= stop) {
      // Blank lines at the beginning, or longer than the indentation, are a part of the text.
      if (indent < 0 || width > indent) return undefined;
      lines.push('');
    } else if (indent < 0) {
      if (width <= column) return undefined;
      indent = width;
      lines.push(text.slice(at + indent, stop));
      end = stop;
    } else if (width < indent) {
      // A comment less indented than the text, or a line that belongs to nothing.
      if (width > column) return undefined;
      break;
    } else {
      if (folded && width > indent) return undefined;
      lines.push(text.slice(at + indent, stop));
      end = stop;
    }
    if (text.charCodeAt(first) === TAB) return undefined;
    at = next;
  }
  if (indent < 0) return undefined;
  while (lines.at(-1) === '') lines.pop();
  const value = (folded ? fold(lines) : lines.join('\n')) + (strip ? '' : '\n');
  while (/\s/.test(text.charAt(end - 1))) end--;
  return { value, end, next: at };
}

/** The end of a line and the start of the next. */
function lineAt(text: string, from: number): { readonly stop: number; readonly next: number } {
  const end = text.indexOf('\n', from);
  if (end < 0) return { stop: text.length, next: text.length };
  return { stop: end > from && text.charCodeAt(end - 1) === CR ? end - 1 : end, next: end + 1 };
}

/** Lines become one, and blank lines between them line ends. */
function fold(lines: readonly string[]): string {
  let folded = '';
  let blanks = 0;
  for (const [i, line] of lines.entries()) {
    if (line === '') {
      blanks++;
      continue;
    }
    folded += i === 0 ? line : (blanks > 0 ? '\n'.repeat(blanks) : ' ') + line;
    blanks = 0;
  }
  return folded;
}

/** The end of a plain word that reaches to the end of its line or to a comment; -1 where it is not as plain as that. */
export function plainEnd(text: string, start: number): number {
  let end = start;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || code === CR || Number.isNaN(code)) return end;
    if (code === HASH && text.charCodeAt(at - 1) === SPACE) return end;
    if (code === TAB) return -1;
    if (code === COLON) {
      const next = text.charCodeAt(at + 1);
      if (next === SPACE || next === LF || next === CR || next === TAB || Number.isNaN(next)) return -1;
    }
    if (code !== SPACE) end = at + 1;
  }
}

/** The same between brackets, where a word also ends at a comma, a bracket, or a colon with a blank behind it. */
export function plainEndInFlow(text: string, start: number): number {
  let end = start;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === CLOSE_MAP || code === CLOSE_LIST || code === LF || code === CR) break;
    if (code === OPEN_MAP || code === OPEN_LIST || code === TAB || Number.isNaN(code)) return -1;
    if (code === HASH && text.charCodeAt(at - 1) === SPACE) break;
    if (code === COLON) {
      const next = text.charCodeAt(at + 1);
      if (next === SPACE || next === LF || next === CR) break;
      if (next === COMMA || next === CLOSE_MAP || next === CLOSE_LIST || next === OPEN_MAP || next === OPEN_LIST)
        return -1;
    }
    if (code !== SPACE) end = at + 1;
  }
  return end === start ? -1 : end;
}

/** The offset of the quote that no backslash escapes; -1 where the line ends before it. */
export function closingQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at;
    else if (code === LF) return -1;
  }
  return -1;
}

/** A word without its escapes; undefined where one of them is unusual. */
export function unescaped(source: string): string | undefined {
  if (!/^(?:[^\\]|\\(?:["\\/nrtbf]|x[\da-fA-F]{2}|u[\da-fA-F]{4}))*$/.test(source)) return undefined;
  return source.replace(/\\(x..|u....|.)/g, (_, escape: string) => {
    return escapes.get(escape) ?? String.fromCharCode(Number.parseInt(escape.slice(1), 16));
  });
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
]);
