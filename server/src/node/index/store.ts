import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A file that keeps a few sections of bytes for the next run. It is replaced as a whole, so that nobody ever sees half of it; what
 * is damaged nevertheless, or was written by another version, is as if it were not there.
 */
export class Store {
  readonly #path: string;
  #head: Head | undefined;

  /** `name` says what is kept, such as the folders that it is about; `version` what can read it. */
  constructor(folder: string, name: string, version: string) {
    this.#path = join(folder, `${digest(Buffer.from(`${version}\0${name}`)).toString('hex')}.bin`);
  }

  /** Opens what is there now; its sections can be read until it is replaced. */
  open(): boolean {
    this.#head = this.#readFile(file => headOf(readAt(file, 0, headSize)));
    if (this.#head) touch(this.#path);
    return this.#head !== undefined;
  }

  /** A section as it was written; undefined where that is not there any more. */
  read(section: number): Buffer | undefined {
    const head = this.#head;
    const place = head?.sections[section];
    if (!head || !place) return undefined;
    return this.#readFile(file => {
      if (!headOf(readAt(file, 0, headSize))?.id.equals(head.id)) return undefined;
      const bytes = readAt(file, place.at, place.size);
      return bytes.length === place.size && digest(bytes).equals(place.digest) ? bytes : undefined;
    });
  }

  /** Replaces the sections. Does nothing where that is not possible: what is kept only saves time. */
  write(sections: readonly Buffer[]): void {
    const temporary = `${this.#path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      const head = writeHead(sections);
      writeFileSync(temporary, Buffer.concat([head, ...sections]), { mode: 0o600 });
      renameSync(temporary, this.#path);
      this.#head = headOf(head);
    } catch {
      rmSync(temporary, { force: true });
    }
    makeRoom(dirname(this.#path), this.#path);
  }

  #readFile<T>(read: (file: number) => T): T | undefined {
    let file: number | undefined;
    try {
      file = openSync(this.#path, 'r');
      return read(file);
    } catch {
      return undefined;
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }
}

interface Head {
  /** Another one each time that it is written. */
  readonly id: Buffer;
  readonly sections: readonly { readonly at: number; readonly size: number; readonly digest: Buffer }[];
}

const mark = 'tracklint';
const idSize = 8;
const mostSections = 3;
const sectionSize = 4 + digestSize();
const headSize = mark.length + idSize + mostSections * sectionSize + digestSize();

function writeHead(sections: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(headSize);
  head.write(mark);
  randomBytes(idSize).copy(head, mark.length);
  sections.forEach((bytes, index) => {
    const at = mark.length + idSize + index * sectionSize;
    head.writeUInt32LE(bytes.length, at);
    digest(bytes).copy(head, at + 4);
  });
  digest(head.subarray(0, headSize - digestSize())).copy(head, headSize - digestSize());
  return head;
}

function headOf(head: Buffer): Head | undefined {
  if (head.length < headSize || head.toString('latin1', 0, mark.length) !== mark) return undefined;
  if (!digest(head.subarray(0, headSize - digestSize())).equals(head.subarray(headSize - digestSize())))
    return undefined;
  let next = headSize;
  const sections = Array.from({ length: mostSections }, (_, index) => {
    const place = mark.length + idSize + index * sectionSize;
    const size = head.readUInt32LE(place);
    const at = next;
    next += size;
    return { at, size, digest: head.subarray(place + 4, place + sectionSize) };
  });
  return { id: head.subarray(mark.length, mark.length + idSize), sections };
}

function readAt(file: number, at: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  for (let read = 1; read > 0 && length < size; length += read)
    read = readSync(file, bytes, length, size - length, at + length);
  return bytes.subarray(0, length);
}

function digest(bytes: Buffer): Buffer {
  return createHash('sha1').update(bytes).digest();
}

function digestSize(): number {
  return 20;
}

/** What was used longest ago goes first, so using is noted; not every time, since it is a write. */
function touch(path: string): void {
  try {
    const now = Date.now();
    if (statSync(path).mtimeMs < now - 3_600_000) utimesSync(path, now / 1000, now / 1000);
  } catch {
    // Another process has removed it meanwhile.
  }
}

/** Keeps the folder below its limit. */
function makeRoom(folder: string, kept: string): void {
  try {
    const now = Date.now();
    const files = readdirSync(folder).flatMap(name => {
      const path = join(folder, name);
      const stats = /\.(?:bin|tmp)$/.test(name) ? statSync(path, { throwIfNoEntry: false }) : undefined;
      return stats ? [{ path, size: stats.size, used: stats.mtimeMs }] : [];
    });
    let size = files.reduce((sum, file) => sum + file.size, 0);
    for (const file of files.sort((a, b) => a.used - b.used)) {
      const isLeftOver = file.path.endsWith('.tmp') && file.used < now - 3_600_000;
      if (!isLeftOver && (size <= mostBytes || file.path === kept)) continue;
      rmSync(file.path, { force: true });
      size -= file.size;
    }
  } catch {
    // Whoever cannot list the folder leaves it as it is.
  }
}

/** What all workspaces together may take on disk. */
const mostBytes = 512 * 1024 * 1024;
