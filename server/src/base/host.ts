import type { FileIndex } from './file-index.ts';
import type { Uri } from './text.ts';

/** Everything that the engine asks of the outside world. `node/` and `browser/` each implement it. */
export interface Host {
  /** The text of a file; undefined where it cannot be read. Text that is not UTF-8 comes back with replacement characters. */
  readFile(uri: Uri): Promise<string | undefined>;
  /**
   * All files below the roots that are not ignored. What git ignores, `node_modules`, `.git` and other
   * folders that package managers fill are never walked.
   * Symbolic links to folders are not followed. A file below two roots comes once.
   */
  findFiles(roots: readonly Uri[]): Promise<readonly FileEntry[]>;
  /**
   * A file outside the walked tree, such as a package's manifest or declarations in `node_modules`, read at once.
   * Undefined where there is none, or where nothing can be read synchronously (a browser).
   */
  readFileSync?(uri: Uri): string | undefined;
  /** Whether a file exists, at once; as `readFileSync`. */
  existsSync?(uri: Uri): boolean;
  /**
   * Whether `findFiles` would leave the file out, whether it exists or not. Asked for files that an editor names, such as
   * those that were just written by a build.
   */
  isIgnored?(uri: Uri, roots: readonly Uri[]): boolean;
  /** Looks into many files at once, where that is faster than reading one after the other. */
  readonly index?: FileIndex;
  /** What there is under a name; undefined for nothing, and where it cannot be learned. */
  kindOf?(uri: Uri): Promise<'file' | 'folder' | undefined>;
  /** Lets what waits outside go first, such as a request of the editor; long work calls it every few milliseconds. */
  pause(): Promise<void>;
  /** Today's date in the user's time zone, as `YYYY-MM-DD`. */
  today(): string;
  log(message: string): void;
}

export interface FileEntry {
  readonly uri: Uri;
  /** In bytes, where the walk learns it for nothing. */
  readonly size?: number;
}
