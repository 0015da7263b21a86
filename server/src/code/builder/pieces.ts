import { columnOf } from '../scanner/column.ts';
import { TokenKind, type Tokens } from '../scanner/tokens.ts';

/** How a language lays out functions, and the classes that hold them. */
export interface PieceRules {
  /** Words that announce a function; undefined where none does (`void name()`). */
  readonly functionWords?: ReadonlySet<string>;
  /** Words that announce a class. */
  readonly classWords: ReadonlySet<string>;
  /** Words that may stand before either. */
  readonly modifiers: ReadonlySet<string>;
  /** Names of functions that make an instance. */
  readonly constructors: ReadonlySet<string>;
  /** Words at the start of a line which say something of all functions that follow in their class. */
  readonly governing?: ReadonlySet<string>;
  /** The parameters of a class are known in its functions. */
  readonly sharesParameters?: true;
  /** What a body ends with; undefined where its indentation says so. */
  readonly closer: '}' | 'end' | undefined;
  /** What makes a text code. */
  readonly opening?: string;
}

/** A class around a function, as it is written. */
export interface PieceHead {
  readonly word: string;
  readonly name: string;
}

/** A function that can be read apart from its file. */
export interface Piece {
  /** From the start of its first line to its closing mark, or to the end of its last line. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** The classes around it, the outermost first. */
  readonly heads: readonly PieceHead[];
}

/** What begins at a line and holds the lines behind it that are indented more. */
interface Level {
  readonly column: number;
  /** Undefined for what is no class; a namespace is nothing to its functions. */
  heads: readonly PieceHead[] | undefined;
  /** The first line of annotations in it that wait for what they annotate. */
  annotated: number;
}

interface Open {
  readonly first: number;
  readonly column: number;
  readonly name: string;
  readonly heads: readonly PieceHead[];
  isDeep: boolean;
}

/**
 * The functions of a text, at its top level and in its classes, that begin and end where the indentation says that they do: a
 * line, further lines that are indented more, and the closing mark under the first. Others are left where they are. What is
 * inside of them is not looked at, so that nothing that is half-typed there changes anything.
 */
export function piecesOf(tokens: Tokens, rules: PieceRules, around: readonly PieceHead[] = []): readonly Piece[] {
  return new Cutter(tokens, rules, around).run();
}

class Cutter {
  readonly #tokens: Tokens;
  readonly #rules: PieceRules;
  readonly #pieces: Piece[] = [];
  readonly #levels: Level[];
  #open: Open | undefined;

  constructor(tokens: Tokens, rules: PieceRules, around: readonly PieceHead[]) {
    this.#tokens = tokens;
    this.#rules = rules;
    this.#levels = [{ column: -1, heads: around, annotated: -1 }];
  }

  run(): readonly Piece[] {
    const { count } = this.#tokens;
    for (let i = 0; i < count; i++) if (this.#tokens.startsLine(i)) this.#line(i);
    return this.#pieces;
  }

  #line(i: number): void {
    const tokens = this.#tokens;
    const kind = tokens.kind(i);
    const column = kind === TokenKind.end ? -1 : columnOf(tokens, i);
    if (this.#open) {
      if (column > this.#open.column) {
        this.#open.isDeep = true;
        return;
      }
      if (this.#continues(i, column)) return;
      if (this.#close(this.#open, i, column)) return;
    }
    const word = tokens.words[i] ?? '';
    for (let top = this.#levels.at(-1); top && top.column >= column && column >= 0; top = this.#levels.at(-1)) {
      // `) : Parent() {` and a brace on a line of its own still belong to the head.
      if (top.column === column && (word === ')' || word === '{')) return;
      this.#levels.pop();
    }
    if (kind === TokenKind.end) return;
    const level = this.#levels.at(-1);
    if (level) this.#begin(i, column, level);
  }

  /** Brackets of the head that stand under it. */
  #continues(i: number, column: number): boolean {
    const word = this.#tokens.words[i] ?? '';
    return column === this.#open?.column && (word === ')' || word === ']' || (word === '{' && !this.#open.isDeep));
  }

  /** Ends the function that is open at a line; answers whether the line belongs to it. */
  #close(open: Open, i: number, column: number): boolean {
    const tokens = this.#tokens;
    const { closer } = this.#rules;
    this.#open = undefined;
    const isClosed = closer === undefined || (column === open.column && tokens.words[i] === closer);
    const last = closer === undefined ? i - 1 : i;
    const stop = tokens.stop(last);
    const isAlone = closer === undefined || tokens.startsLine(i + 1) || tokens.kind(i + 1) === TokenKind.end;
    if (!open.isDeep || !isClosed || !isAlone || last <= open.first) return false;
    const first = tokens.start(open.first);
    const start = tokens.text.lastIndexOf('\n', first - 1) + 1;
    const newline = closer === undefined ? tokens.text.indexOf('\n', stop) : stop;
    const end = newline < 0 ? tokens.text.length : newline;
    this.#pieces.push({ start, end, name: open.name, heads: open.heads });
    return closer !== undefined;
  }

  #begin(i: number, column: number, level: Level): void {
    const tokens = this.#tokens;
    const word = tokens.words[i] ?? '';
    if (isAnnotation(word)) {
      const isDeclared = this.#declares(i, column, level, level.annotated < 0 ? i : level.annotated);
      if (!isDeclared && level.annotated < 0) level.annotated = i;
      return;
    }
    if (word === ')' || word === ']') return;
    if (this.#rules.governing?.has(word)) level.heads = undefined;
    this.#declares(i, column, level, level.annotated < 0 ? i : level.annotated);
    level.annotated = -1;
  }

