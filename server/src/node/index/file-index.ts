import { createHash } from 'node:crypto';
import type { FileIndex, IndexedFile, Interest } from '../../base/file-index.ts';
import { Pace } from '../../base/slices.ts';
import type { Uri } from '../../base/text.ts';
import { decode } from '../decode.ts';
import { toPath } from '../to-path.ts';
import type { Trace } from '../trace.ts';
import { readersVersion } from '../version.ts';
import { FileBytes, isUnchanged, versionAt, type Version } from './file-bytes.ts';
import { digestLength, readFiles, readNotes, writeFiles, type KnownFile } from './kept-files.ts';
import { pack, unpack } from './pack.ts';
import { Store } from './store.ts';
import { mayHave, WordScan } from './word-scan.ts';

/** Looks into the files of this machine, and keeps what words they have and what others note of them. */
export class NodeFileIndex implements FileIndex {
  readonly #pause: () => Promise<void>;
  readonly #trace: Trace | undefined;
  readonly #scan = new WordScan();
  readonly #bytes = new FileBytes(this.#scan.input);
  #files = new Map<Uri, KnownFile>();
  /** Files that were looked into in this run: others may be gone. */
  readonly #used = new Set<Uri>();
  /** Packed notes by digest; those of the store once one was asked for. */
  #notes = new Map<string, Buffer>();
  #areNotesRead = true;
  #folder: string | undefined;
  #store: Store | undefined;
  #isChanged = false;

  constructor(pause: () => Promise<void>, trace?: Trace) {
    this.#pause = pause;
    this.#trace = trace;
  }

  keepIn(folder: Uri): void {
    this.#folder = toPath(folder);
  }

