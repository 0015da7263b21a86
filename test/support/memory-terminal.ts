import type { Host } from '../../server/src/base/host.ts';
import type { Uri } from '../../server/src/base/text.ts';
import { encodePath } from '../../server/src/base/uri.ts';
import { main } from '../../server/src/cli/main.ts';
import type { Terminal } from '../../server/src/cli/terminal.ts';

/** What a command did. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
  /** Texts of the files that it wrote, by path. */
  readonly written: ReadonlyMap<string, string>;
}

/** A machine that consists of a few files below `/`, by URI. */
export class MemoryMachine {
  readonly #files: Map<Uri, string>;
  readonly #unreadable: readonly Uri[];

  constructor(files: ReadonlyMap<Uri, string>, unreadable: readonly Uri[] = []) {
    this.#files = new Map(files);
    this.#unreadable = unreadable;
  }

  /** Runs a command line such as `check src --format json`, started in `cwd`; words may stand between quotes. */
  async run(command: string, terminal: Partial<Terminal> = {}): Promise<Outcome> {
    let output = '';
    let errors = '';
    const written = new Map<string, string>();
    const code = await main({
      args: [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''),
      cwd: 'file:///',
      version: '1.2.3',
      columns: 100,
      colours: false,
      isInteractive: false,
      write: text => (output += text),
      writeError: text => (errors += text),
      now: () => 0,
      resolve: path => new URL(encodePath(path), terminal.cwd ?? 'file:///').href.replace(/(?<=[^/])\/$/, ''),
      kindOf: uri => this.#kindOf(uri),
      readText: uri => Promise.resolve(this.#files.get(uri)),
      writeText: (uri, text) => {
        this.#files.set(uri, text);
        written.set(uri.slice('file:///'.length), text);
        return Promise.resolve(true);
      },
      git: () => Promise.resolve(undefined),
      openHost: () => Promise.resolve(this.#host()),
      openTypeChecker: () => Promise.resolve(undefined),
      serve: () => Promise.resolve(),
      serveAgents: () => Promise.resolve(),
      ...terminal,
    });
    return { code, output, errors, written };
  }

  #kindOf(uri: Uri): 'file' | 'folder' | undefined {
    if (this.#files.has(uri)) return 'file';
    const folder = uri.endsWith('/') ? uri : `${uri}/`;
    return [...this.#files.keys()].some(each => each.startsWith(folder)) ? 'folder' : undefined;
  }

  #host(): Host {
    const read = (uri: Uri) =>
      this.#unreadable.includes(uri) ? undefined : this.#files.get(uri)?.replace(/^\ufeff/, '');
    return {
      readFile: uri => Promise.resolve(read(uri)),
      findFiles: roots =>
        Promise.resolve(
          [...this.#files]
            .filter(([uri]) => roots.some(root => uri.startsWith(root)))
            .map(([uri, text]) => ({ uri, size: text.length })),
        ),
      readFileSync: read,
      existsSync: uri => this.#files.has(uri),
      pause: () => Promise.resolve(),
      today: () => '2026-06-01',
      log: () => undefined,
    };
  }
}
