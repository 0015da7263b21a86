import { pack, unpack } from './pack.ts';
import type { Version } from './file-bytes.ts';
import type { Store } from './store.ts';
import type { WordFilter } from './word-scan.ts';

/** What is known of a file without reading it again. */
export interface KnownFile {
  readonly version: Version;
  /** Whether it may be of interest, so that it has a note, or is to be looked at for one. */
  readonly isOfInterest: boolean;
  /** Of its content and its name's ending; undefined where nothing is kept for that. */
  readonly digest: string | undefined;
  readonly filter: WordFilter | undefined;
}

/** Three sections: the files, their filters, and the notes. The last two are read when they are first asked for. */
const section = { files: 0, filters: 1, notes: 2 } as const;

interface Columns {
  readonly paths: string;
  /** Five for each file: what `Version` says, in its order. */
  readonly versions: Float64Array;
  readonly interests: readonly boolean[];
  readonly digests: readonly (string | undefined)[];
  readonly filters: readonly number[];
}

/** The files that a store has, by URI. */
export function readFiles(store: Store): Map<string, KnownFile> {
  const files = new Map<string, KnownFile>();
  const bytes = store.read(section.files);
  if (!bytes) return files;
  const columns = unpack(bytes) as Columns;
  const { versions } = columns;
  let filters: Buffer | undefined;
  let isRead = false;
  const filterAt = (from: number, to: number): WordFilter | undefined => {
    if (!isRead) filters = store.read(section.filters);
    isRead = true;
    return filters?.subarray(from, to);
  };
  let next = 0;
  columns.paths.split('\n').forEach((uri, index) => {
    const from = next;
    const at = index * 5;
    const to = (next += columns.filters[index] ?? 0);
    files.set(uri, {
      version: {
        size: versions[at] ?? 0,
        modified: versions[at + 1] ?? 0,
        changed: versions[at + 2] ?? 0,
        inode: versions[at + 3] ?? 0,
        at: versions[at + 4] ?? 0,
      },
      isOfInterest: columns.interests[index] ?? true,
      digest: columns.digests[index],
      get filter() {
        return to > from ? filterAt(from, to) : undefined;
      },
    });
  });
  return files;
}

/** The notes that a store has, packed, by the digests that they are kept for. */
export function readNotes(store: Store): Map<string, Buffer> {
  const notes = new Map<string, Buffer>();
  const bytes = store.read(section.notes);
  if (!bytes) return notes;
  for (let at = 0; at < bytes.length;) {
    const size = bytes.readUInt32LE(at);
    const start = at + 4 + digestLength;
    notes.set(bytes.toString('latin1', at + 4, start), bytes.subarray(start, start + size));
    at = start + size;
  }
  return notes;
}

/** Of a digest as text. */
export const digestLength = 27;

export function writeFiles(
  store: Store,
  files: ReadonlyMap<string, KnownFile>,
  notes: ReadonlyMap<string, Buffer>,
): void {
  const all = [...files];
  const values = all.map(([, file]) => file);
  const filters = values.map(({ filter }) => filter ?? new Uint8Array(0));
  const columns: Columns = {
    paths: all.map(([uri]) => uri).join('\n'),
    versions: Float64Array.from(
      values.flatMap(({ version: { size, modified, changed, inode, at } }) => [size, modified, changed, inode, at]),
    ),
    interests: values.map(file => file.isOfInterest),
    digests: values.map(file => file.digest),
    filters: filters.map(filter => filter.length),
  };
  const parts: Buffer[] = [];
  for (const key of new Set(columns.digests)) {
    const note = key === undefined ? undefined : notes.get(key);
    if (key === undefined || !note) continue;
    const size = Buffer.alloc(4);
    size.writeUInt32LE(note.length);
    parts.push(size, Buffer.from(key, 'latin1'), note);
  }
  store.write([pack(columns), Buffer.concat(filters), Buffer.concat(parts)]);
}
