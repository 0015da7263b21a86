import type { Expr, Literal, Opaque, Span, TypeExpr } from '../facts.ts';
import { TokenKind, type Tokens } from '../scanner/tokens.ts';
import type { Grammar, Outcome } from './grammar.ts';
import { UnitBuilder } from './unit-builder.ts';

export const nothing: Outcome = {};
export const ending: Outcome = { ends: true };

/** The parts of the parser that need each other, handed in so that their files do not import each other in circles. */
export interface Syntax {
  expression(parser: Parser, least: number): Expr;
  statement(parser: Parser): Outcome;
  type(parser: Parser): TypeExpr | undefined;
}

/** Expressions nested deeper than this are skipped, so that no text can exhaust the stack. */
const DEEPEST = 120;

/** A place in a list of tokens, with the rules to go on. Never throws; every reader either moves on or says so. */
export class Parser {
  readonly tokens: Tokens;
  readonly grammar: Grammar<Parser>;
  readonly unit: UnitBuilder;
  readonly syntax: Syntax;
  /** The next token. */
  at = 0;
  /** The token behind the last one of the group that is being read. */
  end: number;
  /** Whether a line's end may end the expression that is being read. */
  breaksAtLine: boolean;
  /** Whether `{` begins a block rather than a part of the expression: in the head of an `if` without parentheses. */
  stopsAtBrace = false;
  /** Whether `..` ends the expression: inside a cascade, to whose object the next section belongs. */
  stopsAtCascade = false;
  /** Position in its block of the constant that is being declared (Go's `iota`), or -1. */
  ordinal = -1;
  /** Where the values begin that further constants of the block have as well, and their type. */
  repeated: { readonly at: number; readonly type: TypeExpr | undefined } | undefined;
  /** Whether the last statement-like expression (`if`, `when`) never lets control get behind it. */
  ends = false;
  /** Whether the last expression is an assignment, which in most languages has no value. */
  isAssignment = false;
  /** The function that a plain `return` leaves; lambdas of some languages are not one. */
  returnsFrom = -1;
  /** The callee behind which type arguments were read last, with the only one of them. */
  typed: { readonly callee: Expr; readonly type: TypeExpr | undefined } | undefined;
  /** Functions with a `return` that has no value. */
  readonly emptyReturns = new Set<number>();
  depth = 0;
  /** The first token of the statement that is being read. */
  #statement = 0;
  /** Namespace that the file declares. */
  namespace: string | undefined;

  constructor(tokens: Tokens, grammar: Grammar<Parser>, syntax: Syntax) {
    this.tokens = tokens;
    this.grammar = grammar;
    this.syntax = syntax;
    this.unit = new UnitBuilder(grammar.names);
    this.end = Math.max(0, tokens.count - 1);
    this.breaksAtLine = grammar.breaksAtLine;
  }

  // -------------------------------------------------------------------------------------------------- looking

  /** The word, mark or bracket at an offset from here; empty for literals and behind the end of the group. */
  word(ahead = 0): string {
    const index = this.at + ahead;
    return index < this.end ? (this.tokens.words[index] ?? '') : '';
  }

  kind(ahead = 0): number {
    const index = this.at + ahead;
    return index < this.end ? this.tokens.kind(index) : TokenKind.end;
  }

  isDone(): boolean {
    return this.at >= this.end;
  }

  isWord(ahead = 0): boolean {
    return this.kind(ahead) === TokenKind.word;
  }

  /** Whether the next token is a word in the quotes that make a name of any word (`` `is` ``). */
  isQuoted(): boolean {
    const { quotedWord } = this.grammar.lexicon;
    return quotedWord !== undefined && this.isWord() && this.tokens.text[this.start - 1] === quotedWord;
  }

  /** Whether the next token is an opening bracket of this text. */
  opens(bracket: string, ahead = 0): boolean {
    return this.word(ahead) === bracket && this.kind(ahead) === TokenKind.open;
  }

  startsLine(ahead = 0): boolean {
    return this.tokens.startsLine(this.at + ahead);
  }

  isSpaced(ahead = 0): boolean {
    return this.tokens.isSpaced(this.at + ahead);
  }

  /** Whether the next token begins a line that is indented more than the line where the statement begins. */
  isIndentedMore(): boolean {
    return this.#column(this.at) > this.#indent(this.#statement);
  }

