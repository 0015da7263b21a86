import type { IndexedFile } from '../base/file-index.ts';
import type { Host } from '../base/host.ts';
import type { Uri } from '../base/text.ts';

/**
 * The texts of files. Those of open documents and of what is no code are kept; code is read again when its text is asked for,
 * where the host has an index that knows whether it is still the same.
 */
export class Texts {
  readonly #host: Host;
  readonly #open = new Map<Uri, string>();
  readonly #kept = new Map<Uri, string>();

  constructor(host: Host) {
    this.#host = host;
  }

  isOpen(uri: Uri): boolean {
    return this.#open.has(uri);
  }

  open(uri: Uri, text: string): void {
    this.#open.set(uri, text);
  }

  close(uri: Uri): void {
    this.#open.delete(uri);
  }

  keep(uri: Uri, text: string): void {
    this.#kept.set(uri, text);
  }

  keepCode(uri: Uri, { text }: IndexedFile): void {
    if (this.#host.index || this.isOpen(uri)) return;
    const read = text();
    if (read !== undefined) this.#kept.set(uri, read);
  }

  delete(uri: Uri): void {
    this.#kept.delete(uri);
  }

  /** The text that the workspace knows of a file; undefined where it knows none. */
  get(uri: Uri): string | undefined {
    return this.#open.get(uri) ?? this.#kept.get(uri) ?? this.#host.index?.textOf(uri);
  }

  /** The texts as they are now, whatever is typed later. */
  now(): (uri: Uri) => string | undefined {
    const open = new Map(this.#open);
    const kept = new Map(this.#kept);
    return uri => open.get(uri) ?? kept.get(uri) ?? this.#host.index?.textOf(uri);
  }

  /** The text of a file, from the disk where it is not known. */
  async read(uri: Uri): Promise<string | undefined> {
    return this.#open.get(uri) ?? this.#kept.get(uri) ?? this.#host.readFile(uri);
  }

  async at(uri: Uri): Promise<IndexedFile | undefined> {
    const known = this.#known(uri) ?? this.#host.index?.at(uri);
    if (known || this.#host.index) return known;
    return asFile(await this.#host.readFile(uri));
  }

  /** The same, where the host can read at once. */
  atOnce(uri: Uri): IndexedFile | undefined {
    return this.#known(uri) ?? (this.#host.index ? this.#host.index.at(uri) : asFile(this.#host.readFileSync?.(uri)));
  }

  #known(uri: Uri): IndexedFile | undefined {
    return asFile(this.#open.get(uri) ?? this.#kept.get(uri));
  }
}

function asFile(text: string | undefined): IndexedFile | undefined {
  return text === undefined ? undefined : { text: () => text };
}
