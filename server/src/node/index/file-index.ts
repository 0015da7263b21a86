import type { FileIndex, Interest } from '../../base/file-index.ts';
import type { Uri } from '../../base/text.ts';
import { decode } from '../decode.ts';
import { FileBytes } from './file-bytes.ts';
import { mayHave, WordScan, type WordFilter } from './word-scan.ts';

/** Looks into the files of this machine, and keeps what words they have. */
export class NodeFileIndex implements FileIndex {
  readonly #pause: () => Promise<void>;
  readonly #scan = new WordScan();
  readonly #bytes = new FileBytes(this.#scan.input);
  /** Undefined for files with too many words, or none that can be told. */
  readonly #filters = new Map<Uri, WordFilter | undefined>();

  constructor(pause: () => Promise<void>) {
    this.#pause = pause;
  }

  async look(uris: readonly Uri[], interest: Interest): Promise<void> {
    let done = 0;
    let sliceEnds = performance.now() + sliceLength;
    this.#aim(interest.names);
    for (const uri of uris) {
      this.#lookAt(uri, interest);
      done++;
      if (performance.now() < sliceEnds) continue;
      if (!interest.goOn(done)) return;
      await this.#pause();
      this.#aim(interest.names);
      sliceEnds = performance.now() + sliceLength;
    }
  }

  finder(names: Iterable<string>): (uri: Uri) => boolean {
    // One word of a name is enough to look for: its longest, which is the rarest.
    const hashes = new Set([...names].map(name => this.#scan.hash(longestWord(name))));
    if (hashes.has(undefined)) return () => true;
    const wanted = [...hashes].filter(hash => hash !== undefined);
    return uri => {
      const filter = this.#filters.get(uri);
      return !filter || wanted.some(hash => mayHave(filter, hash));
    };
  }

  /** Others may have looked for something else meanwhile. */
  #aim(names: Iterable<string>): void {
    const hashes = [...names].map(name => this.#scan.hash(longestWord(name)));
    this.#scan.telling = hashes.filter(hash => hash !== undefined);
  }

  #lookAt(uri: Uri, { isWanted, isSuspicious, see }: Interest): void {
    const bytes = this.#bytes.read(uri);
    if (!bytes) {
      this.#filters.delete(uri);
      see(uri, undefined);
      return;
    }
    const looked =
      bytes.length <= this.#scan.input.length && !isWide(bytes) ? this.#scan.look(bytes.length) : undefined;
    this.#filters.set(uri, looked?.filter);
    if (!looked || looked.isTelling || isWanted(uri) || isSuspicious(bytes.length, looked.lines, looked.hasZero))
      see(uri, decode(bytes));
  }
}

/** How long looking goes on before it lets others run, in milliseconds. */
const sliceLength = 8;

/** Whether a text is UTF-16, in which words look different. */
function isWide([first = 0, second = 0]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function longestWord(name: string): string {
  return (name.match(/\w+/g) ?? []).reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}