  /** The folders that are walked: what is kept is kept for them together. */
  set roots(roots: readonly string[]) {
    if (this.#folder === undefined || this.#store) return;
    this.#store = new Store(this.#folder, roots.toSorted().join('\0'), readersVersion);
    if (!this.#store.open()) return;
    this.#files = readFiles(this.#store);
    this.#areNotesRead = false;
  }

  async look(uris: readonly Uri[], interest: Interest): Promise<void> {
    const mayBeAlso = this.#finderOfAny(interest.also);
    const telling = this.#hashesOf([...interest.names, ...interest.also]);
    let done = 0;
    const pace = new Pace(this.#pause);
    this.#scan.telling = telling;
    for (const uri of uris) {
      this.#lookAt(uri, interest, mayBeAlso);
      done++;
      const turn = pace.turn();
      if (!turn) continue;
      if (!interest.goOn(done)) return;
      await turn;
      // Others may have looked for something else meanwhile.
      this.#scan.telling = telling;
    }
  }

  finder(names: Iterable<string>): (uri: Uri) => boolean {
    const hashes = [...names].map(name => this.#scan.hash(longestWord(name)));
    if (hashes.includes(undefined)) return () => true;
    const wanted = [...new Set(hashes.filter(hash => hash !== undefined))];
    return uri => {
      const filter = this.#files.get(uri)?.filter;
      return !filter || wanted.some(hash => mayHave(filter, hash));
    };
  }

  at(uri: Uri): IndexedFile | undefined {
    if (!uri.startsWith('file:')) return undefined;
    const path = toPath(uri);
    const known = this.#files.get(uri);
    const now = known && versionAt(path);
    if (known && now && isUnchanged(known.version, now)) {
      this.#trace?.read(path, now);
      return this.#recalled(uri, path, known);
    }
    const read = this.#bytes.read(path);
    this.#trace?.read(path, read?.version);
    return read && this.#seen(uri, read.bytes, read.version, () => true);
  }

  textOf(uri: Uri): string | undefined {
    const known = this.#files.get(uri);
    const read = known && this.#bytes.read(toPath(uri));
    return read && isSame(known.version, read.version) ? decode(read.bytes) : undefined;
  }

  save(): void {
    if (!this.#store || !this.#isChanged) return;
    this.#readNotes();
    for (const uri of [...this.#files.keys()]) if (!this.#used.has(uri)) this.#files.delete(uri);
    writeFiles(this.#store, this.#files, this.#notes);
    this.#isChanged = false;
    // They are on disk, where they can be read again.
    this.#notes = new Map();
    this.#areNotesRead = false;
  }

  #lookAt(uri: Uri, interest: Interest, mayBeAlso: (uri: Uri) => boolean): void {
    const path = toPath(uri);
    const known = this.#files.get(uri);
    const now = known && versionAt(path);
    if (known && now && isUnchanged(known.version, now)) {
      this.#used.add(uri);
      this.#trace?.read(path, now);
      if (known.isOfInterest || interest.isWanted(uri) || mayBeAlso(uri))
        interest.see(uri, this.#recalled(uri, path, known));
      return;
    }
    const read = this.#bytes.read(path);
    this.#trace?.read(path, read?.version);
    if (!read) {
      if (this.#files.delete(uri)) this.#isChanged = true;
      interest.see(uri, undefined);
      return;
    }
    const isOfInterest = (bytes: number, lines: number, hasZero: boolean, isTelling: boolean): boolean =>
      isTelling || interest.isWanted(uri) || interest.isSuspicious(bytes, lines, hasZero);
    const seen = this.#seen(uri, read.bytes, read.version, isOfInterest);
    if (seen) interest.see(uri, seen);
  }

  /** Looks through the bytes of a file. Undefined where it is not of interest. */
  #seen(
    uri: Uri,
    bytes: Buffer,
    version: Version,
    isOfInterest: (bytes: number, lines: number, hasZero: boolean, isTelling: boolean) => boolean,
  ): IndexedFile | undefined {
    const looked =
      bytes.length <= this.#scan.input.length && !isWide(bytes) ? this.#scan.look(bytes.length) : undefined;
    const isWanted = !looked || isOfInterest(bytes.length, looked.lines, looked.hasZero, looked.isTelling);
    const digest = isWanted ? digestOf(uri, bytes) : undefined;
    this.#files.set(uri, { version, isOfInterest: isWanted, digest, filter: looked?.filter });
    this.#used.add(uri);
    this.#isChanged = true;
    if (digest === undefined) return undefined;
    let text: string | undefined;
    return {
      note: this.#noteOf(digest),
      text: () => (text ??= decode(bytes)),
      keep: note => {
        this.#keep(digest, note);
      },
    };
  }

  /** A file that has not changed since it was looked through. */
  #recalled(uri: Uri, path: string, known: KnownFile): IndexedFile {
    this.#used.add(uri);
    let { digest } = known;
    let text: string | undefined;
    const read = (): string | undefined => {
      const bytes = text === undefined ? this.#bytes.read(path)?.bytes : undefined;
      return (text ??= bytes && decode(bytes));
    };
    const keep = (note: unknown): void => {
      if (digest === undefined) {
        const bytes = this.#bytes.read(path)?.bytes;
        if (!bytes) return;
        digest = digestOf(uri, bytes);
        this.#files.set(uri, { ...known, filter: known.filter, digest });
      }
      this.#keep(digest, note);
    };
    return { note: digest === undefined ? undefined : this.#noteOf(digest), text: read, keep };
  }

  #noteOf(digest: string): unknown {
    this.#readNotes();
    const note = this.#notes.get(digest);
    return note && unpack(note);
  }

  #keep(digest: string, note: unknown): void {
    if (this.#folder === undefined) return;
    this.#readNotes();
    this.#notes.set(digest, pack(note));
    this.#isChanged = true;
  }

  #readNotes(): void {
    if (this.#areNotesRead || !this.#store) return;
    this.#areNotesRead = true;
    this.#notes = readNotes(this.#store);
  }

  #finderOfAny(names: Iterable<string>): (uri: Uri) => boolean {
    const all = [...names];
    return all.length === 0 ? () => false : this.finder(all);
  }

  #hashesOf(names: readonly string[]): readonly number[] {
    return names.map(name => this.#scan.hash(longestWord(name))).filter(hash => hash !== undefined);
  }
}

/** Whether a text is UTF-16, in which words look different. */
function isWide([first = 0, second = 0]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function longestWord(name: string): string {
  return (name.match(/\w+/g) ?? []).reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

function isSame(one: Version, other: Version): boolean {
  return isUnchanged({ ...one, at: Infinity }, other);
}

/** A file is read by its content and by the ending of its name, such as `.d.ts`. */
function digestOf(uri: Uri, bytes: Buffer): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  const dot = name.indexOf('.');
  const ending = dot < 0 ? '' : name.slice(dot);
  return createHash('sha1').update(`${ending}\0`).update(bytes).digest('base64url').slice(0, digestLength);
}
