/**
 * One line of a YAML text, taken for itself: the dashes and the key that it begins with. No parser, so that it says
 * something about every line however unfinished the text around it is.
 */
export interface YamlLine {
  /** Offsets of the line, without its end. */
  readonly start: number;
  readonly end: number;
  /** Column of the first character that is no blank; that of the line's end where there is none. */
  readonly indent: number;
  readonly isBlank: boolean;
  /** Columns of the dashes of list items. */
  readonly dashes: readonly number[];
  /** A word with a colon behind it; offsets of its source, with quotes. */
  readonly key: { readonly name: string; readonly start: number; readonly end: number } | undefined;
  /** Offsets of what follows dashes and key, without blanks around it and without a comment. */
  readonly rest: number;
  readonly restEnd: number;
  /** Offset of the `#`. */
  readonly comment: number | undefined;
}

const beginning =
  /^([ \t]*)((?:-[ \t]+|-$)*)((?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#{}[\]"'&*!|>%@`-][^#\n]*?|-[^\s#][^#\n]*?)(?=[ \t]*:(?:[ \t]|$)))?/;

/** The line that an offset stands in. */
export function yamlLineAt(text: string, offset: number): YamlLine {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const found = text.indexOf('\n', offset);
  let end = found < 0 ? text.length : found;
  if (end > start && text.charAt(end - 1) === '\r') end--;
  return readLine(text, start, Math.max(end, start));
}

/** The lines before one, from near to far. */
export function* linesAbove(text: string, line: YamlLine): Generator<YamlLine> {
  for (let at = line; at.start > 0;) {
    at = yamlLineAt(text, at.start - 1);
    yield at;
  }
}

/** The lines after one. */
export function* linesBelow(text: string, line: YamlLine): Generator<YamlLine> {
  for (let at = line; ;) {
    const next = text.indexOf('\n', at.end);
    if (next < 0) return;
    at = yamlLineAt(text, next + 1);
    yield at;
  }
}

function readLine(text: string, start: number, end: number): YamlLine {
  const source = text.slice(start, end);
  const [whole, blanks = '', markers = '', word] = beginning.exec(source) ?? [''];
  const dashes: number[] = [];
  for (let i = 0; i < markers.length; i++) if (markers.charAt(i) === '-') dashes.push(blanks.length + i);
  const keyStart = start + blanks.length + markers.length;
  const key = word === undefined ? undefined : { name: unquote(word), start: keyStart, end: keyStart + word.length };
  const afterColon = key ? text.indexOf(':', key.end) + 1 : start + whole.length;
  const comment = commentIn(source, afterColon - start);
  let rest = afterColon;
  const limit = comment === undefined ? end : start + comment;
  while (rest < limit && /[ \t]/.test(text.charAt(rest))) rest++;
  let restEnd = limit;
  while (restEnd > rest && /\s/.test(text.charAt(restEnd - 1))) restEnd--;
  const isBlank = blanks.length === source.length || comment === blanks.length;
  return {
    start,
    end,
    indent: blanks.length,
    isBlank,
    dashes,
    key,
    rest,
    restEnd,
    comment: comment === undefined ? undefined : start + comment,
  };
}

/** Where a comment begins, from an index on; a `#` in quotes or inside a word is none. */
function commentIn(source: string, from: number): number | undefined {
  let quote = '';
  for (let i = from; i < source.length; i++) {
    const char = source.charAt(i);
    if (quote !== '') {
      if (char === '\\' && quote === '"') i++;
      else if (char === quote) quote = '';
    } else if ((char === '"' || char === "'") && /^$|[\s,[{:]/.test(source.charAt(i - 1))) quote = char;
    else if (char === '#' && /^$|\s/.test(source.charAt(i - 1))) return i;
  }
  return undefined;
}

/** The text of a word, which may be in quotes, and these unclosed. */
export function unquote(source: string): string {
  const quote = source.charAt(0);
  if (quote !== '"' && quote !== "'") return source;
  const body = source.length > 1 && source.endsWith(quote) ? source.slice(1, -1) : source.slice(1);
  return quote === "'" ? body.replaceAll("''", "'") : body.replace(/\\(["\\/])/g, '$1');
}
