import { TokenKind, type Tokens } from './tokens.ts';

/** Whether a string begins here, with or without interpolation. */
export function isString(tokens: Tokens, i: number): boolean {
  const kind = tokens.kind(i);
  return kind === TokenKind.string || (kind === TokenKind.open && tokens.words[i] === '"');
}

/** Whether a string ends here. */
export function isStringEnd(tokens: Tokens, i: number): boolean {
  const kind = tokens.kind(i);
  return kind === TokenKind.string || (kind === TokenKind.close && tokens.words[i] === '"');
}

/** A string that touches a word, another string or what cannot follow one: its quotes belong to others. */
export function isGlued(tokens: Tokens, i: number): boolean {
  const isEnd = isStringEnd(tokens, i);
  return (
    (isString(tokens, i) && i > 0 && !tokens.isSpaced(i) && isOperand(tokens, i - 1)) ||
    (isEnd && i + 1 < tokens.count && !tokens.isSpaced(i + 1) && isOperand(tokens, i + 1)) ||
    (isEnd && hasInsideBehind(tokens.text, tokens.stop(i)))
  );
}

/** What stands inside of strings only: an escape, and the beginning of an expression. */
function hasInsideBehind(text: string, end: number): boolean {
  const sign = text.charCodeAt(end);
  return (sign === 92 && /\S/.test(text[end + 1] ?? ' ')) || (sign === 35 && text[end + 1] === '{');
}

function isOperand(tokens: Tokens, i: number): boolean {
  const kind = tokens.kind(i);
  return kind === TokenKind.word || kind === TokenKind.number || kind === TokenKind.string;
}

/** Whether what stands between two quotes is code rather than text, as far as its edges tell. */
export function looksTurned(tokens: Tokens, i: number): boolean {
  const { text, from, to } = tokens;
  const start = from[i] ?? 0;
  let end = to[i] ?? 0;
  // Behind the quote, code goes on rather than a text.
  if (/^(?:"""|'''|["'`])(?:[ \t]*[.+] |[;)\]])/.test(text.slice(end, end + 10))) return false;
  let begin = Math.max(start, text.lastIndexOf('\n', end - 1) + 1);
  // An opening quote may stand on a line of its own, below the bracket or the comma before it.
  if (begin > start && /^\s*[$@#\w]{0,3}$/.test(text.slice(begin, end))) {
    end = begin;
    begin = Math.max(start, text.lastIndexOf('\n', end - 2) + 1);
  }
  return endsLikeCode(text.slice(Math.max(begin, end - 200), end));
}

/** Whether a text ends where another one may begin, or in a comment. */
export function endsLikeCode(text: string): boolean {
  // The letters and signs before a quote belong to it.
  const code = text.replace(/(?<=^|[\s(,=[+:])[$@#\w]{1,3}$/, '');
  return /(?:[(,=[+:]|\breturn)(?:\s*|\s+["'`])$/.test(code) || /(?:^|\s)\/\/ [^\n]*$/.test(code);
}
