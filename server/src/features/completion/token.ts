/** What is being typed at a cursor: a word, or a string that it stands in. Offsets count in the text. */
export interface Token {
  readonly start: number;
  /** After the closing quote, if there is one. */
  readonly end: number;
  /** The opening quote of a string; undefined for a bare word. */
  readonly quote?: string;
  /** Whether the string ends on its line. */
  readonly closed: boolean;
  /** What stands between its start (after the quote) and the cursor. */
  readonly typed: string;
}

/**
 * The token at a cursor. `from` is a place before it that is outside of any string, such as the start of the argument: a
 * quote is an opening or a closing one only by those before it.
 */
export function tokenAt(text: string, from: number, cursor: number): Token {
  let open: number | undefined;
  for (let i = from; i < cursor; i++) {
    const character = text.charAt(i);
    if (open === undefined) {
      if (isQuote(character)) open = i;
    } else if (character === '\\') i++;
    else if (character === text.charAt(open) || (character === '\n' && text.charAt(open) !== '`')) open = undefined;
  }
  return open === undefined ? wordAt(text, from, cursor) : stringAt(text, open, cursor);
}

function stringAt(text: string, open: number, cursor: number): Token {
  const quote = text.charAt(open);
  const typed = text.slice(open + 1, cursor);
  for (let i = cursor; i < text.length && text.charAt(i) !== '\n'; i++) {
    if (text.charAt(i) === '\\') i++;
    else if (text.charAt(i) === quote) {
      // In `track("Ord, { a: "b" })` the next quote opens another string.
      if (/[,({[:=]/.test(text.slice(cursor, i))) break;
      return { start: open, end: i + 1, quote, closed: true, typed };
    }
  }
  return { start: open, end: cursor, quote, closed: false, typed };
}

function wordAt(text: string, from: number, cursor: number): Token {
  let start = cursor;
  while (start > from && isWordPart(text.charAt(start - 1))) start--;
  let end = cursor;
  while (end < text.length && isWordPart(text.charAt(end))) end++;
  return { start, end, closed: true, typed: text.slice(start, cursor) };
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'" || character === '`';
}

function isWordPart(character: string): boolean {
  return /[\p{L}\p{N}_$]/u.test(character);
}
