import { readContent } from '../../scanner/string-scan.ts';
import type { Lexicon, StringStyle, TokenReader } from '../../scanner/lexicon.ts';
import { textEnd } from '../../scanner/text-end.ts';
import { TokenKind } from '../../scanner/tokens.ts';

const interpolation = { open: '{$', close: '}', keeps: 1, sign: '$', path: true } as const;

const strings: readonly StringStyle[] = [
  { open: '"', close: '"', multiline: true, endsAtLine: true, escape: 'backslash', interpolation },
  { open: "'", close: "'", multiline: true, endsAtLine: true, escape: 'backslash', decode: 'single' },
  { open: '`', close: '`', multiline: true, endsAtLine: true, escape: 'backslash', interpolation },
  // Heredocs and nowdocs are read by hand, since their delimiters are made up.
  { open: '<<<', close: '\n', multiline: true, escape: 'backslash', decode: 'indented', interpolation, byHand: true },
  { open: "<<<'", close: '\n', multiline: true, escape: 'none', decode: 'indented', byHand: true },
];

const HEREDOC = 3;
const NOWDOC = 4;

export const phpLexicon: Lexicon = {
  lineComments: ['//'],
  blockComment: { open: '/*', close: '*/' },
  strings,
  codeEnd: '?>',
  wordStart: '$\\',
  wordPart: '\\',
  marks: '=> -> ?-> :: ... ?? ??= && || == != === !== <> <=> <= >= += -= *= /= .= %= &= |= ^= ** **= ++ --'.split(' '),
  brackets: { '#[': ']' },
  custom: { at: '?<#/', read },
};

function read(reader: TokenReader, at: number): number {
  const { text } = reader;
  if (at === 0 && reader.tokens.count === 0 && !/^<\?(?:php|=|\s)/.test(text.slice(0, 6))) return markup(reader, 0);
  switch (text[at]) {
    case '?':
      return text.startsWith('?>', at) ? markup(reader, at + 2) : -1;
    case '<':
      if (/^<\?(?:php\b|=)?/.test(text.slice(at, at + 6)))
        return at + (/^<\?(?:php\b|=)?/.exec(text.slice(at, at + 6))?.[0].length ?? 2);
      return text.startsWith('<<<', at) ? heredoc(reader, at) : -1;
    case '#':
      return text[at + 1] === '[' ? -1 : comment(reader, at);
    default:
      return text.startsWith('//', at) ? comment(reader, at) : -1;
  }
}

/** A comment ends with its line, or before the end of the code. */
function comment(reader: TokenReader, at: number): number {
  const line = reader.lineEnd(at);
  const close = reader.text.indexOf('?>', at);
  reader.comment(close >= 0 && close < line ? close : line);
  return reader.at;
}

/** Skips the text around the code, which ends the statement before it. */
function markup(reader: TokenReader, from: number): number {
  const { text, tokens } = reader;
  if (tokens.count > 0) tokens.push(TokenKind.mark, reader.at, reader.at, ';', reader.flags);
  const open = text.indexOf('<?', from);
  if (open < 0) return text.length;
  return open + (/^<\?(?:php\b|=)?/.exec(text.slice(open, open + 6))?.[0].length ?? 2);
}

/** `<<<NAME`, `<<<"NAME"`, `<<<'NAME'` up to the line that begins with the name. */
function heredoc(reader: TokenReader, at: number): number {
  const { text } = reader;
  const head = /^<<<[ \t]*(["']?)([A-Za-z_]\w*)\1[ \t]*\r?\n/.exec(text.slice(at, at + 120));
  const name = head?.[2];
  if (head === null || name === undefined) return -1;
  const from = at + head[0].length;
  const close = new RegExp(`(?:^|\\n)([ \\t]*)${name}\\b`, 'g');
  close.lastIndex = from - 1;
  const found = close.exec(text);
  // Without its name at a line's beginning it is still being typed.
  const open = found === null ? Math.max(from, textEnd(text, at, new Set())) : 0;
  const to = found === null ? open : Math.max(from, found.index + 1);
  const after = found === null ? open : close.lastIndex;
  readContent(reader, head[1] === "'" ? NOWDOC : HEREDOC, at, { from, to: Math.max(from, to), after });
  return after;
}
