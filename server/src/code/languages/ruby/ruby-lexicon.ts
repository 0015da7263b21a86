import { readContent } from '../../scanner/string-scan.ts';
import type { Lexicon, StringStyle, TokenReader } from '../../scanner/lexicon.ts';
import { textEnd } from '../../scanner/text-end.ts';
import { TokenKind } from '../../scanner/tokens.ts';

const interpolation = { open: '#{', close: '}' } as const;
const lines = { multiline: true, endsAtLine: true } as const;

const strings: readonly StringStyle[] = [
  // Three strings to Ruby, of which the first and the last are empty.
  { open: '"""', close: '"""', escape: 'backslash', interpolation, multiline: true },
  { open: '"', close: '"', escape: 'backslash', interpolation, ...lines },
  { open: "'", close: "'", escape: 'backslash', decode: 'single', ...lines },
  { open: '`', close: '`', escape: 'backslash', interpolation, ...lines },
  // What follows is read by hand, since the delimiters vary.
  { open: ':', close: '', escape: 'none', byHand: true },
  { open: '%', close: '', escape: 'backslash', multiline: true, interpolation, byHand: true },
  { open: '%q', close: '', escape: 'backslash', multiline: true, decode: 'single', byHand: true },
  { open: '<<~', close: '\n', escape: 'backslash', multiline: true, decode: 'indented', interpolation, byHand: true },
  { open: "<<~'", close: '\n', escape: 'none', multiline: true, decode: 'indented', byHand: true },
  { open: '<<', close: '\n', escape: 'backslash', multiline: true, interpolation, byHand: true },
  { open: ':"', close: '"', escape: 'backslash', interpolation, byHand: true },
  { open: ":'", close: "'", escape: 'backslash', decode: 'single', byHand: true },
  { open: '/', close: '/', escape: 'none', interpolation, byHand: true },
];

const SYMBOL = 4;
const PERCENT = 5;
const PERCENT_RAW = 6;
const HEREDOC = { '~': 7, raw: 8, plain: 9 } as const;
const QUOTED_SYMBOL = { '"': 10, "'": 11 } as const;
/** A regular expression with code in it. */
const PATTERN = 12;

export const rubyLexicon: Lexicon = {
  lineComments: ['#'],
  strings,
  wordStart: '@$',
  wordEnd: '?!',
  marks: '=> -> :: ** <=> === == =~ != !~ <= >= && || &&= ||= += -= *= /= %= **= |= &= << >> .. ... &.'.split(' '),
  commands: true,
  joinsLines: true,
  joinsStrings: true,
  custom: { at: ':%</=?', read },
};

/** Ruby in the tags of a page. */
export const erbLexicon: Lexicon = {
  ...rubyLexicon,
  codeEnd: '%>',
  custom: { at: ':%</=?-', read: readPage },
};

function read(reader: TokenReader, at: number): number {
  const { text } = reader;
  // What stands behind this line is data.
  if (at === 0 && reader.tokens.count === 0) reader.limit = /^__END__\r?$/m.exec(text)?.index ?? text.length;
  switch (text[at]) {
    case ':':
      return symbol(reader, at);
    case '%':
      return percent(reader, at);
    case '<':
      return text[at + 1] === '<' ? heredoc(reader, at) : -1;
    case '/':
      return regex(reader, at);
    case '=':
      return text.startsWith('=begin', at) && isLineStart(text, at) ? documentation(reader, at) : -1;
    case '?':
      return character(reader, at);
    default:
      return -1;
  }
}

function readPage(reader: TokenReader, at: number): number {
  const { text } = reader;
  if (at === 0 && reader.tokens.count === 0) return markup(reader, 0);
  if (text.startsWith('%>', at)) return markup(reader, at + 2);
  if (text.startsWith('-%>', at)) return markup(reader, at + 3);
  return text[at] === '-' ? -1 : read(reader, at);
}

/** Skips the text around the code, which ends the statement before it. */
function markup(reader: TokenReader, from: number): number {
  const { text, tokens } = reader;
  if (tokens.count > 0) tokens.push(TokenKind.mark, reader.at, reader.at, ';', reader.flags);
  let open = text.indexOf('<%', from);
  while (open >= 0 && (text[open + 2] === '#' || text[open + 2] === '%')) {
    const close = text.indexOf('%>', open);
    if (close < 0) return text.length;
    tokens.comments.push(open, close + 2);
    open = text.indexOf('<%', close);
  }
  if (open < 0) return text.length;
  return open + (text[open + 2] === '=' || text[open + 2] === '-' ? 3 : 2);
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n';
}

