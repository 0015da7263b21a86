import type { IndexedFile } from '../base/file-index.ts';
import type { FileEntry, Host } from '../base/host.ts';
import { Pace } from '../base/slices.ts';
import type { Uri } from '../base/text.ts';
import { withSlash } from '../base/uri.ts';
import type { CheckedType, TextSpan } from '../base/type-checker.ts';
import { languageOf } from '../code/languages/index.ts';
import type { CodeFile } from '../code/facts.ts';
import { isPlanPath } from '../plan/discovery.ts';
import { CheckedTypes, spansOf, type TypeQuestion } from './checked-types.ts';
import { factsOf, judge } from './code-notes.ts';
import type { SkipReason } from './fitness.ts';
import { isManifest } from './modules.ts';
import { Front } from './front.ts';
import type { LinkInput } from './linked.ts';
import { Links } from './links.ts';
import type { LoadProgress } from './load-progress.ts';
import { Plans } from './plans.ts';
import { Configs, isConfigPath } from './configs.ts';
import { ReadingOrder } from './reading-order.ts';
import { questionsIn } from './refine-calls.ts';
import type { Snapshot } from './snapshot.ts';
import { reachesFar } from './symbols.ts';
import { TextScan } from './text-scan.ts';
import { Texts } from './texts.ts';
import { WorkspaceSnapshot } from './workspace-snapshot.ts';

export interface WorkspaceOptions {
  /** Ids of the rules that a config may name. */
  readonly ruleIds?: Iterable<string>;
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
  /** Those of them that are of a language that is read. */
  readonly #codeFiles = new Set<Uri>();
  readonly #manifests = new Map<Uri, string>();
  readonly #code = new Map<Uri, CodeFile>();
  readonly #candidates = new Set<Uri>();
  readonly #texts: Texts;
  readonly #skipped = new Map<Uri, SkipReason>();
  readonly #scan: TextScan;
  #isComplete = false;
  /** Whether everything has been read once. */
  #isLoaded = false;
  readonly #types = new CheckedTypes();
  readonly #links: Links;
  /** Until everything has been read for the first time. */
  #front: Front | undefined;
  #snapshot: WorkspaceSnapshot | undefined;

