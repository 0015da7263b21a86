import { pack, unpack } from './index/pack.ts';
import { Store } from './index/store.ts';
import { isAsBefore, type PackedTrace, type Trace } from './trace.ts';
import { readersVersion } from './version.ts';

/** What a run of the command line came to. */
export interface Answer {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** The answer of the last run of the same words, for as long as nothing changes that it rests on. */
export class Answers {
  readonly #store: Store;

  /** `question` is all that an answer depends on beside the disk. */
  constructor(folder: string, question: readonly unknown[]) {
    this.#store = new Store(folder, `answer ${JSON.stringify(question)}`, readersVersion);
  }

  recall(): Answer | undefined {
    if (!this.#store.open()) return undefined;
    const [trace, answer] = [this.#store.read(0), this.#store.read(1)];
    if (!trace || !answer || !isAsBefore(unpack(trace) as PackedTrace)) return undefined;
    return unpack(answer) as Answer;
  }

  /** Of a run that failed nothing is kept: what it met may be over by the next one. */
  keep(trace: Trace, answer: Answer): void {
    const packed = answer.code > 1 ? undefined : trace.packed();
    if (packed) this.#store.write([pack(packed), pack(answer)]);
  }
}
