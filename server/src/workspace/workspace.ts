import type { FileEntry, Host } from '../base/host.ts';
import type { Uri } from '../base/text.ts';
import type { CheckedType, TextSpan } from '../base/type-checker.ts';
import { languageOf } from '../code/languages/index.ts';
import type { CodeFile } from '../code/facts.ts';
import { isPlanPath } from '../plan/discovery.ts';
import { CheckedTypes, spanOf } from './checked-types.ts';
import { unfitness, type SkipReason } from './fitness.ts';
import { isManifest } from './modules.ts';
import { Linked } from './linked.ts';
import { Plans } from './plans.ts';
import { Configs, isConfigPath } from './configs.ts';
import { readingOrder } from './reading-order.ts';
import { questionsIn } from './refine-calls.ts';
import type { Snapshot } from './snapshot.ts';
import { reachesFar } from './symbols.ts';
import { TextScan } from './text-scan.ts';
import { WorkspaceSnapshot } from './workspace-snapshot.ts';

export interface WorkspaceOptions {
  /** Ids of the rules that a config may name. */
  readonly ruleIds?: Iterable<string>;
}

/** An expression that a type checker is asked about. */
export interface TypeQuestion extends TextSpan {
  readonly uri: Uri;
}

export interface LoadProgress {
  /** Told from time to time; both in files. */
  report?(done: number, total: number): void;
  /** Checked between slices of work; loading stops where it stands. */
  readonly cancelled?: () => boolean;
}

/**
 * The one thing that changes: files come and go, texts are edited, and `snapshot` is what that makes at this moment. Open
 * documents hide what is on disk. Every method may be called at any time; what is asynchronous only brings more files in.
 */
export class Workspace {
  readonly #host: Host;
  readonly #configs: Configs;
  readonly #plans = new Plans(uri => this.#configs.for(uri).columns);
  #folders: readonly Uri[] = [];
  #guests: readonly Uri[] = [];
  #configsAbove: readonly Uri[] = [];
  /** Every file that the walk found, or that is open. */
  readonly #files = new Set<Uri>();
  /** How many of them are of a language that is read. */
  #codeFiles = 0;
  readonly #open = new Map<Uri, string>();
  readonly #manifests = new Map<Uri, string>();
  readonly #code = new Map<Uri, CodeFile>();
  readonly #candidates = new Set<Uri>();
  readonly #texts = new Map<Uri, string>();
  readonly #skipped = new Map<Uri, SkipReason>();
  readonly #scan: TextScan;
  #isComplete = false;
  readonly #types = new CheckedTypes();
  #linked: Linked | undefined;
  /** Code files whose facts changed since `#linked` was made; undefined where everything must be linked anew. */
  #changedCode: Set<Uri> | undefined;
  #snapshot: WorkspaceSnapshot | undefined;

  constructor(host: Host, options: WorkspaceOptions = {}) {
    this.#host = host;
    this.#scan = new TextScan(host);
    this.#configs = new Configs([...(options.ruleIds ?? [])]);
  }