  constructor(host: Host, options: WorkspaceOptions = {}) {
    this.#host = host;
    this.#scan = new TextScan(host);
    this.#texts = new Texts(host);
    this.#configs = new Configs([...(options.ruleIds ?? [])]);
    this.#links = new Links(
      () => ({ ...this.#linkInput(), code: new Map(this.#code), candidates: [...this.#candidates] }),
      uri => this.#readAtOnce(uri),
    );
  }

  /** What the workspace is now. The same object until something changes. */
  get snapshot(): Snapshot {
    if (this.#snapshot) return this.#snapshot;
    // What a plan says of the code depends on the configs.
    const plans = this.#front && !this.#configs.isRead ? [] : this.#plans.joined();
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
      textOf: this.#texts.now(),
      counts: {
        files: this.#codeFiles.size,
        parsed: this.#candidates.size,
        skipped: [...this.#skipped].map(([uri, why]) => ({ uri, why })),
      },
      linked: this.#front?.linked ?? this.#links.current,
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
    if (!this.#isLoaded) this.#front = this.#frontOf([...this.#code]);
    const above = this.#configsAbove.map((uri): FileEntry => ({ uri }));
    const entries = [...above, ...(await this.#host.findFiles(this.#folders))];
    this.#forget(new Set(entries.map(entry => entry.uri)));
    const order = new ReadingOrder();
    const pace = new Pace(() => this.#host.pause());
    for (const { uri, size } of entries) {
      await pace.turn();
      this.#addFile(uri);
      order.add(uri);
      if (size !== undefined && languageOf(uri) && size > 1_500_000) this.#skipped.set(uri, 'large');
    }
    for (const uri of order.first) await this.#read(uri);
    await this.#readExtended();
    this.#configs.areRead();
    // What only a config names as a plan is known once the configs are.
    for (const { uri } of entries) {
      await pace.turn();
      if (!this.#plans.has(uri) && this.#configs.isPlan(uri)) await this.#read(uri);
    }
    await this.#readNamedPlans();
    this.#plans.joined();
    const waiting: Uri[] = [];
    for (const uri of order.code) {
      await pace.turn();
      if (!this.#skipped.has(uri) && this.#configs.includes(uri)) waiting.push(uri);
    }
    await this.#look(waiting, done => {
      progress.report?.(done, waiting.length);
      return !progress.cancelled?.();
    });
    if (progress.cancelled?.()) return;
    await this.#settle(progress);
    this.#isComplete = true;
    this.#front = undefined;
    this.#isLoaded = true;
    this.#changed();
    progress.report?.(waiting.length, waiting.length);
  }

  /** Brings in the files that imports and wrappers ask for. Returns whether anything new was read. */
  async settle(progress: LoadProgress = {}): Promise<boolean> {
    // Who reads everything brings in that, too.
    return this.#front ? false : this.#settle(progress);
  }

  async #settle(progress: LoadProgress): Promise<boolean> {
    const pace = new Pace(() => this.#host.pause());
    let any = await this.#readExtended();
    any = (await this.#readNamedPlans()) || any;
    for (let round = 0; round < 24 && !progress.cancelled?.(); round++) {
      const linked = await this.#links.settled(() => this.#host.pause(), progress.cancelled);
      const wanted = [...linked.wanted].filter(uri => !this.#code.has(uri) && !this.#skipped.has(uri));
      const found = await this.#scan.filesWith(
        linked.newWords(),
        linked.wantedNames(),
        linked.newModules(),
        () => [...this.#codeFiles].filter(uri => !this.#candidates.has(uri)),
        uri => this.#texts.read(uri),
      );
      const fresh = [...new Set([...wanted, ...found])].filter(uri => !this.#code.has(uri) && !this.#skipped.has(uri));
      for (const uri of found)
        if (this.#configs.includes(uri) && !this.#candidates.has(uri)) {
          this.#candidates.add(uri);
          this.#links.changed(uri);
          this.#changed();
        }
      if (fresh.length === 0 && found.length === 0) break;
      if (fresh.some(reachesFar)) this.#links.reset();
      for (const uri of fresh) {
        await pace.turn();
        const file = await this.#texts.at(uri);
        if (file) this.#readCode(uri, file);
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
    this.#texts.open(uri, text);
    this.#addFile(uri);
    this.#take(uri, { text: () => text });
  }

  /** A document was closed: what is on disk counts again. */
  async close(uri: Uri): Promise<void> {
    this.#texts.close(uri);
    await this.refresh([uri]);
  }

  /** Sets a text as though it were open, and brings in what it asks for. For the command line and tests. */
  async update(uri: Uri, text: string): Promise<void> {
    this.change(uri, text);
    await this.settle();
  }

  /** Files were made, changed or deleted on disk. */
  async refresh(uris: readonly Uri[]): Promise<void> {
    const changed = uris.filter(uri => !this.#texts.isOpen(uri) && this.#isOfInterest(uri));
    const code = changed.filter(uri => !this.#isNoCode(uri));
    for (const uri of changed) {
      if (!this.#isNoCode(uri)) continue;
      const text = await this.#host.readFile(uri);
      if (text === undefined) this.#remove(uri);
      else {
        this.#addFile(uri);
        this.#take(uri, { text: () => text });
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
    const linked = this.#front?.linked ?? this.#links.current;
    return spansOf(questionsIn(linked.calls(uri)), file => this.#code.get(file));
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
    if (this.#texts.isOpen(uri)) return;
    const text = await this.#host.readFile(uri);
    // A large plan is read in slices, too. Then it is there, and what follows costs nothing.
    if (text !== undefined && this.#isPlan(uri)) await this.#plans.read(uri, text, () => this.#host.pause());
    this.#see(uri, text === undefined ? undefined : { text: () => text });
  }

  /** Reads code that has changed on disk, as far as it may be of interest. */
  async #look(uris: readonly Uri[], goOn: (done: number) => boolean = () => true): Promise<void> {
    await this.#scan.look(uris, this.#links.words, {
      isWanted: uri => this.#code.has(uri) || this.#skipped.has(uri),
      see: (uri, file) => {
        this.#see(uri, file);
      },
      goOn,
    });
  }

  #see(uri: Uri, file: IndexedFile | undefined): void {
    if (this.#texts.isOpen(uri)) return;
    if (!file) {
      if (!isManifest(uri)) this.#skipped.set(uri, 'unreadable');
      return;
    }
    this.#skipped.delete(uri);
    this.#take(uri, file);
  }

  /** Reads the files of other names that configs extend. Returns whether there were any. */
  async #readExtended(): Promise<boolean> {
    let any = false;
    // Each may extend others; a file is asked for once, whether it can be read or not.
    for (let missing = this.#configs.missing(); missing.length > 0; missing = this.#configs.missing()) {
      for (const uri of missing) this.#configs.setExtended(uri, await this.#texts.read(uri));
      this.#reset();
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

  /** Gives a file to whatever understands it. */
  #take(uri: Uri, file: IndexedFile): void {
    if (this.#isNoCode(uri)) this.#takeText(uri, file.text() ?? '');
    else if (languageOf(uri)) this.#takeCode(uri, file);
    else return;
    this.#changed();
  }

  #takeText(uri: Uri, text: string): void {
    if (isConfigPath(uri) || this.#configs.isExtended(uri)) {
      if (isConfigPath(uri)) this.#configs.set(uri, text);
      else this.#configs.setExtended(uri, text);
      this.#texts.keep(uri, text);
      this.#reset();
      this.#plans.readTables();
    } else if (isManifest(uri)) {
      this.#manifests.set(uri, text);
      this.#reset();
    } else {
      this.#plans.set(uri, text);
      this.#texts.keep(uri, text);
    }
  }

  #takeCode(uri: Uri, file: IndexedFile): void {
    const { why, isSdk } = judge(file);
    if (why) {
      this.#skipped.set(uri, why);
      this.#removeCode(uri);
      return;
    }
    this.#skipped.delete(uri);
    const mentions = this.#texts.isOpen(uri) || isSdk || this.#scan.mayCall(uri, file, this.#links.words);
    if (mentions && this.#configs.includes(uri)) this.#candidates.add(uri);
    else this.#candidates.delete(uri);
    if (mentions || this.#code.has(uri)) this.#readCode(uri, file);
  }

  #readCode(uri: Uri, file: IndexedFile): void {
    const facts = factsOf(uri, file, this.#code.get(uri));
    if (!facts) {
      const { why } = judge(file);
      if (why) this.#skipped.set(uri, why);
      return;
    }
    this.#types.edit(uri, file.text);
    this.#texts.keepCode(uri, file);
    this.#code.set(uri, facts);
    this.#links.changed(uri);
    if (this.#texts.isOpen(uri)) this.#front?.set(uri, facts);
    this.#changed();
  }

  /** A new path may be what imports of other files mean. */
  #addFile(uri: Uri): void {
    if (this.#files.has(uri)) return;
    this.#files.add(uri);
    if (languageOf(uri)) this.#codeFiles.add(uri);
    this.#reset();
  }

  #remove(uri: Uri): void {
    this.#files.delete(uri);
    this.#codeFiles.delete(uri);
    this.#reset();
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
    if (this.#code.delete(uri)) this.#reset();
  }

  /** Drops what a new walk no longer finds, but for what is open. */
  #forget(present: ReadonlySet<Uri>): void {
    for (const uri of [...this.#files]) if (!present.has(uri) && !this.#texts.isOpen(uri)) this.#remove(uri);
  }

  // -------------------------------------------------------------------------------------------------- state

  #isOfInterest(uri: Uri): boolean {
    const isOurs = languageOf(uri) !== undefined || this.#isNoCode(uri);
    return isOurs && (this.#files.has(uri) || !(this.#host.isIgnored?.(uri, this.#folders) ?? false));
  }

  /** Whether it says what to do with code, whatever its name ends in. */
  #isNoCode(uri: Uri): boolean {
    return isConfigPath(uri) || this.#configs.isExtended(uri) || isManifest(uri) || this.#isPlan(uri);
  }

  #isPlan(uri: Uri): boolean {
    return isPlanPath(uri) || this.#configs.isPlan(uri);
  }

  #linkInput(): Omit<LinkInput, 'code' | 'candidates'> {
    const configs = this.#configs.frozen();
    return { files: this.#files, manifests: this.#manifests, folders: this.#folders, configs };
  }

  #frontOf(known: readonly (readonly [Uri, CodeFile])[]): Front {
    const front = new Front({ input: () => this.#linkInput(), readAtOnce: uri => this.#readAtOnce(uri) });
    for (const [uri, facts] of known) if (this.#texts.isOpen(uri)) front.set(uri, facts);
    return front;
  }

  /** Everything must be linked anew. */
  #reset(): void {
    this.#links.reset();
    this.#front?.reset();
  }

  /** A file that the evaluation asks for, where the host can read at once; else it comes with `settle`. */
  #readAtOnce(uri: Uri): CodeFile | undefined {
    const known = this.#code.get(uri);
    if (known) return known;
    const file = languageOf(uri) && this.#texts.atOnce(uri);
    const facts = file && factsOf(uri, file);
    if (!facts) return undefined;
    this.#code.set(uri, facts);
    this.#texts.keepCode(uri, file);
    return facts;
  }

  #changed(): void {
    this.#snapshot = undefined;
  }
}
