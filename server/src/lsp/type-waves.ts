import type { Host } from '../base/host.ts';
import type { Uri } from '../base/text.ts';
import type { TypeChecker } from '../base/type-checker.ts';
import { canonicalUri } from '../base/uri.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { OpenDocuments } from './documents.ts';
import type { InitializationOptions } from './protocol.ts';
import type { Surroundings } from './surroundings.ts';

interface Parts {
  readonly host: Host;
  readonly surroundings: Surroundings;
  readonly options: InitializationOptions;
  readonly folders: readonly Uri[];
  readonly documents: OpenDocuments;
  /** Told when the calls of open documents are known better than before. */
  readonly refined: (workspace: Workspace, uris: readonly Uri[]) => void;
}

/**
 * The second wave of findings: once the open documents have been answered for, a type checker is asked about the values in
 * their calls. The next change overtakes whatever is still unanswered.
 */
export class TypeWaves {
  readonly #parts: Parts;
  #checker: Promise<TypeChecker | undefined> | undefined;
  #opened: TypeChecker | undefined;
  /** Counts changes, so that a wave that was overtaken by one ends. */
  #round = 0;
  #isStopped = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Where the types of values come from, and why it is not the checker, in a sentence or two. */
  get source(): string {
    const why = this.#whyNone ?? this.#opened?.trouble;
    if (why !== undefined) return `Types are known as far as declarations tell them. ${why}`;
    const name = this.#opened?.name;
    return name === undefined ? 'Types come from declarations.' : `Types come from declarations and ${name}.`;
  }

  /** Why no checker is ever started. */
  get #whyNone(): string | undefined {
    if (!this.#parts.surroundings.openTypeChecker) return 'No type checker can run here.';
    return this.#parts.options.trusted === false ? 'The workspace is not trusted.' : undefined;
  }

  /** A document has another text, or is closed. */
  edited(uri: Uri, text: string | undefined): void {
    this.#opened?.change(uri, text);
  }

  refresh(uris: readonly Uri[]): void {
    this.#opened?.refresh(uris);
  }

  /** The workspace has changed; `uri` is the document that was typed in. */
  changed(workspace: Workspace, uri?: Uri): void {
    if (this.#isStopped || this.#whyNone !== undefined) return;
    void this.#run(workspace, ++this.#round, uri === undefined ? undefined : canonicalUri(uri));
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#round++;
    await (await this.#checker)?.dispose();
  }

  async #run(workspace: Workspace, round: number, typed: Uri | undefined): Promise<void> {
    const { host, documents, refined } = this.#parts;
    const cancelled = (): boolean => round !== this.#round;
    try {
      // The requests that wait for this change come first.
      await this.#turn();
      const { typeWave } = await import('../workspace/type-wave.ts');
      const uris = documents.files.filter(uri => uri !== typed);
      if (typed !== undefined && documents.version(typed) !== null) uris.unshift(typed);
      for (const uri of uris) {
        if (cancelled()) return;
        // Without a plan nothing is checked, and a checker takes much memory.
        if (!workspace.snapshot.planFor(uri) || workspace.typeQuestions(uri).length === 0) continue;
        const checker = await this.#open();
        if (!checker || cancelled()) return;
        const source = this.source;
        const changed = await typeWave(workspace, checker, [uri], { cancelled });
        if (changed.size > 0 || this.source !== source) refined(workspace, [...changed]);
        await this.#turn();
      }
    } catch (error) {
      host.log(`Asking for types failed: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
    }
  }

  /** Lets what came in meanwhile go first. Unlike long work, this does not wait until nobody types: it belongs to the typing. */
  #turn(): Promise<void> {
    return new Promise(resolve => {
      this.#parts.surroundings.after(0, resolve);
    });
  }

  #open(): Promise<TypeChecker | undefined> {
    this.#checker ??= this.#openChecker();
    return this.#checker;
  }

  async #openChecker(): Promise<TypeChecker | undefined> {
    const { surroundings, options, folders, host, documents } = this.#parts;
    const checker = await surroundings.openTypeChecker?.({
      folders,
      trusted: options.trusted === true,
      ...(options.typescript !== undefined && { named: options.typescript }),
      log: message => {
        host.log(message);
      },
    });
    for (const uri of documents.files) checker?.change(uri, documents.text(uri));
    this.#opened = checker;
    return checker;
  }
}
