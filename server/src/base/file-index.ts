import type { Uri } from './text.ts';

/**
 * What a host can tell of many files without handing over their texts, and keeps for the next time. Words are ASCII letters,
 * digits and `_`.
 */
export interface FileIndex {
  /**
   * Looks into files that are new or have changed, and remembers their words. Tells of each file that may be of interest; of the
   * others nothing. Lets others run every few milliseconds.
   */
  look(uris: readonly Uri[], interest: Interest): Promise<void>;
  /**
   * A test whether a file may have one of some names in it. It may be wrong about a file that has not: about one of a
   * thousand. Of files that were not looked into nothing is denied.
   */
  finder(names: Iterable<string>): (uri: Uri) => boolean;
  /** A file as it is now; undefined where it cannot be read. */
  at(uri: Uri): IndexedFile | undefined;
  /** The text of a file that was looked into; undefined where it holds another one by now. */
  textOf(uri: Uri): string | undefined;
  /** Keeps notes in a folder from now on, and brings in those that are there. */
  keepIn(folder: Uri): void;
  /** Writes what is kept, where that has changed. */
  save(): void;
}

export interface IndexedFile {
  /** What was kept for this very content; undefined where that is nothing. */
  readonly note?: unknown;
  /** To be asked at once or never. */
  readonly text: () => string | undefined;
  /** Keeps a note, which is plain data, for as long as the file holds this content; absent for what is not on disk. */
  readonly keep?: (note: unknown) => void;
}

export interface Interest {
  /** Names, or other texts with words in them; a file with one of these words may be of interest. */
  readonly names: Iterable<string>;
  /** More of them, which may differ from time to time; `names` may not. */
  readonly also: Iterable<string>;
  /** Files that are of interest whatever is in them. */
  readonly isWanted: (uri: Uri) => boolean;
  /** Whether a text of so many bytes and lines may be none that people write, so that it must be looked at. */
  readonly isSuspicious: (bytes: number, lines: number, hasZero: boolean) => boolean;
  /** Told of each file of interest; undefined for a file that cannot be read. */
  readonly see: (uri: Uri, file: IndexedFile | undefined) => void;
  /** Told from time to time how many files are done; looking ends when it answers `false`. */
  readonly goOn: (done: number) => boolean;
}
