import { closeSync, fstatSync, openSync, readSync, statSync, type Stats } from 'node:fs';

/** What tells one version of a file from another without reading it. Times are in milliseconds. */
export interface Version {
  readonly size: number;
  readonly modified: number;
  /** Of anything: unlike the time of modification, no program can set it. */
  readonly changed: number;
  readonly inode: number;
  /** When this was learned. */
  readonly at: number;
}

/**
 * Reads files into one buffer that all of them share: a promise or a fresh buffer for each of thirty thousand files costs more
 * than the reading.
 */
export class FileBytes {
  readonly #shared: Buffer;

  /** `shared` is filled from its start by every file that fits in. */
  constructor(shared: Uint8Array) {
    this.#shared = Buffer.from(shared.buffer, shared.byteOffset, shared.byteLength);
  }

  /** The bytes of a file, until the next is read, and the version that they are of; undefined where it cannot be read. */
  read(path: string): { readonly bytes: Buffer; readonly version: Version } | undefined {
    let file: number | undefined;
    try {
      file = openSync(path, 'r');
      const version = versionOf(fstatSync(file));
      let buffer = this.#shared;
      let length = 0;
      for (;;) {
        const read = readSync(file, buffer, length, buffer.length - length, null);
        length += read;
        // Less than was asked for is the end; but some file systems hand over files in blocks.
        if (read === 0 || (length < buffer.length && length % 4096 !== 0))
          return { bytes: buffer.subarray(0, length), version };
        if (length > largest) return undefined;
        if (length === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
      }
    } catch {
      return undefined;
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }
}

/** The version of a file; undefined where there is none. */
export function versionAt(path: string): Version | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? versionOf(stats) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a file that had one version and now has the other was not changed in between. A file that had just been written when it
 * was looked at may have been written again within the same tick of the file system's clock, which is two seconds at most (FAT).
 */
export function isUnchanged(old: Version, now: Version): boolean {
  return (
    old.size === now.size &&
    old.modified === now.modified &&
    old.changed === now.changed &&
    old.inode === now.inode &&
    Math.max(old.modified, old.changed) < old.at - 2000
  );
}

function versionOf({ size, mtimeMs, ctimeMs, ino }: Stats): Version {
  return { size, modified: mtimeMs, changed: ctimeMs, inode: ino, at: Date.now() };
}

/** Beyond this nothing that people write is left, and V8 has no string for it; in bytes. */
const largest = 256 * 1024 * 1024;