  /** What the workspace is now. The same object until something changes. */
  get snapshot(): Snapshot {
    if (this.#snapshot) return this.#snapshot;
    const plans = this.#plans.joined();
    this.#snapshot = new WorkspaceSnapshot({
      today: this.#host.today(),
      isComplete: this.#isComplete,
      folders: this.#folders,
      guests: this.#guests,
      plans,
      // As the joined plans have them: some formats say something only together.
      planFiles: new Map(plans.flatMap(plan => plan.files.map(file => [file.uri, file] as const))),
      configs: this.#configs.frozen(),
      code: new Map(this.#code),
      texts: new Map(this.#texts),
      counts: {
        files: this.#codeFiles,
        parsed: this.#candidates.size,
        skipped: [...this.#skipped].map(([uri, why]) => ({ uri, why })),
      },
      linked: this.#link(),
      types: this.#types.view,
    });
    return this.#snapshot;
  }

  /**
   * The folders to look into. Takes effect with the next `load`. Guests are projects of which a file happens to be open:
   * nothing of them concerns the others. Configs above the folders count for what lies in them.
   */
  setFolders(folders: readonly Uri[], guests: readonly Uri[] = [], configsAbove: readonly Uri[] = []): void {
    this.#configsAbove = configsAbove;
    this.#guests = guests.map(withSlash);
    this.#folders = [...folders.map(withSlash), ...this.#guests];
  }

  /** Walks the folders and reads what is of interest. Answers are given from what is known meanwhile. */
  async load(progress: LoadProgress = {}): Promise<void> {
    this.#isComplete = false;
    const above = this.#configsAbove.map((uri): FileEntry => ({ uri }));
    const entries = [...above, ...(await this.#host.findFiles(this.#folders))];
    this.#forget(new Set(entries.map(entry => entry.uri)));
    const [first, later] = readingOrder(entries.map(entry => entry.uri));
    for (const { uri, size } of entries) {
      this.#addFile(uri);
      if (size !== undefined && languageOf(uri) && size > 1_500_000) this.#skipped.set(uri, 'large');
    }
    for (const uri of first) await this.#read(uri);
    await this.#readExtended();
    this.#configs.settle();
    // What only a config names as a plan is known once the configs are.
    for (const { uri } of entries) if (!this.#plans.has(uri) && this.#configs.isPlan(uri)) await this.#read(uri);
    await this.#readNamedPlans();
    const waiting = later.filter(uri => !this.#skipped.has(uri) && this.#isIncluded(uri));
    await this.#look(waiting, done => {
      progress.report?.(done, waiting.length);
      return !progress.cancelled?.();
    });
    if (progress.cancelled?.()) return;
    await this.settle(progress);
    this.#isComplete = true;
    this.#changed();
    progress.report?.(waiting.length, waiting.length);
  }

  /** Brings in the files that imports and wrappers ask for. Returns whether anything new was read. */
  async settle(progress: LoadProgress = {}): Promise<boolean> {
    let any = await this.#readExtended();
    any = (await this.#readNamedPlans()) || any;
    for (let round = 0; round < 24 && !progress.cancelled?.(); round++) {
      const linked = this.#link();
      const wanted = [...linked.wanted].filter(uri => !this.#code.has(uri) && !this.#skipped.has(uri));
      const found = await this.#scan.filesWith(
        linked.newWords(),
        linked.wantedNames(),
        linked.newModules(),
        () => [...this.#files].filter(uri => languageOf(uri) && !this.#candidates.has(uri)),
        uri => this.#textOf(uri),
      );
      const fresh = [...new Set([...wanted, ...found])].filter(uri => !this.#code.has(uri) && !this.#skipped.has(uri));
      for (const uri of found)
        if (this.#isIncluded(uri) && !this.#candidates.has(uri)) {
          this.#candidates.add(uri);
          this.#changedCode?.add(uri);
          this.#changed();
        }
      if (fresh.length === 0 && found.length === 0) break;
      if (fresh.some(reachesFar)) this.#changedCode = undefined;
      for (const uri of fresh) {
        const text = await this.#textOf(uri);
        if (text !== undefined) this.#readCode(uri, text);
        else this.#skipped.set(uri, 'unreadable');
      }
      any = true;
      await this.#host.pause();
    }
    if (any) this.#changed();
    return any;
  }

  /** A document was opened in the editor, or has another text: that counts, not the file's. */
  change(uri: Uri, text: string): void {
    this.#open.set(uri, text);
    this.#addFile(uri);
    this.#take(uri, text);
  }

  /** A document was closed: what is on disk counts again. */
  async close(uri: Uri): Promise<void> {
    this.#open.delete(uri);
    await this.refresh([uri]);
  }

  /** Sets a text as though it were open, and brings in what it asks for. For the command line and tests. */
  async update(uri: Uri, text: string): Promise<void> {
    this.change(uri, text);
    await this.settle();
  }

  /** Files were made, changed or deleted on disk. */
  async refresh(uris: readonly Uri[]): Promise<void> {
    const changed = uris.filter(uri => !this.#open.has(uri) && this.#isOfInterest(uri));
    const code = changed.filter(uri => !this.#isNoCode(uri));
    for (const uri of changed) {
      if (!this.#isNoCode(uri)) continue;
      const text = await this.#host.readFile(uri);
      if (text === undefined) this.#remove(uri);
      else {
        this.#addFile(uri);
        this.#take(uri, text);
      }
    }
    for (const uri of code) this.#addFile(uri);
    await this.#look(code);
    for (const uri of code) if (this.#skipped.get(uri) === 'unreadable') this.#remove(uri);
    this.#changed();
    await this.settle();
  }

  /** The expressions in a file's calls (and in what they are given from other files) of which a type checker knows more. */
  typeQuestions(uri: Uri): readonly TypeQuestion[] {
    if (this.#configs.for(uri).types === 'declarations') return [];
    return questionsIn(this.#link().calls(uri)).flatMap(({ uri: file, range }) => {
      const facts = this.#code.get(file);
      return facts ? [{ uri: file, ...spanOf(range, facts) }] : [];
    });
  }

  /**
   * What a type checker said of expressions in a file of this text; it is left aside where the file has another text by now.
   * Answers whether anything is known otherwise than before.
   */
  setTypes(uri: Uri, text: string, spans: readonly TextSpan[], types: readonly (CheckedType | undefined)[]): boolean {
    if (this.#texts.get(uri) !== text || !this.#types.set(uri, text, spans, types)) return false;
    this.#changed();
    return true;
  }

  /** What a type checker said counts no longer, since it can say nothing of later texts. */
  forgetTypes(): void {
    this.#types.clear();
    this.#changed();
  }

  /** Every file that is known, for watchers and counts. */
  get files(): ReadonlySet<Uri> {
    return this.#files;
  }

  // -------------------------------------------------------------------------------------------------- reading

  async #read(uri: Uri): Promise<void> {
    if (!this.#open.has(uri)) this.#see(uri, await this.#host.readFile(uri));
  }

  /** Reads code that has changed on disk, as far as it may be of interest. */
  async #look(uris: readonly Uri[], goOn: (done: number) => boolean = () => true): Promise<void> {
    await this.#scan.look(uris, this.#words(), {
      isWanted: uri => this.#code.has(uri) || this.#skipped.has(uri),
      see: (uri, text) => {
        this.#see(uri, text);
      },
      goOn,
    });
  }

  #see(uri: Uri, text: string | undefined): void {
    if (this.#open.has(uri)) return;
    if (text === undefined) {
      if (!isManifest(uri)) this.#skipped.set(uri, 'unreadable');
      return;
    }
    this.#skipped.delete(uri);
    this.#take(uri, text);
  }

  /** Reads the files of other names that configs extend. Returns whether there were any. */
  async #readExtended(): Promise<boolean> {
    let any = false;
    // Each may extend others; a file is asked for once, whether it can be read or not.
    for (let missing = this.#configs.missing(); missing.length > 0; missing = this.#configs.missing()) {
      for (const uri of missing) this.#configs.setExtended(uri, await this.#textOf(uri));
      this.#changedCode = undefined;
      any = true;
    }
    return any;
  }

  /** Reads the plans that configs name where no walk goes. Returns whether there were any. */
  async #readNamedPlans(): Promise<boolean> {
    const missing = this.#configs.namedPlans().filter(uri => !this.#files.has(uri));
    for (const uri of missing) {
      this.#addFile(uri);
      await this.#read(uri);
    }
    return missing.length > 0;
  }

  /** Gives a text to whatever understands it. */
  #take(uri: Uri, text: string): void {
    if (isConfigPath(uri) || this.#configs.isExtended(uri)) {
      if (isConfigPath(uri)) this.#configs.set(uri, text);
      else this.#configs.setExtended(uri, text);
      this.#texts.set(uri, text);
      this.#changedCode = undefined;
      this.#plans.readTables();
    } else if (isManifest(uri)) {
      this.#manifests.set(uri, text);
      this.#changedCode = undefined;
    } else if (isPlanPath(uri) || this.#configs.isPlan(uri)) {
      this.#plans.set(uri, text);
      this.#texts.set(uri, text);
    } else if (languageOf(uri)) {
      this.#takeCode(uri, text);
    } else return;
    this.#changed();
  }

  #takeCode(uri: Uri, text: string): void {
    const why = unfitness(text);
    if (why) {
      this.#skipped.set(uri, why);
      this.#removeCode(uri);
      return;
    }
    this.#skipped.delete(uri);
    const mentions = this.#open.has(uri) || this.#scan.isCandidate(text, this.#words());
    if (mentions && this.#isIncluded(uri)) this.#candidates.add(uri);
    else this.#candidates.delete(uri);
    if (mentions || this.#code.has(uri)) this.#readCode(uri, text);
  }

  #readCode(uri: Uri, text: string): void {
    const language = languageOf(uri);
    const why = unfitness(text);
    if (!language || why) {
      if (why) this.#skipped.set(uri, why);
      return;
    }
    this.#types.edit(uri, text);
    this.#texts.set(uri, text);
    this.#code.set(uri, language.read(uri, text, this.#code.get(uri)));
    this.#changedCode?.add(uri);
    this.#changed();
  }

  async #textOf(uri: Uri): Promise<string | undefined> {
    return this.#open.get(uri) ?? this.#texts.get(uri) ?? this.#host.readFile(uri);
  }

  /** A new path may be what imports of other files mean. */
  #addFile(uri: Uri): void {
    if (this.#files.has(uri)) return;
    this.#files.add(uri);
    if (languageOf(uri)) this.#codeFiles++;
    this.#changedCode = undefined;
  }

  #remove(uri: Uri): void {
    if (this.#files.delete(uri) && languageOf(uri)) this.#codeFiles--;
    this.#changedCode = undefined;
    this.#configs.delete(uri);
    this.#manifests.delete(uri);
    this.#plans.delete(uri);
    this.#skipped.delete(uri);
    this.#texts.delete(uri);
    this.#removeCode(uri);
  }

  #removeCode(uri: Uri): void {
    this.#texts.delete(uri);
    this.#types.delete(uri);
    this.#candidates.delete(uri);
    if (this.#code.delete(uri)) this.#changedCode = undefined;
  }

  /** Drops what a new walk no longer finds, but for what is open. */
  #forget(present: ReadonlySet<Uri>): void {
    for (const uri of [...this.#files]) if (!present.has(uri) && !this.#open.has(uri)) this.#remove(uri);
  }

  // -------------------------------------------------------------------------------------------------- state

  #isOfInterest(uri: Uri): boolean {
    const isOurs = languageOf(uri) !== undefined || this.#isNoCode(uri);
    return isOurs && (this.#files.has(uri) || !(this.#host.isIgnored?.(uri, this.#folders) ?? false));
  }

  /** Whether it says what to do with code, whatever its name ends in. */
  #isNoCode(uri: Uri): boolean {
    const isConfig = isConfigPath(uri) || this.#configs.isExtended(uri) || isManifest(uri);
    return isConfig || isPlanPath(uri) || this.#configs.isPlan(uri);
  }

  #isIncluded(uri: Uri): boolean {
    return this.#configs.includes(uri);
  }

  /** What SDKs' own calls are found by is no concern of this: their names are searched for as they are used. */
  #words(): ReadonlySet<string> {
    return this.#linked?.newWords() ?? new Set();
  }

  #link(): Linked {
    const changed = this.#changedCode;
    const previous = this.#linked && changed ? { linked: this.#linked, changed } : undefined;
    if (this.#linked && changed?.size === 0) return this.#linked;
    this.#changedCode = new Set();
    this.#linked = new Linked(
      {
        code: new Map(this.#code),
        candidates: [...this.#candidates],
        files: this.#files,
        manifests: this.#manifests,
        folders: this.#folders,
        configs: this.#configs.frozen(),
      },
      uri => this.#readAtOnce(uri),
      previous,
    );
    return this.#linked;
  }

  /** A file that the evaluation asks for, where the host can read at once; else it comes with `settle`. */
  #readAtOnce(uri: Uri): CodeFile | undefined {
    const known = this.#code.get(uri);
    if (known) return known;
    const language = languageOf(uri);
    const text = language && (this.#open.get(uri) ?? this.#host.readFileSync?.(uri));
    if (!language || text === undefined || unfitness(text)) return undefined;
    const file = language.read(uri, text);
    this.#code.set(uri, file);
    this.#texts.set(uri, text);
    return file;
  }

  #changed(): void {
    this.#snapshot = undefined;
  }
}

function withSlash(folder: Uri): Uri {
  return folder.endsWith('/') ? folder : `${folder}/`;
}
