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
  const index = new NodeFileIndex(pause);
  return {
    readFile: uri => Promise.resolve(readText(uri)),
    findFiles: async roots => {
      index.roots = roots.map(toPath);
      return (await walk.files(roots.map(toPath))).map(path => ({ uri: walk.uriOf(path) }));
    },
    isIgnored: (uri, roots) => walk.isIgnored(toPath(uri), roots.map(toPath)),
    index,
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
  try {
    const read = bytes.read(toPath(uri));
    return read && decode(read.bytes);
  } catch {
    // An address that is none of a file.
    return undefined;
  }
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
