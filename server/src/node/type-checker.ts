import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Uri } from '../base/text.ts';
import type { CheckedType, TextSpan, TypeChecker, TypeCheckerOptions } from '../base/type-checker.ts';
import { findTypeScript } from './type-checker/find-typescript.ts';
import { loadApi } from './type-checker/load-api.ts';
import { CheckerSession } from './type-checker/session.ts';

export interface NodeTypeCheckerOptions extends TypeCheckerOptions {
  /** In milliseconds. A question that is not answered by then ends the process. */
  readonly limit?: number;
}

/** How often a process that ended by itself is started again. */
const mostStarts = 4;
/** In milliseconds. Opening a large project takes several seconds. */
const patience = 120_000;

/**
 * TypeScript's own checker (version 7, which offers it to others by an API) in a process of its own. The process is started
 * by the first question and ends with `dispose`; one that crashes is started again for the next question.
 */
export class NodeTypeChecker implements TypeChecker {
  readonly #options: NodeTypeCheckerOptions;
  readonly #open = new Map<string, string>();
  #name: string | undefined;
  #trouble: string | undefined;
  #session: Promise<CheckerSession | undefined> | undefined;
  #running: CheckerSession | undefined;
  #starts = 0;
  /** Whether the process ended by itself during the last question. */
  #hasEnded = false;
  #queue: Promise<unknown> = Promise.resolve();
  #isDisposed = false;

  constructor(options: NodeTypeCheckerOptions) {
    this.#options = options;
  }

  get name(): string | undefined {
    return this.#running && this.#name;
  }

  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** Ids of the processes that it runs now; for those who watch them. */
  get processes(): readonly number[] {
    return this.#running?.process?.pid === undefined ? [] : [this.#running.process.pid];
  }

  reads(uri: Uri): boolean {
    return uri.startsWith('file:') && /\.[cm]?[jt]sx?$/.test(uri);
  }

  types(
    uri: Uri,
    text: string,
    spans: readonly TextSpan[],
    cancelled: () => boolean = () => false,
  ): Promise<readonly (CheckedType | undefined)[] | undefined> {
    if (spans.length === 0) return Promise.resolve([]);
    const answer = this.#queue.then(async () => {
      const ask = () => this.#ask(session => session.types(pathOf(uri), text, spans, cancelled), cancelled);
      // A process that ended may have done so for a reason that is gone with it.
      return (await ask()) ?? (this.#hasEnded ? ask() : undefined);
    });
    this.#queue = answer;
    return answer;
  }

  change(uri: Uri, text: string | undefined): void {
    if (!this.reads(uri)) return;
    const path = pathOf(uri);
    if (text === undefined) this.#open.delete(path);
    else this.#open.set(path, text);
    this.#tell(session => {
      session.change(path, text);
    });
  }

  refresh(uris: readonly Uri[]): void {
    const paths = uris.filter(uri => uri.startsWith('file:')).map(pathOf);
    this.#tell(session => {
      session.refresh(paths.filter(path => !this.#open.has(path)));
    });
  }

  async dispose(): Promise<void> {
    this.#isDisposed = true;
    const session = await this.#session;
    this.#session = undefined;
    this.#running = undefined;
    await session?.close();
  }

  async #start(): Promise<CheckerSession | undefined> {
    const folder = pathOf(this.#options.folders[0] ?? 'file:///').replace(/(.)\/$/, '$1');
    const found = findTypeScript(folder, this.#options);
    try {
      if (!found) throw new Error('TypeScript 7 is not installed');
      if (this.#starts++ >= mostStarts) throw new Error(`TypeScript ${found.version} ended unexpectedly too often`);
      const api = await loadApi(found);
      const session = new CheckerSession({ api, folder, readText });
      for (const [path, text] of this.#open) session.change(path, text);
      await session.start();
      this.#running = session;
      this.#name = `TypeScript ${found.version}`;
      this.#options.log(`Types come from TypeScript ${found.version} (${found.from}).`);
      return session;
    } catch (error) {
      // Types are read from declarations alone from now on.
      this.#trouble = `${error instanceof Error ? error.message : String(error)}.`;
      this.#options.log(`Types are known as far as declarations tell them. ${this.#trouble}`);
      return undefined;
    }
  }

  /** Puts a question to a session whose process may end, or never answer. */
  async #ask<T>(question: (session: CheckerSession) => Promise<T>, cancelled: () => boolean): Promise<T | undefined> {
    this.#hasEnded = false;
    if (this.#isOver() || cancelled()) return undefined;
    this.#session ??= this.#start();
    const session = await this.#session;
    if (!session || cancelled()) return undefined;
    let isLate = false;
    const limit = this.#options.limit ?? patience;
    let fail: (why: string) => void = () => undefined;
    const failed = new Promise<never>((_, reject) => {
      fail = why => {
        reject(new Error(why));
      };
    });
    const onExit = (): void => {
      fail('its process ended');
    };
    const timer = setTimeout(() => {
      isLate = true;
      fail(`there was no answer in ${limit / 1000} s`);
    }, limit);
    try {
      if (session.hasEnded) onExit();
      session.process?.once('exit', onExit);
      // An ended process is not written to, which would fail where nobody can catch it.
      return await Promise.race(session.hasEnded ? [failed] : [question(session), failed]);
    } catch (error) {
      if (this.#isOver()) return undefined;
      this.#hasEnded = !isLate;
      await this.#drop(session, error);
      return undefined;
    } finally {
      clearTimeout(timer);
      session.process?.off('exit', onExit);
    }
  }

  async #drop(session: CheckerSession, error: unknown): Promise<void> {
    this.#options.log(`TypeScript's checker failed: ${error instanceof Error ? error.message : String(error)}.`);
    this.#session = undefined;
    this.#running = undefined;
    session.process?.kill('SIGKILL');
    await session.close();
  }

  /** Asked anew after every wait. */
  #isOver(): boolean {
    return this.#isDisposed;
  }

  #tell(message: (session: CheckerSession) => void): void {
    if (!this.#session) return;
    // In the order of the questions, which each see the texts of their time.
    this.#queue = this.#queue.then(async () => {
      const session = await this.#session;
      if (session) message(session);
    });
  }
}

function pathOf(uri: Uri): string {
  return fileURLToPath(uri).replaceAll('\\', '/');
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}
