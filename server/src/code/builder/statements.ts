import type { Choice, Expr } from '../facts.ts';
import type { Outcome } from './grammar.ts';
import { caseTest, GuardedBranches, joined } from './guarded.ts';
import { TokenKind } from '../scanner/tokens.ts';
import { ending, nothing, type Parser } from './parser.ts';

/** One statement: a declaration, a word's own kind, a block or an expression. */
export function statement(p: Parser): Outcome {
  const { grammar } = p;
  const word = p.word();
  if (word !== '' && !p.isQuoted()) {
    const special = grammar.statements.get(word)?.(p);
    if (special !== undefined) return special;
  }
  const declared = grammar.declaration?.(p);
  if (declared !== undefined) return declared;
  if (grammar.braceBlocks && p.opens('{')) return block(p);
  return expressionStatement(p);
}

export function expressionStatement(p: Parser): Outcome {
  p.ends = false;
  const from = p.at;
  const value = p.expression();
  const ends = p.takeEnds();
  const hasNoValue = p.takeAssignment() && p.grammar.assignmentsAreValues !== true;
  if (p.at === from || hasNoValue) return nothing;
  return ends ? { value, ends: true } : { value };
}

/** `{ statements }` with names of its own. */
export function block(p: Parser): Outcome {
  const outer = p.unit.enter('block');
  const outcome = p.group(true, () => p.statements());
  p.unit.leave(outer);
  return outcome;
}

/** What is done on one path only: a block, or a single statement. */
export function branch(p: Parser): Outcome {
  p.unit.flow++;
  const outcome = branchBody(p);
  p.unit.flow--;
  return outcome;
}

/** The same where the caller has told under which condition it is done. */
export function branchBody(p: Parser): Outcome {
  if (p.opens('{')) return block(p);
  return p.isDone() || p.word() === ';' ? nothing : p.statement();
}

/** The head of an `if` or a loop: in parentheses, or up to the block. Declarations in it are known behind it. */
export function head(p: Parser): Expr {
  const at = p.start;
  return joined('&&', headParts(p)) ?? { k: 'opaque', at, end: at };
}

/** The same where its first part is what is looped over or compared. */
export function headValue(p: Parser): Expr {
  const at = p.start;
  return headParts(p)[0] ?? { k: 'opaque', at, end: at };
}

function beginsStatement(p: Parser): boolean {
  if (!p.startsLine() || !p.grammar.nesting.statementWords.has(p.word())) return false;
  return !/^[,;]$/.test(p.tokens.words[p.at - 1] ?? '');
}

function headParts(p: Parser): readonly Expr[] {
  if (p.opens('(') && p.grammar.headsInParentheses) return [p.group(false, () => clauses(p))];
  const outer = { stops: p.stopsAtBrace, breaks: p.breaksAtLine };
  p.stopsAtBrace = true;
  p.breaksAtLine = false;
  let tests: Expr[] = [];
  while (!p.isDone() && !p.opens('{') && !isAtBody(p)) {
    const here = p.at;
    if (p.take(',')) continue;
    // A line that begins another statement shows that the body was lost.
    if (tests.length > 0 && beginsStatement(p)) break;
    if (p.take(';')) {
      // What stands before the last semicolon only prepares the test.
      tests = [];
      continue;
    }
    const { start } = p;
    tests.push(p.statement().value ?? p.opaque(start));
    if (p.at === here) p.unknown();
  }
  p.stopsAtBrace = outer.stops;
  p.breaksAtLine = outer.breaks;
  return tests;
}

function isAtBody(p: Parser): boolean {
  return p.grammar.bodyWords?.has(p.word()) === true;
}

function clauses(p: Parser): Expr {
  const from = p.start;
  const first = p.statement().value ?? p.opaque(from);
  p.statements();
  return first;
}

/** `if head branch else branch`, as a statement or as a value. Stands at the `if`. */
export function conditional(p: Parser): Expr {
  const at = p.start;
  const options: Expr[] = [];
  const outer = p.unit.enter('block');
  let ends = true;
  p.at++;
  const test = head(p);
  const branches = new GuardedBranches(p);
  let condition = test;
  for (;;) {
    ends =
      add(
        options,
        branches.read(condition, () => branchBody(p)),
      ) && ends;
    if (!takeElse(p)) {
      ends = false;
      break;
    }
    if (p.take('if')) {
      condition = head(p);
      continue;
    }
    ends =
      add(
        options,
        branches.read(undefined, () => branchBody(p)),
      ) && ends;
    break;
  }
  branches.finish();
  p.unit.leave(outer);
  p.ends = ends;
  return { k: 'choice', op: '?:', test, options, ...p.span(at) };
}

