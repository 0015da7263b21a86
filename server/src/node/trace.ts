import { createHash } from 'node:crypto';
import { isUnchanged, versionAt } from './index/file-bytes.ts';
import { readdirSync, statSync, type Dirent, type Stats } from 'node:fs';

/** What a path was when it was looked at. */
interface Stamp {
  readonly kind: 'file' | 'folder' | 'nothing';
  /** Size, times and number; where there are none, only the kind counts. */
  readonly version?: readonly number[];
  /** A digest of what is in a folder: that counts, its version only saves time. */
  readonly list?: string;
}

/**
 * All that a run asked of the disk. Where each of it is as it was, the same run ends with the same answer. A run that asked anything
 * else, such as another process, or wrote something, cannot be told from its trace.
 */
export class Trace {
  readonly #stamps = new Map<string, Stamp>();
  #isWhole = true;

  /** A file is about to be read, or what is known of this version of it to be used. */
  read(path: string, version = versionAt(path)): void {
    if (this.#stamps.get(path)?.version !== undefined) return;
    if (!version) {
      this.looked(path);
      return;
    }
    // What was written a moment ago may be written again.
    if (!isUnchanged(version, version)) this.#isWhole = false;
    const { size, modified, changed, inode } = version;
    this.#stamps.set(path, { kind: 'file', version: [size, modified, changed, inode] });
  }

  /** It was asked what there is. */
  looked(path: string): void {
    if (!this.#stamps.has(path)) this.#stamps.set(path, { kind: kindOf(statsOf(path)) });
  }

  /** A folder is about to be listed, or was. */
  lists(path: string, entries?: readonly Dirent[]): void {
    const stats = entries ? undefined : statsOf(path);
    // Of a folder that has just changed nothing but the list is sure.
    const isSettled = stats && Math.max(stats.mtimeMs, stats.ctimeMs) < Date.now() - 2000;
    const version = isSettled ? versionOf(stats) : (this.#stamps.get(path)?.version ?? [NaN, NaN, NaN, NaN]);
    this.#stamps.set(path, { kind: 'folder', version, list: entries ? listing(entries) : '' });
  }

  /** Something was asked of others, or changed. */
  broken(): void {
    this.#isWhole = false;
  }

  /** As plain data; undefined where the trace does not tell everything. */
  packed(): PackedTrace | undefined {
    const paths = [...this.#stamps.keys()];
    if (!this.#isWhole || paths.some(path => path.includes('\n'))) return undefined;
    const stamps = [...this.#stamps.values()];
    return {
      paths: paths.join('\n'),
      kinds: stamps.map(({ kind }) => kind),
      numbers: Float64Array.from(stamps.flatMap(({ version }) => version ?? [])),
      lists: stamps.map(({ version, list }) => list ?? version !== undefined),
    };
  }
}

export interface PackedTrace {
  readonly paths: string;
  readonly kinds: readonly Stamp['kind'][];
  /** Four for each version. */
  readonly numbers: Float64Array;
  /** Digests of what is in folders; for others, whether their version counts. */
  readonly lists: readonly (string | boolean)[];
}

/** Whether everything is as it was. */
export function isAsBefore({ paths, kinds, numbers, lists }: PackedTrace): boolean {
  let next = 0;
  return paths.split('\n').every((path, index) => {
    const list = lists[index];
    const stats = statsOf(path);
    if (kindOf(stats) !== kinds[index]) return false;
    if (list === false || !stats) return true;
    const at = next;
    next += 4;
    const isSame =
      stats.size === numbers[at] &&
      stats.mtimeMs === numbers[at + 1] &&
      stats.ctimeMs === numbers[at + 2] &&
      stats.ino === numbers[at + 3];
    return isSame || (typeof list === 'string' && listingAt(path) === list);
  });
}

function versionOf({ size, mtimeMs, ctimeMs, ino }: Stats): readonly number[] {
  return [size, mtimeMs, ctimeMs, ino];
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function kindOf(stats: Stats | undefined): Stamp['kind'] {
  return stats?.isDirectory() ? 'folder' : stats ? 'file' : 'nothing';
}

/** Names and kinds, in order: file systems list a folder that did not change in the same order. */
function listing(entries: readonly Dirent[]): string {
  const text = entries.map(entry => `${entry.name}${entry.isDirectory() ? '/' : entry.isFile() ? '' : '@'}`).join('\0');
  return createHash('sha1').update(text).digest('base64url');
}

function listingAt(path: string): string | undefined {
  try {
    return listing(readdirSync(path, { withFileTypes: true }));
  } catch {
    return undefined;
  }
}
