import type { Expr, Guard } from '../facts.ts';

/** The conditions under which parts of a unit run, as they are read. */
export class GuardNotes {
  readonly all: Guard[] = [];
  /** Those that hold up to the end of the list of statements that is being read. */
  readonly #open: Omit<Guard, 'end'>[] = [];

  /** Notes that a part runs only where the test holds, or only where it does not. */
  note(test: Expr, holds: boolean, at: number, end: number): void {
    if (end > at) this.all.push({ test, holds, at, end });
  }

  /** The same for all that follows in the list of statements that is being read. */
  noteRest(test: Expr, holds: boolean, at: number): void {
    this.#open.push({ test, holds, at });
  }

  /** Reads a list of statements; what holds for its rest ends with it, at the place that `end` tells. */
  list(read: () => void, end: () => number): void {
    const known = this.#open.length;
    read();
    for (const { test, holds, at } of this.#open.splice(known)) this.note(test, holds, at, end());
  }
}
