import type { CodeFile } from './facts.ts';

/**
 * Remembers, for the few files that are being edited, how they were read, so that the next version is read faster. A file
 * that is read for the first time displaces only others of that kind: indexing a workspace forgets no edited file.
 */
export class Memory<T> {
  readonly #opened = new Map<CodeFile, T>();
  readonly #edited = new Map<CodeFile, T>();

  recall(file: CodeFile): T | undefined {
    return this.#edited.get(file) ?? this.#opened.get(file);
  }

  /** Remembers a file, and forgets the version that it replaces. */
  keep(file: CodeFile, value: T, previous: CodeFile | undefined): void {
    if (previous !== undefined) {
      this.#opened.delete(previous);
      this.#edited.delete(previous);
    }
    const files = previous === undefined ? this.#opened : this.#edited;
    files.set(file, value);
    if (files.size <= capacity) return;
    for (const oldest of files.keys()) {
      files.delete(oldest);
      return;
    }
  }
}

const capacity = 8;
