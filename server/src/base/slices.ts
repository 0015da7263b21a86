/**
 * Goes through long work step by step, and lets others run every few milliseconds. Answers what the work comes to; undefined
 * where it was cancelled between two steps.
 */
export async function inSlices<T>(
  steps: Generator<unknown, T>,
  pause: () => Promise<void>,
  cancelled: () => boolean = () => false,
): Promise<T | undefined> {
  for (let ends = Date.now() + sliceLength; ;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (Date.now() < ends) continue;
    await pause();
    if (cancelled()) return undefined;
    ends = Date.now() + sliceLength;
  }
}

/** Goes through all steps at once, for those who cannot wait. */
export function atOnce<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The pace of long work in a loop: `await pace.turn()` lets others run when it is time for that. */
export class Pace {
  readonly #pause: () => Promise<void>;
  #ends = Date.now() + sliceLength;

  constructor(pause: () => Promise<void>) {
    this.#pause = pause;
  }

  turn(): Promise<void> | undefined {
    return Date.now() < this.#ends ? undefined : this.#rest();
  }

  async #rest(): Promise<void> {
    await this.#pause();
    this.#ends = Date.now() + sliceLength;
  }
}

/** How long work goes on before others are let in, in milliseconds: who has just come in waits for no more than that. */
export const sliceLength = 1;