/** Adds a branch's value, and answers whether the branch never lets control get behind it. */
function add(options: Expr[], outcome: Outcome): boolean {
  if (outcome.value !== undefined && !outcome.ends) options.push(outcome.value);
  return outcome.ends === true;
}

function takeElse(p: Parser): boolean {
  const ahead = p.word() === ';' ? 1 : 0;
  if (p.word(ahead) !== 'else') return false;
  p.at += ahead + 1;
  return true;
}

/** `while head branch`, and `for` where the head declares by itself. Stands at the word. */
export function loop(p: Parser): Outcome {
  p.at++;
  const outer = p.unit.enter('block');
  head(p);
  branch(p);
  p.unit.leave(outer);
  return nothing;
}

/** `do branch while head`. */
export function doLoop(p: Parser): Outcome {
  p.at++;
  branch(p);
  p.take(';');
  if (p.word() === 'while' || p.word() === 'until') {
    p.at++;
    head(p);
  }
  return nothing;
}

/** `try { } catch (e: E) { } finally { }`, whose values are those of its blocks. Stands at the `try`. */
export function attempt(p: Parser): Expr {
  const at = p.start;
  p.at++;
  const options: Expr[] = [];
  if (p.opens('(')) p.group(false, () => p.statements());
  let ends = add(options, branch(p));
  while (HANDLERS.has(p.word()) || (p.word() === 'on' && p.isWord(1))) {
    const isFinal = p.word() === 'finally';
    p.at++;
    const outer = p.unit.enter('block');
    caught(p);
    const outcome = branch(p);
    if (isFinal) ends ||= outcome.ends === true;
    else ends = add(options, outcome) && ends;
    p.unit.leave(outer);
  }
  p.ends = ends;
  return { k: 'choice', op: '?:', options, ...p.span(at) };
}

const HANDLERS = new Set(['catch', 'finally']);

/** What a handler catches; the name is declared. A condition behind it is read like any expression. */
function caught(p: Parser): void {
  if (p.opens('('))
    p.group(false, () => {
      caughtName(p);
    });
  while (!p.isDone() && !p.opens('{') && p.word() !== ';') {
    if (p.opens('(')) p.group(false, () => p.statements());
    else if (p.take('catch') && p.opens('('))
      p.group(false, () => {
        caughtName(p);
      });
    else p.at++;
  }
}

function caughtName(p: Parser): void {
  while (!p.isDone()) {
    const isName = p.isWord() && (p.word(1) === ':' || p.word(1) === ',' || p.kind(1) === TokenKind.end);
    if (isName) p.unit.declare(p.word(), 'catch', { at: p.start, end: p.tokens.stop(p.at) });
    if (p.word(1) === ':') while (!p.isDone() && p.word() !== ',') p.skip();
    else p.skip();
  }
}

/** `return value`, `throw value`: control goes no further. Stands at the word. */
export function jump(p: Parser, returns: boolean): Outcome {
  p.at++;
  let target = p.returnsFrom;
  if (p.word() === '@' && p.isWord(1) && !p.isSpaced()) {
    // A label: the value is the inner lambda's.
    target = p.unit.fn;
    p.at += 2;
  }
  if (!p.isAtEnd()) {
    const outer = p.breaksAtLine;
    const value = p.expression();
    p.breaksAtLine = outer;
    if (returns) p.unit.functions[target]?.returns.push(value);
  } else if (returns) markCompleting(p, target);
  return ending;
}

function markCompleting(p: Parser, fn: number): void {
  const target = p.unit.functions[fn];
  if (target !== undefined) p.emptyReturns.add(fn);
}

/** `break`, `continue` with an optional label. */
export function leap(p: Parser): Outcome {
  p.at++;
  while (!p.isAtEnd() && (p.isWord() || p.word() === '@')) p.at++;
  return { ends: true, leaps: true };
}

const LABELS = new Set(['case', 'default']);

/**
 * `switch (value) { case pattern: statements default: statements }`, also with an arrow for the colon. Stands at the
 * word; answers the value that it has where it has one.
 */
