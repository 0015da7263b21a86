import type { Uri } from './text.ts';

/** What a host can tell of many files without handing over their texts. Words are ASCII letters, digits and `_`. */
export interface FileIndex {
  /**
   * Looks into files that are new or have changed, and remembers their words. Tells the text of each that may be of interest;
   * of the others nothing. Lets others run every few milliseconds.
   */
  look(uris: readonly Uri[], interest: Interest): Promise<void>;
  /**
   * A test whether a file may have one of some names in it. It may be wrong about a file that has not: about one of a
   * thousand. Of files that were not looked into nothing is denied.
   */
  finder(names: Iterable<string>): (uri: Uri) => boolean;
}

export interface Interest {
  /** Names, or other texts with words in them; a file with one of these words may be of interest. */
  readonly names: Iterable<string>;
  /** Files that are of interest whatever is in them. */
  readonly isWanted: (uri: Uri) => boolean;
  /** Whether a text of so many bytes and lines may be none that people write, so that it must be looked at. */
  readonly isSuspicious: (bytes: number, lines: number, hasZero: boolean) => boolean;
  /** Told the text of each file of interest; undefined for a file that cannot be read. */
  readonly see: (uri: Uri, text: string | undefined) => void;
  /** Told from time to time how many files are done; looking ends when it answers `false`. */
  readonly goOn: (done: number) => boolean;
}
