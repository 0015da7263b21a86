import type { Scalar } from '../base/vocabulary.ts';
import type { Uri } from '../base/text.ts';
import type { CodeFile } from './facts.ts';
import type { LanguageId } from './language-id.ts';

/** A programming language: how its text becomes facts, and how values are written in it. */
export interface Language {
  readonly id: LanguageId;
  readonly title: string;
  /** File name endings with the dot. */
  readonly extensions: readonly string[];
  readonly lineComment: string;
  /** Reads a text; `previous` is the file's last facts, of which unchanged units may be shared. Never throws. */
  read(uri: Uri, text: string, previous?: CodeFile): CodeFile;
  readonly write: CodeWriter;
}

/** Writes the small pieces of code that completions and fixes insert. Every answer parses in its place. */
export interface CodeWriter {
  /** A value as a literal. `quote` is the delimiter to use for a string, as of `Literal.quote`. */
  literal(value: Scalar, quote?: string): string;
  /** The text of a member of a payload, without separator: `total: 1`, `'total': 1`, `"total" to 1`, `total: 1` in Ruby. */
  entry(key: string, value: string): string;
  /** A payload of entries that are already written, on one line or, with an indentation, on several. */
  payload(entries: readonly string[], indent?: string): string;
  /** A placeholder of a type, to be filled in: `''`, `0`, `false`, `[]`, `{}`. */
  placeholder(type: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'null'): string;
  /** Converts an expression to a type, as `Number(x)`; undefined where the language has no safe conversion. */
  convert?(expression: string, to: 'string' | 'number' | 'integer' | 'boolean'): string | undefined;
}
