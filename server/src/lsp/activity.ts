/**
 * Tells long work when somebody waits: it lets an editor's requests go first from their arrival to their answers, and the
 * moment after, in which the next one is most likely to come.
 */
export class Activity {
  #waiting = 0;
  #last = -Infinity;

  /** Something came in. */
  noted(): void {
    this.#last = Date.now();
  }

  /** Somebody waits until an answer is there. */
  async during<T>(answer: Promise<T>): Promise<T> {
    this.noted();
    this.#waiting++;
    try {
      return await answer;
    } finally {
      this.#waiting--;
      this.noted();
    }
  }

  /** Lets others run by `pause`, until nobody waits any more. Whoever asks all the time does not stop the work for good. */
  async letPass(pause: () => Promise<void>): Promise<void> {
    const started = Date.now();
    do await pause();
    while (this.#isBusy() && Date.now() - started < mostPatience);
  }

  #isBusy(): boolean {
    return this.#waiting > 0 || Date.now() - this.#last < quietFor;
  }
}

/** In milliseconds. */
const quietFor = 8;
const mostPatience = 80;
