import { TokenKind, type Tokens } from './tokens.ts';

/**
 * Whether the word at `i`, inside of the innermost of `depth` messages that begin beside each other (`[[[a b:c`), is sent to
 * that message, whose closing bracket is missing: were it a label or an argument of that message, one around it would end
 * without a selector. Of several words that may be the one, it is the likeliest.
 */
export function isSentToMessage(tokens: Tokens, i: number, depth: number): boolean {
  const close = closing(tokens, i);
  return close >= 0 && lacksSelector(tokens, close, depth - 1) && likeliest(tokens, i, close) === i;
}

/** Whether a word in a function's open parentheses, behind an argument, is sent to a message around them. */
export function isBehindArgument(tokens: Tokens, i: number): boolean {
  const before = tokens.words[i - 1] ?? '';
  return tokens.isSpaced(i) && (tokens.kind(i - 1) !== TokenKind.mark || before === ',');
}

/** How far the end of a message is looked for: keeps hopeless text linear. */
const REACH = 600;

/** The square bracket that closes what is open before `i`, or -1 where the statement ends before it. */
function closing(tokens: Tokens, i: number): number {
  let level = 0;
  for (let at = i; at < tokens.count && at < i + REACH; at++) {
    const kind = tokens.kind(at);
    if (kind === TokenKind.open) level++;
    else if (kind === TokenKind.close) {
      if (level === 0) return tokens.words[at] === ']' ? at : -1;
      level--;
    } else if (level === 0 && tokens.words[at] === ';') return -1;
  }
  return -1;
}

/** Whether one of the messages around the bracket ends where its selector should stand. What a line's end cuts off is being typed. */
function lacksSelector(tokens: Tokens, close: number, depth: number): boolean {
  let at = close + 1;
  for (let level = 0; level < depth; level++) {
    if (tokens.kind(at) === TokenKind.end) return false;
    if (tokens.kind(at) !== TokenKind.word) return !tokens.startsLine(at);
    const end = closing(tokens, at);
    if (end < 0) return false;
    at = end + 1;
  }
  return false;
}

/** Words with which selectors begin rather than go on: verbs, and those that hold what the labels that follow begin with. */
const BEGINNING =
  /^(?:init|set|add|remove|insert|append|perform|present|dismiss|push|pop|show|hide|track|log|send|capture|register)|[a-z](?:With|By|For|From|At|To|Of|Using|In)(?=[A-Z])/;

/** The word from `i` on that is most likely the selector of the message around the one that closes at `close`. */
function likeliest(tokens: Tokens, i: number, close: number): number {
  let named = -1;
  for (let at = i; at < close; at++) {
    const kind = tokens.kind(at);
    if (kind === TokenKind.open && tokens.link(at) > at) at = tokens.link(at);
    else if (kind === TokenKind.word && isPart(tokens, at, close)) {
      // The argument before it is missing, or was left open.
      if (tokens.words[at - 1] === ':' || tokens.words[at - 1] === '@' || tokens.isUnclosed(at - 1)) return at;
      if (named < 0 && BEGINNING.test(tokens.words[at] ?? '')) named = at;
    }
  }
  return named < 0 ? i : named;
}

/** Whether the word may be a part of a selector: a label, or all of it. */
function isPart(tokens: Tokens, at: number, close: number): boolean {
  if (tokens.words[at + 1] === ':') return !tokens.isSpaced(at + 1);
  return at + 1 === close && tokens.isSpaced(at);
}