  #column(index: number): number {
    const start = this.tokens.start(index);
    return start - (this.tokens.text.lastIndexOf('\n', start - 1) + 1);
  }

  #indent(index: number): number {
    const line = this.tokens.text.lastIndexOf('\n', this.tokens.start(index) - 1) + 1;
    let end = line;
    while (this.tokens.text[end] === ' ' || this.tokens.text[end] === '\t') end++;
    return end - line;
  }

  /** Whether the statement cannot go on with the next token, as far as line ends and separators tell. */
  isAtEnd(): boolean {
    if (this.isDone()) return true;
    const word = this.tokens.words[this.at] ?? '';
    if (word === ';') return true;
    return this.breaksAtLine && this.startsLine() && !this.grammar.continues.has(word);
  }

  /** The start of the next token. */
  get start(): number {
    return this.tokens.start(this.at);
  }

  /** The end of the last token that was read. */
  get stop(): number {
    return this.at > 0 ? this.tokens.stop(this.at - 1) : 0;
  }

  /** From the offset to the end of what has been read. */
  span(at: number): Span {
    return { at, end: Math.max(at, this.stop) };
  }

  /** The group's closing bracket, for an opening one here or ahead. */
  closing(ahead = 0): number {
    const link = this.tokens.link(this.at + ahead);
    return link < 0 ? this.end : Math.min(link, this.end);
  }

  // -------------------------------------------------------------------------------------------------- moving

  take(word: string): boolean {
    if (this.word() !== word) return false;
    this.at++;
    return true;
  }

  /** Moves behind the next token, and behind the whole group where it opens one. */
  skip(): void {
    if (this.kind() === TokenKind.open) this.at = this.closing() + 1;
    else this.at++;
  }

  /** Reads the inside of the group that opens here, and moves behind it. */
  group<T>(breaksAtLine: boolean, read: () => T): T {
    const close = this.closing();
    const { end, breaksAtLine: outerBreaks, stopsAtBrace, stopsAtCascade } = this;
    this.at++;
    this.end = close;
    this.breaksAtLine = breaksAtLine && this.grammar.breaksAtLine;
    this.stopsAtBrace = false;
    this.stopsAtCascade = false;
    const answer = read();
    this.at = close + 1;
    this.end = end;
    this.breaksAtLine = outerBreaks;
    this.stopsAtBrace = stopsAtBrace;
    this.stopsAtCascade = stopsAtCascade;
    return answer;
  }

  // -------------------------------------------------------------------------------------------------- reading

  /** An expression of operators that bind at least as tightly as `least`. Nothing is read where none begins here. */
  expression(least = 0): Expr {
    if (this.depth > DEEPEST) {
      const at = this.start;
      if (!this.isDone()) this.skip();
      return this.opaque(at);
    }
    this.depth++;
    const answer = this.syntax.expression(this, least);
    this.depth--;
    return answer;
  }

  statement(): Outcome {
    if (this.depth > DEEPEST) {
      this.at = this.end;
      return nothing;
    }
    const outer = this.#statement;
    this.#statement = this.at;
    this.depth++;
    const answer = this.syntax.statement(this);
    this.depth--;
    this.#statement = outer;
    return answer;
  }

  /** Whether the expression that was read last assigns; forgets it. */
  takeAssignment(): boolean {
    const { isAssignment } = this;
    this.isAssignment = false;
    return isAssignment;
  }

  /** Whether the expression that was read last never lets control get behind it; forgets it. */
  takeEnds(): boolean {
    const { ends } = this;
    this.ends = false;
    return ends;
  }

  /**
   * All statements up to the end of the group, or up to one that begins with a word of `stops`. The answer is the last
   * one's, or says that one of them ends the flow.
   */
  statements(stops?: ReadonlySet<string>): Outcome {
    let last = nothing;
    const seen = { ends: false, count: 0 };
    const read = (): void => {
      while (!this.isDone() && stops?.has(this.word()) !== true) {
        const from = this.at;
        if (this.take(';') || this.take(',')) continue;
        last = this.statement();
        seen.count++;
        seen.ends ||= last.ends === true;
        if (this.at === from) this.unknown();
      }
    };
    this.unit.guards.list(read, () => this.stop);
    if (seen.count === 1 && last.value !== undefined && !seen.ends) return { value: last.value, only: true };
    return seen.ends && !last.ends ? { ...last, ends: true } : last;
  }

  /** Goes on behind what is not understood; calls inside brackets are still found. */
  unknown(): void {
    if (this.kind() === TokenKind.open) this.group(true, () => this.statements());
    else this.at++;
  }

  /** Reads on to a separator or the group's end, so that nothing behind an odd expression is lost. */
  rest(...stops: readonly string[]): void {
    while (!this.isDone() && !stops.includes(this.word())) {
      const from = this.at;
      this.expression();
      if (this.at === from) this.unknown();
    }
  }

  type(): TypeExpr | undefined {
    if (this.depth > DEEPEST) return undefined;
    this.depth++;
    const answer = this.syntax.type(this);
    this.depth--;
    return answer;
  }

  // -------------------------------------------------------------------------------------------------- making

  opaque(at: number, type?: TypeExpr): Opaque {
    return { k: 'opaque', ...this.span(at), ...(type && { type }) };
  }

  literal(value: Literal['value'], at: number, end: number): Literal {
    return { k: 'literal', value, at, end };
  }

  /** A name at the next token, which is read. */
  name(): Expr {
    const { start } = this;
    const name = this.word();
    this.at++;
    return this.unit.name(name, start, this.stop);
  }
}
