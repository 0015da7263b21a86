import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { API, Project, Snapshot } from 'typescript-7/unstable/async';
import type { CheckedType, TextSpan } from '../../base/type-checker.ts';
import { TypeDescriber } from './describe-type.ts';
import type { CompilerApi } from './load-api.ts';
import { LooseFiles } from './loose-files.ts';
import { typesAt } from './types-at.ts';

export interface SessionOptions {
  readonly api: CompilerApi;
  readonly folder: string;
  /** What is on disk; undefined where nothing can be read. */
  readonly readText: (path: string) => string | undefined;
}

/** More changed files than this are not told one by one. */
const manyFiles = 100;

/**
 * One process of the compiler with the projects that were asked about. Not for use by several at once: each question is put
 * after the one before was answered. Paths have forward slashes. Rejects when the process has ended.
 */
export class CheckerSession {
  readonly #api: CompilerApi;
  readonly #connection: API;
  readonly #readText: (path: string) => string | undefined;
  /** Texts that count instead of what is on disk. */
  readonly #overlays = new Map<string, string>();
  /** Texts that were found to be those on disk. */
  readonly #saved = new Map<string, string>();
  readonly #loose = new LooseFiles();
  readonly #configs = new Map<string, string>();
  readonly #members = new Map<string, ReadonlySet<string>>();
  #changed = new Set<string>();
  #snapshot: Snapshot | undefined;
  #describers = new WeakMap<Project, TypeDescriber>();