function documentation(reader: TokenReader, at: number): number {
  const close = reader.text.indexOf('\n=end', at);
  reader.comment(close < 0 ? reader.text.length : reader.lineEnd(close + 1));
  return reader.at;
}

/** Whether an operand begins here rather than an operator: after an operator, a bracket or a command (`puts /x/`). */
function beginsOperand(reader: TokenReader, at: number): boolean {
  const { text, tokens } = reader;
  const last = tokens.count - 1;
  if (last < 0 || reader.flags & 1) return true;
  const kind = tokens.kind(last);
  if (kind === TokenKind.mark || kind === TokenKind.open) return true;
  if (kind !== TokenKind.word) return false;
  if (OPERAND_WORDS.has(tokens.words[last] ?? '')) return true;
  return /\s/.test(text[at - 1] ?? '') && !/[\s=]/.test(text[at + 1] ?? ' ');
}

const OPERAND_WORDS = new Set(
  'if unless while until and or not return when in then do else elsif case puts p raise yield rescue'.split(' '),
);

/** `:name`, `:"name"`, `:+`. A colon right behind a word belongs to a key. */
function symbol(reader: TokenReader, at: number): number {
  const { text, tokens, flags } = reader;
  if (/[\w"'?!)\]:]/.test(text[at - 1] ?? ' ') || text[at + 1] === ':') return -1;
  const quote = text[at + 1];
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, at + 2);
    if (close < 0 || close > reader.lineEnd(at)) return -1;
    readContent(reader, QUOTED_SYMBOL[quote], at, { from: at + 2, to: close, after: close + 1 });
    return close + 1;
  }
  // `:name=>value` is a pair, `:name=` the name of a method.
  const name = /^:(?:[@$]{0,2}[A-Za-z_]\w*(?:[?!](?!=[^>])|=(?![=~>]))?|\[\]=?|[+\-*/<>=!~%&|^]+)/.exec(
    text.slice(at, at + 80),
  );
  if (name === null) return -1;
  const end = at + name[0].length;
  tokens.pushString(TokenKind.string, at, end, at + 1, end, SYMBOL, flags);
  reader.flags = 0;
  reader.at = end;
  return end;
}

const NO_WORDS: ReadonlySet<string> = new Set();

/** Words that begin a line of code, where a list of words may be left open above. */
const STATEMENTS = new Set('def end class module begin case while private protected'.split(' '));

