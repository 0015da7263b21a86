import type { Lexicon } from './lexicon.ts';
import { closerOf } from './nesting.ts';
import { scanPart } from './scanner.ts';
import { isGlued, isString } from './string-signs.ts';
import { TokenKind, type Tokens } from './tokens.ts';

/** Lines longer than this are data. */
export const LONGEST = 2000;

/** So many places are tried where code may go on. */
const MOST_TAILS = 40;

/** How code goes on behind an argument that is still being typed: with a member, a separator, a bracket or an operator. */
const TAIL =
  /[)\]}]|!*(?:\?\.|\.|\?->|->|::|&\.)(?=[A-Za-z_])|[,;]|\s(?=(?:&&|\|\||\?\?|\?:|[!=<>]=|[-+*/<>=?:|.{]|(?:and|or|in|to|as|if|unless|else|do|is|for)\b)(?:\s|$))|\s(?=\w+(?::|\]))|:(?=\s+(?:const\s+|new\s+)?[A-Z]\w*\()/gm;

/**
 * Where the code begins that stands behind a string that was left open between `from` and `to`, or -1. It is only taken for
 * code if it holds a call, and if its strings and brackets have their partners.
 */
export function lineTail(text: string, lexicon: Lexicon, from: number, to: number, lineEnd: number): number {
  if (lineEnd - from > LONGEST || !/[([{.\]]/.test(text.slice(from, lineEnd))) return -1;
  TAIL.lastIndex = from;
  for (let tries = 0; tries < MOST_TAILS; tries++) {
    const found = TAIL.exec(text);
    if (found === null || found.index > to) return -1;
    const behind = behindHole(text, lexicon, from, found.index, lineEnd);
    if (behind > found.index) TAIL.lastIndex = behind;
    else if (isCodePart(text, lexicon, found.index, lineEnd))
      return behindProse(text, lexicon, found.index, to, lineEnd);
  }
  return -1;
}

/** Where code may go on behind a string that was left open between `from` and `to`, as far as single signs tell. */
export function lineTails(text: string, from: number, to: number): readonly number[] {
  const answer: number[] = [];
  if (to - from > LONGEST) return answer;
  TAIL.lastIndex = from;
  for (let found = TAIL.exec(text); found !== null && found.index <= to; found = TAIL.exec(text))
    if (answer.push(found.index) >= MOST_TAILS) break;
  return answer;
}

/** The end of the expression inside the string that `at` stands in, if it is closed on its line; `at` where it stands in none. */
function behindHole(text: string, { strings }: Lexicon, from: number, at: number, lineEnd: number): number {
  for (const { interpolation } of strings) {
    if (interpolation === undefined) continue;
    const open = text.lastIndexOf(interpolation.open, at);
    if (open < from) continue;
    let level = 0;
    for (let i = open; i < lineEnd; i++) {
      if (text[i] === interpolation.close) {
        if (--level > 0) continue;
        if (i >= at) return i + 1;
        break;
      }
      if (text[i] === (interpolation.close === ')' ? '(' : '{')) level++;
    }
  }
  return at;
}

/** Whether a part of a line is code that holds a call. */
export function isCodePart(text: string, lexicon: Lexicon, from: number, to: number): boolean {
  return isCode(scanPart(text, lexicon, from, to), lexicon);
}

/** Operators that are words of sentences as well, with the words that follow them. */
const PROSE = /\s(?:and|or|in|to|as|if|is|for|do|else|unless)(?=\s)[\w\s']*/y;

/** A tail that begins with words is the end of a sentence if what follows the words is a tail too. */
function behindProse(text: string, lexicon: Lexicon, tail: number, to: number, lineEnd: number): number {
  PROSE.lastIndex = tail;
  if (!PROSE.test(text)) return tail;
  const end = PROSE.lastIndex;
  TAIL.lastIndex = end;
  const isTail = end <= to && TAIL.exec(text)?.index === end;
  return isTail && isCodePart(text, lexicon, end, lineEnd) ? end : tail;
}

/** No code has more words than this without a sign between them, besides those that join; sentences have. */
const MOST_WORDS = 3;
const JOINING = /^(?:if|else|is|not|in|and|or|None|null|nil)$/;

function isCode(tokens: Tokens, lexicon: Lexicon): boolean {
  const open: string[] = [];
  let hasCall = false;
  let words = 0;
  for (let i = 0; i < tokens.count; i++) {
    if (isGlued(tokens, i) || isBehindBracket(tokens, i)) return false;
    if (tokens.isUnclosed(i) && !goesOnBelow(tokens, i, lexicon)) return false;
    const word = tokens.words[i] ?? '';
    if (!JOINING.test(word)) words = tokens.kind(i) === TokenKind.word ? words + 1 : 0;
    if (words > MOST_WORDS) return false;
    if (tokens.kind(i) === TokenKind.open) {
      open.push(closerOf(word));
      hasCall ||= word !== '"' && word !== '${' && !isBare(tokens, i);
    } else if (tokens.kind(i) === TokenKind.close) {
      // `selector:argument]`
      if (open.length === 0) hasCall ||= word === ']' && tokens.kind(0) === TokenKind.word;
      else if (open.pop() !== word) return false;
    } else if (lexicon.commands && tokens.kind(i) === TokenKind.word && isCommand(tokens, i)) hasCall = true;
  }
  return hasCall && (open.length === 0 || mayGoOn(tokens)) && !isProse(tokens);
}

/** `[name]`, `-[` and `-(` call nothing: they may be parts of a text such as a pattern. */
function isBare(tokens: Tokens, i: number): boolean {
  if (tokens.words[i] === '(') return i === 0 || (tokens.kind(i - 1) === TokenKind.mark && tokens.words[i - 1] !== '>');
  if (tokens.words[i] !== '[') return false;
  const next = tokens.kind(i + 1);
  if (i + 1 >= tokens.count) return i > 0 && /^[-+*/|<>]$/.test(tokens.words[i - 1] ?? '');
  return tokens.words[i + 2] === ']' && (next === TokenKind.word || next === TokenKind.number);
}

/** A string right behind a bracket that closes, or right before a brace: one of the two is not what it seems. */
function isBehindBracket(tokens: Tokens, i: number): boolean {
  if (isString(tokens, i)) return /^[}\]]$/.test(tokens.words[i - 1] ?? '');
  return tokens.words[i] === '{' && i > 0 && !tokens.isSpaced(i) && tokens.kind(i - 1) === TokenKind.string;
}

/** Whether a string of several lines begins with the end of the line. */
function goesOnBelow(tokens: Tokens, i: number, { strings }: Lexicon): boolean {
  const style = strings[tokens.link(i)];
  const before = i > 0 ? tokens.kind(i - 1) : TokenKind.end;
  return (
    i === tokens.count - 1 &&
    style?.multiline === true &&
    style.endsAtLine !== true &&
    (before === TokenKind.open || before === TokenKind.mark)
  );
}

/** Whether what is open at the line's end may be closed on lines below. */
function mayGoOn(tokens: Tokens): boolean {
  const last = tokens.count - 1;
  const kind = tokens.kind(last);
  return (
    kind === TokenKind.open ||
    kind === TokenKind.mark ||
    tokens.isUnclosed(last) ||
    /^(?:in|do)$/.test(tokens.words[last] ?? '')
  );
}

/** Words that follow a closing bracket. */
const AFTER_BRACKET = /^(?:and|or|in|to|as|if|unless|else|do|is|for|then|catch|where|async|rescue|while|until|throws)$/;

/** A bracket behind which a text goes on. */
function isProse(tokens: Tokens): boolean {
  let i = 0;
  while (i < tokens.count && tokens.kind(i) === TokenKind.close) i++;
  return i > 0 && tokens.kind(i) === TokenKind.word && !AFTER_BRACKET.test(tokens.words[i] ?? '');
}

/** `.name argument`, where no brackets are needed. */
function isCommand(tokens: Tokens, i: number): boolean {
  const next = tokens.kind(i + 1);
  return (
    /^(?:\.|&\.)$/.test(tokens.words[i - 1] ?? '') &&
    i + 1 < tokens.count &&
    tokens.isSpaced(i + 1) &&
    (next === TokenKind.word || next === TokenKind.string || next === TokenKind.number)
  );
}
