import type { Tokens } from './tokens.ts';

/** How a language spells its tokens. Everything that the scanner knows of a language stands here. */
export interface Lexicon {
  readonly lineComments: readonly string[];
  readonly blockComment?: { readonly open: string; readonly close: string; readonly nested?: true };
  /** Tried in this order, so a longer opening delimiter stands before its prefix. */
  readonly strings: readonly StringStyle[];
  /** Characters that may begin a word besides letters and `_`. */
  readonly wordStart?: string;
  /** Characters that may stand in a word besides letters, digits and `_`. */
  readonly wordPart?: string;
  /** Characters that may end a word, where no `=` follows (`empty?`, `save!`). */
  readonly wordEnd?: string;
  /** Delimiter of quoted words (`` `in` `` in Kotlin and Swift). */
  readonly quotedWord?: string;
  /** Operators and separators of more than one character. */
  readonly marks: readonly string[];
  /** Brackets besides `(`, `[` and `{`, by opening text (`@{` in Objective-C). */
  readonly brackets?: Readonly<Record<string, string>>;
  /** What ends the code between tags, in a string that was left open as well (`?>`). */
  readonly codeEnd?: string;
  /** Strings that follow each other are one. */
  readonly joinsStrings?: true;
  /** A call may be written without brackets (`puts value`). */
  readonly commands?: true;
  /** A backslash at the end of a line joins it with the next. */
  readonly joinsLines?: true;
  /** Lines that begin with `#` and one of these words are skipped like comments (`#if` in C#). */
  readonly directives?: ReadonlySet<string>;
  /**
   * Reads what no table says (heredocs, regular expressions, markup around code). It is asked at these characters and at
   * the start of the text; it answers the offset behind what it read, or -1 where it read nothing.
   */
  readonly custom?: { readonly at: string; readonly read: (reader: TokenReader, at: number) => number };
}

export interface StringStyle {
  readonly open: string;
  readonly close: string;
  /** Whether a line end may stand in it. Others end at the line's end, closed or not. */
  readonly multiline?: true;
  /**
   * Strings of several lines are rare: where what would close the string looks like the opening of another one, it is
   * still being typed and ends with its line.
   */
  readonly endsAtLine?: true;
  /** How the closing delimiter is written inside: after a backslash, doubled, or not at all. */
  readonly escape: 'backslash' | 'doubled' | 'none';
  /**
   * `single`: a backslash escapes quotes and itself only. `indented`: the indentation of all lines does
   * not count. `raw`: a backslash keeps the delimiter from closing, and stays.
   */
  readonly decode?: 'single' | 'indented' | 'raw';
  readonly interpolation?: Interpolation;
  /** A single character of a type of its own. */
  readonly character?: true;
  /** Found by the language's own reader, not by its opening delimiter (heredocs). */
  readonly byHand?: true;
  /** A letter or two before the opening quote in any case and order, as in Python's `rb"…"`. */
  readonly prefix?: true;
}

export interface Interpolation {
  /** Opens an expression, such as `${`, `\(`, `#{`, `{`. */
  readonly open: string;
  readonly close: '}' | ')';
  /** The opening text, doubled, stands for itself (`{{` in C# and Python). */
  readonly doubled?: true;
  /** This sign followed by a name is an expression as well (`$name`). */
  readonly sign?: string;
  /** The last characters of `open` belong to the expression (the `$` of PHP's `{$`). */
  readonly keeps?: number;
  /** After `$name`, one index or member belongs to the expression, as in PHP (`"$a[0] $b->c"`). */
  readonly path?: true;
}

/** The state of one scan, as strings and the constructs of single languages read and change it. */
export interface TokenReader {
  readonly text: string;
  readonly tokens: Tokens;
  readonly styles: readonly StringStyle[];
  readonly joinsLines: boolean;
  at: number;
  /** Flags for the next token. */
  flags: number;
  /** How many interpolations are open. */
  depth: number;
  /** Where the line goes on after the bodies of its heredocs; 0 where there are none. */
  resume: number;
  /** A line's end ends what is being read: set inside the interpolations of a string of one line. */
  stopsAtLine: boolean;
  /** In which way the outermost string is being read (see `readString`), and whether that has proved wrong. */
  mode: number;
  failed: boolean;
  /** Nothing is read beyond this offset; less than the text's length only while a string is tried. */
  limit: number;
  /** Where strings and comments that were left open end, by the offsets at which they begin. */
  readonly ends: ReadonlyMap<number, number> | undefined;
  /**
   * Reads tokens up to an unpaired `closer` (which is not read), the limit, or, where `stopsAtLine` is set, the line's
   * end. Answers whether it stands at the closer. Without a closer (`''`) it reads to the limit.
   */
  code(closer: string): boolean;
  /** Adds a token from `at` to `end` and moves there. */
  token(kind: number, end: number): number;
  /** Keeps the place of a comment from `at` to `end` and moves there. */
  comment(end: number): void;
  /** The end of the line of an offset, without the line break. */
  lineEnd(from: number): number;
}