export function choose(p: Parser, casePatterns: (p: Parser) => Expr[]): Expr {
  const at = p.start;
  p.at++;
  const test = headValue(p);
  return p.opens('{') ? cases(p, at, test, casePatterns) : p.opaque(at);
}

function cases(p: Parser, at: number, test: Expr, casePatterns: (p: Parser) => Expr[]): Expr {
  const branches = new Branches(p);
  const guarded = new GuardedBranches(p, true);
  // What an earlier case did not leave runs on into the next, whatever that is for.
  let fallsIn = false;
  const outer = p.unit.enter('block');
  p.group(true, () => {
    let waiting: Expr[] | undefined = [];
    while (!p.isDone()) {
      const from = p.at;
      if (p.take('default')) waiting = undefined;
      else if (p.take('case')) {
        const patterns = casePatterns(p);
        waiting?.push(...patterns);
      } else p.statement();
      const isArrow = p.word() === '->' || p.word() === '=>';
      if (isArrow || p.take(':')) {
        if (isArrow) p.at++;
        if (LABELS.has(p.word())) continue;
        const { returns } = branches;
        const patterns = waiting;
        const read = (): Outcome => caseBody(p, isArrow);
        const outcome = fallsIn ? unguarded(p, read) : guarded.read(patterns && caseTest(test, patterns), read);
        fallsIn = !isArrow && p.grammar.casesEnd !== true && outcome.ends !== true && outcome.leaps !== true;
        branches.add(patterns, outcome.ends && !outcome.leaps ? outcome : isArrow ? outcome : nothing, returns);
        waiting = [];
      }
      if (p.at === from) p.unknown();
    }
  });
  guarded.finish();
  p.unit.leave(outer);
  return branches.finish(at, test, false);
}

function unguarded(p: Parser, read: () => Outcome): Outcome {
  p.unit.flow++;
  const outcome = read();
  p.unit.flow--;
  return outcome;
}

function caseBody(p: Parser, isArrow: boolean): Outcome {
  if (isArrow) {
    const outcome = branchBody(p);
    p.take(';');
    return outcome;
  }
  const scope = p.unit.enter('block');
  const outcome = p.statements(LABELS);
  p.unit.leave(scope);
  return outcome;
}

/** The branches of a `switch` or `when` as they are read one by one. */
export class Branches {
  readonly #options: Expr[] = [];
  readonly #cases: (readonly Expr[] | undefined)[] = [];
  readonly #returns: number;
  readonly #parser: Parser;
  #hasDefault = false;
  #ends = true;
  /** Whether every branch so far consists of exactly one return. */
  #onlyReturns = true;

  constructor(parser: Parser) {
    this.#parser = parser;
    this.#returns = this.#count();
  }

  /** Adds a branch that has just been read. Without patterns it is the default. */
  add(patterns: readonly Expr[] | undefined, outcome: Outcome, returnsBefore: number): void {
    if (patterns === undefined) this.#hasDefault = true;
    if (!outcome.ends || outcome.leaps) this.#ends = false;
    const isReturn = outcome.ends === true && this.#count() === returnsBefore + 1;
    if (!isReturn) this.#onlyReturns = false;
    if (outcome.value !== undefined && !outcome.ends) {
      this.#options.push(outcome.value);
      this.#cases.push(patterns);
    } else if (isReturn) this.#cases.push(patterns);
  }

  /** How many values the function has returned so far. */
  #count(): number {
    return this.#parser.unit.functions[this.#parser.returnsFrom]?.returns.length ?? 0;
  }

  get returns(): number {
    return this.#count();
  }

  /** The choice as a value. Branches that all return make one returned choice. */
  finish(at: number, test: Expr | undefined, isExhaustive: boolean): Choice {
    const p = this.#parser;
    const choice = { k: 'choice', op: 'switch', ...(test && { test }), ...p.span(at) } as const;
    const fn = p.unit.functions[p.returnsFrom];
    if (fn !== undefined && this.#onlyReturns && this.#cases.length > 1 && this.#options.length === 0)
      fn.returns.push({ ...choice, options: fn.returns.splice(this.#returns), cases: this.#cases });
    p.ends = this.#ends && (this.#hasDefault || isExhaustive);
    return { ...choice, options: this.#options, cases: this.#cases.slice(0, this.#options.length) };
  }
}
