import type { Lexicon, TokenReader } from '../../scanner/lexicon.ts';
import { TokenKind } from '../../scanner/tokens.ts';

/** The path of an `#import`, in quotes or angle brackets. */
const PATH = 3;

export const objectiveCLexicon: Lexicon = {
  lineComments: ['//'],
  blockComment: { open: '/*', close: '*/' },
  strings: [
    { open: '@"', close: '"', escape: 'backslash' },
    { open: '"', close: '"', escape: 'backslash' },
    { open: "'", close: "'", escape: 'backslash', character: true },
    { open: '<', close: '>', escape: 'none', byHand: true },
  ],
  wordStart: '@#$',
  wordPart: '$',
  marks: '-> :: ... && || == != <= >= += -= *= /= %= &= |= ^= ++ --'.split(' '),
  brackets: { '@{': '}', '@[': ']', '@(': ')' },
  joinsLines: true,
  joinsStrings: true,
  directives: new Set([
    'if',
    'ifdef',
    'ifndef',
    'else',
    'elif',
    'endif',
    'pragma',
    'undef',
    'warning',
    'error',
    'line',
  ]),
  custom: { at: '#', read },
};

/** `#import <Framework/Header.h>`: the word, and the path as a string. */
function read(reader: TokenReader, at: number): number {
  const head = /^#\s*(?:import|include)[ \t]*[<"]([^>"\n]*)[>"]/.exec(reader.text.slice(at, at + 300));
  const path = head?.[1];
  if (head === null || path === undefined) return -1;
  const end = at + head[0].length;
  const from = end - 1 - path.length;
  reader.tokens.push(TokenKind.word, at, from - 1, '#import', reader.flags);
  reader.tokens.pushString(TokenKind.string, from - 1, end, from, from + path.length, PATH, 0);
  reader.flags = 0;
  reader.at = end;
  return end;
}
