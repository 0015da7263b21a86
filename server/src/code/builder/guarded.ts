import type { Expr } from '../facts.ts';
import type { Outcome } from './grammar.ts';
import type { Parser } from './parser.ts';

interface Failed {
  readonly test: Expr;
  readonly holds: boolean;
  readonly at: number;
}

/**
 * The branches of an `if` or a `switch` as they are read one by one. Notes for the unit under which condition each of them runs,
 * and what is true behind them where those before never let control get there.
 */
export class GuardedBranches {
  readonly #parser: Parser;
  /** What does not hold in the branches that follow. */
  readonly #failed: Failed[] = [];
  readonly #behind: Failed[] = [];
  readonly #isSwitch: boolean;
  #allLeave = true;
  /** Whether the conditions of all branches so far are noted. */
  #areNoted = true;

  /** `isSwitch`: a `break` in a branch only leaves the branch. */
  constructor(parser: Parser, isSwitch = false) {
    this.#parser = parser;
    this.#isSwitch = isSwitch;
  }

  /** Reads the branch that runs where `test` holds (or does not); without a test, the one that runs where none of those before did. */
  read(test: Expr | undefined, branch: () => Outcome, holds = true): Outcome {
    const { unit } = this.#parser;
    const at = this.#parser.start;
    this.#areNoted &&= test === undefined || saysSomething(test);
    const step = this.#areNoted ? 1 : 0;
    unit.flow++;
    unit.guarded += step;
    const outcome = branch();
    unit.flow--;
    unit.guarded -= step;
    const end = this.#parser.stop;
    if (test === undefined) return outcome;
    if (saysSomething(test)) unit.guards.note(test, holds, at, end);
    const failed = { test, holds: !holds, at: end };
    this.#failed.push(failed);
    this.#allLeave &&= outcome.ends === true && !(this.#isSwitch && outcome.leaps === true);
    if (this.#allLeave) this.#behind.push(failed);
    return outcome;
  }

  /** The end of the last branch. */
  finish(): void {
    const { unit, stop } = this.#parser;
    for (const { test, holds, at } of this.#failed) if (saysSomething(test)) unit.guards.note(test, holds, at, stop);
    for (const { test, holds } of this.#behind) if (saysSomething(test)) unit.guards.noteRest(test, holds, stop);
  }
}

function saysSomething(test: Expr): boolean {
  return test.k !== 'opaque' && test.k !== 'literal';
}

/** The condition that a `switch` makes of a subject and the patterns of a case; undefined where it is not understood. */
export function caseTest(subject: Expr | undefined, patterns: readonly Expr[]): Expr | undefined {
  const tests = patterns.map((pattern): Expr => {
    const { at, end } = pattern;
    return subject === undefined ? pattern : { k: 'binary', op: '==', left: subject, right: pattern, at, end };
  });
  return joined('||', tests);
}

/** Several conditions as one. */
export function joined(op: '&&' | '||', tests: readonly Expr[]): Expr | undefined {
  return tests.reduce<Expr | undefined>(
    (left, right) =>
      left === undefined ? right : { k: 'choice', op, options: [left, right], at: left.at, end: right.end },
    undefined,
  );
}
