import type { Uri } from '../base/text.ts';
import type { CodeFile } from '../code/facts.ts';
import type { Linked, LinkInput } from './linked.ts';
import { Links } from './links.ts';

/** What the front is told of the workspace around it. */
export interface Surroundings {
  readonly input: () => Omit<LinkInput, 'code' | 'candidates'>;
  /** Reads a file where that can be done at once. */
  readonly readAtOnce: (uri: Uri) => CodeFile | undefined;
}

/**
 * The open documents and the files that they are read from: what can be said of them while all the others are still being read
 * for the first time.
 */
export class Front {
  readonly #code = new Map<Uri, CodeFile>();
  readonly #open = new Set<Uri>();
  readonly #readAtOnce: (uri: Uri) => CodeFile | undefined;
  readonly #links: Links;

  constructor({ input, readAtOnce }: Surroundings) {
    this.#readAtOnce = readAtOnce;
    this.#links = new Links(() => {
      const around = input();
      const candidates = [...this.#code.keys()].filter(uri => around.configs.includes(uri));
      return { ...around, code: new Map(this.#code), candidates };
    }, readAtOnce);
  }

  /** A document is open, or has another text. */
  set(uri: Uri, facts: CodeFile): void {
    this.#open.add(uri);
    this.#add(uri, facts);
  }

  /** Something changed on which any file may rest. */
  reset(): void {
    this.#links.reset();
  }

  get linked(): Linked {
    for (let round = 0; round < mostRounds; round++) {
      const linked = this.#links.current;
      const further = linked.sourcesOf(this.#open).filter(uri => !this.#code.has(uri));
      if (further.length === 0 || this.#code.size > mostFiles) return linked;
      for (const uri of further) {
        const facts = this.#readAtOnce(uri);
        if (facts) this.#add(uri, facts);
      }
    }
    return this.#links.current;
  }

  #add(uri: Uri, facts: CodeFile): void {
    this.#code.set(uri, facts);
    this.#links.changed(uri);
  }
}

/** How far wrappers of wrappers are followed, and through how many files, until everything is known. */
const mostRounds = 6;
const mostFiles = 60;