/** Words that begin a line of code below a pattern. */
const PATTERN_END = new Set([...STATEMENTS, 'return', 'raise', 'if', 'unless', 'until', 'yield', 'puts']);

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** `%w[a b]`, `%i[a b]`, `%q(…)`, `%Q(…)`, `%(…)`, `%r{…}`. */
function percent(reader: TokenReader, at: number): number {
  const { text } = reader;
  const head = /^%([wWiIqQrsx]?)([([{<|!/])/.exec(text.slice(at, at + 3));
  if (head === null || !beginsOperand(reader, at)) return -1;
  const [, letter = '', open = '('] = head;
  const from = at + head[0].length;
  const isList = /[wWiI]/.test(letter);
  const close = closing(text, from, open, CLOSERS[open] ?? open);
  const isPattern = letter === 'r';
  const mayBeOpen = isList || close === text.length || (isPattern && close > reader.lineEnd(at));
  const below = mayBeOpen ? textEnd(text, at, isPattern ? PATTERN_END : STATEMENTS) : close;
  // Code at the indentation of a list or a pattern shows that it is still being typed.
  const isOpen = below < close && text.slice(below, close).trim() !== '';
  const to = isOpen ? (isPattern ? reader.lineEnd(at) : below) : close;
  const after = isOpen ? to : Math.min(text.length, to + 1);
  if (isList) words(reader, at, from, to, after, /[iI]/.test(letter));
  else if (isPattern) {
    const flags = /^[a-z]*/.exec(text.slice(after, after + 8))?.[0].length ?? 0;
    if (text.slice(from, to).includes('#{')) readContent(reader, PATTERN, at, { from, to, after: after + flags });
    else reader.token(TokenKind.regex, after + flags);
  } else readContent(reader, letter === 'q' ? PERCENT_RAW : PERCENT, at, { from, to, after });
  return reader.at;
}

/** Where the bracket closes that is open at `from`, with brackets of its kind inside. */
function closing(text: string, from: number, open: string, close: string): number {
  let level = 0;
  for (let i = from; i < text.length; i++) {
    const character = text[i];
    if (character === '\\') i++;
    else if (character === close && level-- === 0) return i;
    else if (character === open && open !== close) level++;
  }
  return text.length;
}

/** A list of words as a bracket with strings or symbols in it. */
function words(reader: TokenReader, at: number, from: number, to: number, after: number, areSymbols: boolean): void {
  const { text, tokens } = reader;
  tokens.push(TokenKind.open, at, from, '[', reader.flags);
  reader.flags = 0;
  for (const word of text.slice(from, to).matchAll(/\S+/g)) {
    const start = from + word.index;
    const end = start + word[0].length;
    tokens.pushString(TokenKind.string, start, end, start, end, areSymbols ? SYMBOL : PERCENT_RAW, 0);
    tokens.push(TokenKind.mark, end, end, ',', 0);
  }
  tokens.push(TokenKind.close, Math.min(to, after), after, ']', 0);
  reader.at = after;
}

/** `<<~NAME`, `<<-NAME`, `<<NAME`: the content is on the lines that follow. */
function heredoc(reader: TokenReader, at: number): number {
  const { text } = reader;
  const head = /^<<([~-]?)(?:(["'`])([^"'`\n]+)\2|([A-Za-z_]\w*))/.exec(text.slice(at, at + 80));
  if (head === null) return -1;
  const [whole, kind = '', quote, quoted, plain = ''] = head;
  const name = quoted ?? plain;
  if (!beginsOperand(reader, at) || (kind === '' && !/^[A-Z]/.test(name))) return -1;
  const from = Math.max(reader.resume, text.indexOf('\n', at) + 1);
  if (from === 0) return -1;
  const end = new RegExp(`^${kind === '' ? '' : '[ \\t]*'}${escape(name)}[ \\t]*\\r?$`, 'gm');
  end.lastIndex = from;
  const found = end.exec(text);
  // The name is still being typed where no line holds it.
  const open = found === null ? Math.max(from, textEnd(text, at, NO_WORDS)) : 0;
  const to = found === null ? open : found.index;
  const next = found === null ? open : text.indexOf('\n', end.lastIndex) + 1;
  const style = quote === "'" ? HEREDOC.raw : kind === '~' ? HEREDOC['~'] : HEREDOC.plain;
  readContent(reader, style, at, { from, to: Math.max(from, to), after: at + whole.length });
  reader.resume = next === 0 ? text.length : next;
  return reader.at;
}

function escape(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** A pattern of more lines than this is rather one that is not closed. */
const mostLines = 20;

function regex(reader: TokenReader, at: number): number {
  const { text } = reader;
  if (!beginsOperand(reader, at)) return -1;
  // Behind an opening mark nothing can be divided: the pattern may go over several lines.
  const mayBreak = /[=(,[~:]\s*$/.test(text.slice(Math.max(0, at - 8), at));
  let lines = 0;
  let inSet = false;
  let hasCode = false;
  for (let i = at + 1; i < text.length; i++) {
    const character = text[i];
    if (character === '\n' && (!mayBreak || lines++ > mostLines)) return -1;
    if (character === '\\') i++;
    else if (character === '#' && text[i + 1] === '{') {
      hasCode = true;
      i = closing(text, i + 2, '{', '}');
    } else if (character === '[') inSet = true;
    else if (character === ']') inSet = false;
    else if (character === '/' && !inSet) {
      // What ends where another one may begin was left open.
      if (lines > 0 && /(?:\(|[,=] )$/.test(text.slice(i - 2, i))) return -1;
      const flags = /^[a-z]*/.exec(text.slice(i + 1, i + 9))?.[0].length ?? 0;
      if (hasCode) readContent(reader, PATTERN, at, { from: at + 1, to: i, after: i + 1 + flags });
      else reader.token(TokenKind.regex, i + 1 + flags);
      return reader.at;
    }
  }
  return -1;
}

/** `?a`. */
function character(reader: TokenReader, at: number): number {
  if (!/^\?[A-Za-z0-9](?!\w)/.test(reader.text.slice(at, at + 3)) || !beginsOperand(reader, at)) return -1;
  reader.tokens.pushString(TokenKind.string, at, at + 2, at + 1, at + 2, SYMBOL, reader.flags);
  reader.flags = 0;
  reader.at = at + 2;
  return at + 2;
}