  /** Whether a line begins a function or a class. Whatever begins at it, deeper lines belong to that. */
  #declares(i: number, column: number, level: Level, first: number): boolean {
    const rules = this.#rules;
    const tokens = this.#tokens;
    const at = this.#behindModifiers(i);
    if (at > i && tokens.startsLine(at)) return false;
    const word = tokens.words[at] ?? '';
    const name = tokens.words[at + 1] ?? '';
    const fn = rules.functionWords
      ? rules.functionWords.has(word)
        ? this.#nameBehind(at)
        : undefined
      : this.#typed(at);
    if (fn !== undefined && level.heads && this.#stands(first) && !this.#constructs(fn, level.heads)) {
      this.#open = { first, column, name: fn, heads: level.heads, isDeep: false };
      return true;
    }
    const isClass = fn === undefined && rules.classWords.has(word) && tokens.kind(at + 1) === TokenKind.word;
    const isPlain = isClass && !/^(?:\.|::|<<)$/.test(tokens.words[at + 2] ?? '') && !this.#sharesMore(at);
    const inner = isPlain && level.heads ? [...level.heads, { word, name }] : undefined;
    const heads = word === 'namespace' && fn === undefined ? level.heads : inner;
    if (fn === undefined && !isClass && isAnnotation(word)) return false;
    this.#levels.push({ column, heads, annotated: -1 });
    return true;
  }

  /** Whether what is written at the class's name is known in its functions as well. */
  #sharesMore(at: number): boolean {
    if (!this.#rules.sharesParameters) return false;
    const tokens = this.#tokens;
    for (let next = at + 1; next < tokens.count && !tokens.startsLine(next); next++) {
      if (tokens.words[next] === '(') return true;
      if (tokens.words[next] === ':' || tokens.words[next] === '{') return false;
    }
    return tokens.words[at + 2] === '(';
  }

  #constructs(name: string, heads: readonly PieceHead[]): boolean {
    return this.#rules.constructors.has(name) || heads.at(-1)?.name === name;
  }

  /** Behind modifiers and annotations on the line. */
  #behindModifiers(i: number): number {
    const tokens = this.#tokens;
    let at = i;
    for (;;) {
      if (tokens.words[at] === '@' && tokens.kind(at + 1) === TokenKind.word) {
        at += 2;
        while (tokens.words[at] === '.' || tokens.words[at] === ':') at += 2;
        if (tokens.words[at] === '(' && !tokens.isSpaced(at)) at = this.#behindGroup(at);
      } else if (tokens.kind(at) === TokenKind.word && this.#rules.modifiers.has(tokens.words[at] ?? '')) at++;
      else return at;
      if (tokens.startsLine(at)) return at;
    }
  }

  #behindGroup(open: number): number {
    const tokens = this.#tokens;
    let depth = 0;
    for (let at = open; at < tokens.count; at++) {
      if (tokens.kind(at) === TokenKind.open) depth++;
      else if (tokens.kind(at) === TokenKind.close && --depth === 0) return at + 1;
      if (at > open && tokens.startsLine(at)) return at;
    }
    return open;
  }

  /** The name of the function that a word announces: the last one before its parameters. */
  #nameBehind(at: number): string | undefined {
    const tokens = this.#tokens;
    let name: string | undefined;
    // The receiver of a method in Go.
    let next = tokens.words[at + 1] === '(' ? this.#behindGroup(at + 1) : at + 1;
    for (; next < tokens.count && !tokens.startsLine(next) && tokens.kind(next) !== TokenKind.open; next++)
      if (tokens.kind(next) === TokenKind.word) name = tokens.words[next];
    return name;
  }

  /** The name of a function that is announced by its type alone: `List<String> name(`. */
  #typed(at: number): string | undefined {
    const tokens = this.#tokens;
    let next = at;
    for (; next < tokens.count && !(next > at && tokens.startsLine(next)); next++) {
      const word = tokens.words[next] ?? '';
      const kind = tokens.kind(next);
      if (word === '(') break;
      if (kind === TokenKind.word ? notTypes.has(word) : !/^(?:[<>.,?&[\]]|>>)$/.test(word)) return undefined;
    }
    if (next < at + 2 || tokens.words[next] !== '(' || tokens.startsLine(next)) return undefined;
    const name = tokens.words[next - 1] ?? '';
    const before = tokens.words[next - 2] ?? '';
    const isName = tokens.kind(next - 1) === TokenKind.word && !/^[.,<[]$/.test(before);
    return isName ? name : undefined;
  }

  /** Whether nothing before it can belong to it, nor it to what is before it. */
  #stands(first: number): boolean {
    const { closer, functionWords, modifiers } = this.#rules;
    const before = this.#tokens.words[first - 1] ?? '';
    if (first === 0 || before === ';' || before === '}' || before === '{') return true;
    if (!functionWords) return false;
    if (this.#tokens.kind(first - 1) === TokenKind.mark) return before === ':' && closer === undefined;
    return before !== '(' && before !== '[' && !modifiers.has(before);
  }
}

/** Words that are no part of a type in a declaration. */
const notTypes: ReadonlySet<string> = new Set(
  'new return throw if for while switch catch else do try using lock class interface enum record struct await yield assert case default delegate operator extends implements factory const get set external typedef import package namespace mixin extension event where is as in var'.split(
    ' ',
  ),
);

function isAnnotation(word: string): boolean {
  return word === '@' || word === '[' || word === '#[';
}
