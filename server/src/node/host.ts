import { statSync } from 'node:fs';
import type { Host } from '../base/host.ts';
import type { Uri } from '../base/text.ts';
import { decode } from './decode.ts';
import { FileWalk } from './file-walk.ts';
import { FileBytes } from './index/file-bytes.ts';
import { NodeFileIndex } from './index/file-index.ts';
import { toPath } from './to-path.ts';

/** The file system and the clock of the machine. `log` takes one line for the person who looks into the output. */
export function nodeHost(log: (message: string) => void): Host {
  const walk = new FileWalk(pause, log);
  return {
    readFile: uri => Promise.resolve(readText(uri)),
    findFiles: async roots => (await walk.files(roots.map(toPath))).map(path => ({ uri: walk.uriOf(path) })),
    isIgnored: (uri, roots) => walk.isIgnored(toPath(uri), roots.map(toPath)),
    index: new NodeFileIndex(pause),
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

function readText(uri: Uri): string | undefined {
  const read = bytes.read(uri);
  return read && decode(read);
}

const bytes = new FileBytes(new Uint8Array(1024 * 1024));

function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function pause(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
