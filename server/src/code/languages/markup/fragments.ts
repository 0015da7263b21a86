import type { Dialect, Parsed } from '../javascript/parser.ts';
import { parse } from '../javascript/parser.ts';
import { repair } from '../javascript/repair.ts';

/**
 * Parses the expressions of a template. A template has many, and an edit changes one: those that were parsed for the last
 * version of the file are not parsed again.
 */
export class Fragments {
  readonly #dialect: Dialect;
  readonly #previous: ReadonlyMap<string, Parsed>;
  readonly #parsed = new Map<string, Parsed>();

  constructor(dialect: Dialect, previous?: Fragments) {
    this.#dialect = dialect;
    this.#previous = previous !== undefined && previous.#dialect === dialect ? previous.#parsed : new Map();
  }

  /**
   * A text with what is to stand around it for the parser, such as brackets; undefined where it is nested too deeply. What
   * stands around it is not part of the text, so that it closes nothing that the text leaves open.
   */
  parse(text: string, prefix: string, suffix: string): Parsed | undefined {
    const key = `${prefix}\0${suffix}\0${text}`;
    const known = this.#parsed.get(key) ?? this.#previous.get(key) ?? this.#read(text, prefix, suffix);
    if (known !== undefined) this.#parsed.set(key, known);
    return known;
  }

  #read(text: string, prefix: string, suffix: string): Parsed | undefined {
    const around = [
      { at: 0, text: prefix },
      { at: text.length, text: suffix },
    ];
    const insertions = around.filter(insertion => insertion.text !== '');
    const parsed = parse(prefix + text + suffix, this.#dialect, insertions);
    return parsed === undefined || parsed.errors.length === 0
      ? parsed
      : (repair(text, this.#dialect, parsed) ?? parsed);
  }
}
