import type { Uri } from '../base/text.ts';
import type { TypeChecker } from '../base/type-checker.ts';
import { typeWave } from '../workspace/type-wave.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { CommandInput } from './command.ts';
import { progressOn } from './progress.ts';
import type { Scope } from './scope.ts';
import type { Terminal } from './terminal.ts';

/** Where the types of values come from. */
export interface TypesUsed {
  readonly layer: 'checker' | 'declarations';
  /** The checker that was asked, such as `TypeScript 7.0.2`. */
  readonly checker: string | null;
  /** One sentence where the checker was not asked, or did not answer, although there was something to ask. */
  readonly why: string | null;
}

/**
 * Tells a workspace the types that its own reading of declarations leaves open: asks the type checker about the calls of a
 * scope, unless `--no-types` or the config says otherwise. Its process lives until `close`.
 */
export class TypeSource {
  readonly #workspace: Workspace;
  readonly #scope: Scope;
  readonly #terminal: Terminal;
  readonly #isOff: boolean;
  #checker: TypeChecker | undefined;
  #hasQuestions = false;

  constructor(workspace: Workspace, scope: Scope, input: CommandInput, terminal: Terminal) {
    this.#workspace = workspace;
    this.#scope = scope;
    this.#terminal = terminal;
    this.#isOff = input.has('--no-types');
  }

  get used(): TypesUsed {
    const name = this.#checker?.trouble === undefined ? this.#checker?.name : undefined;
    if (name !== undefined) return { layer: 'checker', checker: name, why: null };
    return { layer: 'declarations', checker: null, why: this.#hasQuestions ? this.#why() : null };
  }

  /** Asks about the calls in the files that `isWanted` admits. */
  async ask(isWanted: (uri: Uri) => boolean = () => true): Promise<void> {
    const uris = [...this.#workspace.snapshot.codeFiles.keys()].filter(
      uri => this.#scope.covers(uri) && isWanted(uri) && this.#workspace.typeQuestions(uri).length > 0,
    );
    if (uris.length === 0) return;
    this.#hasQuestions = true;
    if (this.#isOff) return;
    this.#checker ??= await this.#terminal.openTypeChecker(this.#scope.root);
    if (!this.#checker) return;
    const progress = progressOn(this.#terminal);
    await typeWave(this.#workspace, this.#checker, uris, {
      report: (done, total) => {
        progress.report(done, total);
      },
    });
    progress.end();
  }

  /** The checker is told of texts that the workspace has and the disk has not. */
  change(uri: Uri, text: string): void {
    this.#checker?.change(uri, text);
  }

  async close(): Promise<void> {
    await this.#checker?.dispose();
  }

  #why(): string {
    if (this.#isOff) return 'It was switched off by `--no-types`.';
    return this.#checker?.trouble ?? 'There is no type checker here.';
  }
}
