import { closeSync, openSync, readSync } from 'node:fs';
import type { Uri } from '../../base/text.ts';
import { toPath } from '../to-path.ts';

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

  /** The bytes of a file, until the next is read; undefined where it cannot be read. */
  read(uri: Uri): Buffer | undefined {
    let file: number | undefined;
    try {
      file = openSync(toPath(uri), 'r');
      let buffer = this.#shared;
      let length = 0;
      for (;;) {
        const read = readSync(file, buffer, length, buffer.length - length, null);
        length += read;
        // Less than was asked for is the end; but some file systems hand over files in blocks.
        if (read === 0 || (length < buffer.length && length % 4096 !== 0)) return buffer.subarray(0, length);
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

/** Beyond this nothing that people write is left, and V8 has no string for it; in bytes. */
const largest = 256 * 1024 * 1024;