  constructor({ api, folder, readText }: SessionOptions) {
    this.#api = api;
    this.#readText = readText;
    this.#connection = new api.API({
      cwd: folder,
      fs: { readFile: path => this.#overlays.get(path) ?? this.#loose.configAt(path) },
    });
  }

  /** Starts the process. */
  async start(): Promise<void> {
    const started = this.#current();
    // It runs once the API has answered for the first time, but may end before that.
    const child = this.process;
    if (child) this.#guard(child);
    await started;
    if (this.process && this.process !== child) this.#guard(this.process);
  }

  /**
   * The API's connection leaves a write that fails without anybody to handle it, which would end this process too: such a
   * write counts as done, and closing the connection answers whoever waits.
   */
  #guard({ stdin }: ChildProcess): void {
    if (!stdin) return;
    const write = stdin.write.bind(stdin) as (...args: unknown[]) => boolean;
    const fail = (done: () => void): void => {
      done();
      setImmediate(() => {
        this.#connection.close().catch(() => undefined);
      });
    };
    const guarded = (...args: unknown[]): boolean => {
      const last = args.at(-1);
      const done = (): void => {
        if (typeof last === 'function') Reflect.apply(last, undefined, []);
      };
      if (stdin.destroyed) {
        fail(done);
        return false;
      }
      const rest = typeof last === 'function' ? args.slice(0, -1) : args;
      return write(...rest, (error?: Error | null) => {
        if (error) fail(done);
        else done();
      });
    };
    stdin.on('error', () => undefined);
    Reflect.set(stdin, 'write', guarded);
  }

  /** The types at spans of a file that has this text. */
  async types(
    path: string,
    text: string,
    spans: readonly TextSpan[],
    cancelled: () => boolean,
  ): Promise<readonly (CheckedType | undefined)[] | undefined> {
    if (this.#overlays.get(path) !== text && this.#saved.get(path) !== text) this.#take(path, text);
    const project = await this.#projectOf(path);
    if (!project || cancelled()) return undefined;
    let describer = this.#describers.get(project);
    if (!describer) this.#describers.set(project, (describer = new TypeDescriber(this.#api, project.checker)));
    return typesAt(project, describer, { path, text, spans });
  }

  change(path: string, text: string | undefined): void {
    if (text === undefined ? !this.#overlays.delete(path) : this.#overlays.get(path) === text) return;
    if (text !== undefined) this.#overlays.set(path, text);
    this.#saved.delete(path);
    this.#changed.add(path);
  }

  refresh(paths: readonly string[]): void {
    for (const path of paths) {
      this.#saved.delete(path);
      this.#changed.add(path);
    }
  }

  /** The process, once it runs. Its handle is not part of the API, so it may not be found. */
  get process(): ChildProcess | undefined {
    const client: unknown = Reflect.get(this.#connection, 'client');
    const child: unknown = typeof client === 'object' && client !== null ? Reflect.get(client, 'process') : undefined;
    return isProcess(child) ? child : undefined;
  }

  get hasEnded(): boolean {
    const child = this.process;
    return child !== undefined && (child.exitCode !== null || child.signalCode !== null);
  }

  /** Closes its input, upon which the process ends by itself. */
  async close(): Promise<void> {
    const child = this.process;
    const ended = !this.hasEnded && child && new Promise(resolve => child.once('exit', resolve));
    await this.#connection.close().catch(() => undefined);
    const timer = setTimeout(() => child?.kill('SIGKILL'), 1_000);
    if (ended) await ended;
    clearTimeout(timer);
  }

  #take(path: string, text: string): void {
    if (this.#readText(path) !== text) {
      this.change(path, text);
      return;
    }
    this.change(path, undefined);
    this.#saved.set(path, text);
  }

  /** The project that a file belongs to, as the compiler sees it; files without one share one of ours. */
  async #projectOf(path: string): Promise<Project | undefined> {
    const snapshot = await this.#current();
    let config = this.#configs.get(path);
    if (config === undefined) {
      config = [...this.#members].find(([, files]) => files.has(path))?.[0] ?? (await this.#discover(path));
      this.#configs.set(path, config);
    }
    return (this.#snapshot ?? snapshot).getProject(config);
  }

  async #discover(path: string): Promise<string> {
    const opened = await this.#update({ openFiles: [path] });
    const found = (await opened.getDefaultProjectForFile(path))?.configFileName;
    const isConfigured = found !== undefined && existsSync(found);
    const config = isConfigured ? found : this.#loose.add(path, folderOf(path));
    // A file that is open keeps the text that it was opened with, so it must not stay open.
    const isKnown = this.#members.has(config);
    const next = await this.#update({
      closeFiles: [path],
      ...(isKnown ? { fileChanges: { changed: [config] } } : { openProjects: [config] }),
    });
    const names = await next.getProject(config)?.program.getSourceFileNames();
    this.#members.set(config, new Set(names));
    return config;
  }

  /** The state of all files as they are now. */
  async #current(): Promise<Snapshot> {
    const changed = [...this.#changed];
    if (this.#snapshot && changed.length === 0) return this.#snapshot;
    this.#changed = new Set();
    if (!this.#snapshot) return this.#update({});
    const gone = changed.filter(path => !this.#overlays.has(path) && !existsSync(path));
    const present = changed.filter(path => !gone.includes(path));
    const isNew = present.some(path => ![...this.#members.values()].some(files => files.has(path)));
    if (isNew || gone.length > 0) this.#configs.clear();
    return this.#update({
      fileChanges:
        changed.length > manyFiles
          ? { invalidateAll: true }
          : { changed: present, ...(isNew && { created: present }), deleted: gone },
    });
  }

  async #update(changes: Parameters<API['updateSnapshot']>[0]): Promise<Snapshot> {
    const before = this.#snapshot;
    const next = await this.#connection.updateSnapshot(changes);
    this.#snapshot = next;
    this.#describers = new WeakMap();
    // Nobody waits for it; it fails only where the process has ended.
    before?.dispose().catch(() => undefined);
    return next;
  }
}

function isProcess(value: unknown): value is ChildProcess {
  return typeof value === 'object' && value !== null && 'pid' in value && 'kill' in value && 'once' in value;
}

/** Where the packages are that a file without a project uses. */
function folderOf(path: string): string {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (dirname(folder) === folder) return dirname(path);
  }
}
