import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Host } from '../base/host.ts';
import type { Uri } from '../base/text.ts';
import { FileWalk } from './file-walk.ts';

/** The file system and the clock of the machine. `log` takes one line for the person who looks into the output. */
export function nodeHost(log: (message: string) => void): Host {
  const walk = new FileWalk(pause, log);
  return {
    readFile: uri => Promise.resolve(readText(uri)),
    findFiles: async roots => (await walk.files(roots.map(toPath))).map(path => ({ uri: walk.uriOf(path) })),
    isIgnored: (uri, roots) => walk.isIgnored(toPath(uri), roots.map(toPath)),
    readFileSync: readText,
    existsSync: uri => statSync(toPath(uri), { throwIfNoEntry: false })?.isFile() ?? false,
    kindOf: uri => Promise.resolve(kindOf(uri)),
    today,
    pause,
    log,
  };
}

function kindOf(uri: Uri): 'file' | 'folder' | undefined {
  const found = statSync(toPath(uri), { throwIfNoEntry: false });
  return found?.isDirectory() ? 'folder' : found && 'file';
}

/**
 * Reads into one buffer that all files share: a promise or a fresh buffer for each of thirty thousand files costs more
 * than the reading.
 */
function readText(uri: Uri): string | undefined {
  let file: number | undefined;
  try {
    file = openSync(toPath(uri), 'r');
    const { size } = fstatSync(file);
    if (size > largest) return undefined;
    if (size >= buffer.length) buffer = Buffer.allocUnsafe(size * 2);
    let length = 0;
    for (;;) {
      const read = readSync(file, buffer, length, buffer.length - length, null);
      length += read;
      if (read === 0) return decode(buffer.subarray(0, length));
      if (length === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
    }
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Beyond this nothing that people write is left, and V8 has no string for it; in bytes. */
const largest = 256 * 1024 * 1024;
let buffer = Buffer.allocUnsafe(1024 * 1024);

/** UTF-8, or UTF-16 where the first two bytes say so. A byte-order mark is no part of the text. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le', 2);
  }
  return bytes.toString('utf8', bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
}

function toPath(uri: Uri): string {
  if (process.platform !== 'win32' && /^file:\/\/\/[^%?#]*$/.test(uri)) return uri.slice('file://'.length);
  return fileURLToPath(uri);
}

function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function pause(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
