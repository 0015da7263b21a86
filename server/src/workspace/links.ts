import type { Uri } from '../base/text.ts';
import { inSlices } from '../base/slices.ts';
import type { CodeFile } from '../code/facts.ts';
import { Linked, type LinkInput, type PreviousLink } from './linked.ts';

/** Keeps what follows from some code files together up to date with them. */
export class Links {
  readonly #input: () => LinkInput;
  readonly #readAtOnce: (uri: Uri) => CodeFile | undefined;
  #linked: Linked | undefined;
  /** Files whose facts changed since `#linked` was made; undefined where everything must be linked anew. */
  #changed: Set<Uri> | undefined;
  /** The same since the link that is being made in slices was begun. */
  #late: Set<Uri> | undefined;

  constructor(input: () => LinkInput, readAtOnce: (uri: Uri) => CodeFile | undefined) {
    this.#input = input;
    this.#readAtOnce = readAtOnce;
  }

  /** The facts of a file are others now, or it is looked at from now on. */
  changed(uri: Uri): void {
    this.#changed?.add(uri);
    this.#late?.add(uri);
  }

  /** Something changed on which any file may rest. */
  reset(): void {
    this.#changed = undefined;
    this.#late = undefined;
  }

  /** Names of calls that are known to be looked for, beyond those of SDKs. */
  get words(): ReadonlySet<string> {
    return this.#linked?.newWords() ?? none;
  }

  /** What follows from the files as they are now. */
  get current(): Linked {
    if (this.#linked && this.#changed?.size === 0) return this.#linked;
    const previous = this.#previous();
    this.#changed = new Set();
    this.#linked = Linked.of(this.#input(), this.#readAtOnce, previous);
    return this.#linked;
  }

  /** The same for those who can wait: made in slices between which others may run, with the calls of all files. */
  async settled(pause: () => Promise<void>, cancelled?: () => boolean): Promise<Linked> {
    for (let round = 0; round < mostRounds; round++) {
      const base = this.#linked;
      if (base && this.#changed?.size === 0) return base;
      this.#late = new Set();
      const made = await inSlices(this.#steps(), pause, cancelled);
      const late = this.#late as Set<Uri> | undefined;
      this.#late = undefined;
      if (!made) break;
      // Whoever could not wait has taken in what had changed, and more.
      if (this.#linked !== base) continue;
      this.#linked = made;
      this.#changed = late;
    }
    return this.current;
  }

  *#steps(): Generator<undefined, Linked> {
    const linked = yield* Linked.steps(this.#input(), this.#readAtOnce, this.#previous());
    for (const uri of linked.candidates) {
      yield* linked.callSteps(uri);
      yield;
    }
    return linked;
  }

  #previous(): PreviousLink | undefined {
    return this.#linked && this.#changed ? { linked: this.#linked, changed: new Set(this.#changed) } : undefined;
  }
}

/** Where somebody types all the time, waiting ends. */
const mostRounds = 4;

const none: ReadonlySet<string> = new Set();
