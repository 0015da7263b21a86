import { statSync } from 'node:fs';
import type { Host } from '../base/host.ts';
import type { Uri } from '../base/text.ts';
import { decode } from './decode.ts';
import { FileWalk } from './file-walk.ts';
import { FileBytes } from './index/file-bytes.ts';
import { NodeFileIndex } from './index/file-index.ts';
import { toPath } from './to-path.ts';
import { today } from './today.ts';
import type { Trace } from './trace.ts';

/** What a host may be given beside a log. */
interface HostParts {
  /** Is told of every file and folder that is asked for. */
  readonly trace?: Trace;
  /** Makes the pauses of long work last until those who wait are through. */
  readonly letPass?: (pause: () => Promise<void>) => Promise<void>;
}

/** The file system and the clock of the machine. `log` takes one line for the person who looks into the output. */
export function nodeHost(log: (message: string) => void, { trace, letPass }: HostParts = {}): Host {
  const pause = () => letPass?.(untilNext) ?? untilNext();
  const walk = new FileWalk(pause, log, trace);
  const index = new NodeFileIndex(pause, trace);
  const readText = (uri: Uri): string | undefined => textOf(uri, trace);
  return {
    readFile: uri => Promise.resolve(readText(uri)),
    findFiles: async roots => {
      index.roots = roots.map(toPath);
      return (await walk.files(roots.map(toPath))).map(path => ({ uri: walk.uriOf(path) }));
    },
    isIgnored: (uri, roots) => walk.isIgnored(toPath(uri), roots.map(toPath)),
    index,
    readFileSync: readText,
    existsSync: uri => {
      trace?.looked(toPath(uri));
      return statSync(toPath(uri), { throwIfNoEntry: false })?.isFile() ?? false;
    },
    kindOf: uri => {
      trace?.looked(toPath(uri));
      return Promise.resolve(kindOf(uri));
    },
    today,
    pause,
    log,
  };
}

function kindOf(uri: Uri): 'file' | 'folder' | undefined {
  const found = statSync(toPath(uri), { throwIfNoEntry: false });
  return found?.isDirectory() ? 'folder' : found && 'file';
}

function textOf(uri: Uri, trace: Trace | undefined): string | undefined {
  try {
    const path = toPath(uri);
    trace?.read(path);
    const read = bytes.read(path);
    return read && decode(read.bytes);
  } catch {
    // An address that is none of a file.
    return undefined;
  }
}

const bytes = new FileBytes(new Uint8Array(1024 * 1024));

/** The next round of the event loop. */
function untilNext(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
