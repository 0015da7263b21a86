import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type DidChangeNotebookDocumentParams,
  type DidOpenNotebookDocumentParams,
  type InitializeParams,
  type TextDocumentContentChangeEvent,
  type TextDocumentItem,
} from 'vscode-languageserver';
import type { Host } from '../base/host.ts';
import { inSlices } from '../base/slices.ts';
import type { Uri } from '../base/text.ts';
import { canonicalUri } from '../base/uri.ts';
import type { Editor } from '../features/editor.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { Activity } from './activity.ts';
import { OpenDocuments, type FileText } from './documents.ts';
import { editorOf } from './editor.ts';
import { features, type Feature } from './features.ts';
import { Freshness } from './freshness.ts';
import { offerFormatting } from './offer-formatting.ts';
import type { InitializationOptions, ToolCall } from './protocol.ts';
import { showProgress } from './progress.ts';
import { Projects } from './projects.ts';
import type { Surroundings } from './surroundings.ts';
import { toEditor, toEngine } from './translate.ts';
import { TypeWaves } from './type-waves.ts';
import { watchBeyond, watchFiles } from './watch-files.ts';

/**
 * One editor at work: its open documents, its workspace, and the order of things. Changes are applied one after the
 * other; a request waits for the changes that came before it, and for nothing else.
 */
export class Session {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #activity: Activity;
  readonly #surroundings: Surroundings;
  readonly #params: InitializeParams;
  readonly #documents = new OpenDocuments(() => this.#folders);
  readonly #editor: Editor;
  readonly #freshness: Freshness;
  readonly #types: TypeWaves;
  readonly #projects: Projects;
  #folders: readonly Uri[];
  #workspace: Promise<Workspace> | undefined;
  /** Settled when every change so far is applied. */
  #applied: Promise<void> = Promise.resolve();
  /** Settled when the last look into the folders has ended; a later one takes its turn. */
  #loading: Promise<void> = Promise.resolve();
  #turn = 0;
  readonly #watched = new Set<Uri>();
  #isStopped = false;
  #isSettling = false;
  #isUnsettled = false;
  /** How many changes came in so far. */
  #changes = 0;

  constructor(
    connection: Connection,
    host: Host,
    surroundings: Surroundings,
    params: InitializeParams,
    options: InitializationOptions,
  ) {
    this.#connection = connection;
    this.#host = host;
    this.#activity = surroundings.activity ?? new Activity();
    if (options.storage?.startsWith('file:')) host.index?.keepIn(options.storage);
    this.#surroundings = surroundings;
    this.#params = params;
    this.#folders = foldersOf(params);
    this.#projects = new Projects(host);
    this.#projects.folders = this.#folders;
    this.#editor = editorOf(params, options, {
      version: uri => this.#documents.version(uri),
      rulePage: rule => surroundings.rulePage(rule),
      log: message => {
        host.log(message);
      },
    });
    this.#types = new TypeWaves({
      host,
      surroundings,
      options,
      folders: this.#folders,
      documents: this.#documents,
      refined: (workspace, uris) => {
        this.#freshness.refined(workspace, uris);
      },
    });
    this.#freshness = new Freshness({
      connection,
      host,
      surroundings,
      params,
      options,
      editor: this.#editor,
      documents: this.#documents,
      types: this.#types,
    });
  }

  /** Loads the engine, then the workspace; what is asked meanwhile is answered from what is known. */
  start(): void {
    void this.#engine();
    watchFiles(this.#connection, this.#params);
    offerFormatting(this.#connection, this.#params, this.#editor);
    if (this.#params.capabilities.workspace?.workspaceFolders) this.#followFolders();
    this.#look();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#types.stop();
  }

  open(item: TextDocumentItem): void {
    const opened = this.#documents.open(item);
    this.#take([opened], item.uri);
    void this.#projects.welcome(opened.file).then(isNew => {
      if (isNew) this.#look();
    });
  }

  change(uri: Uri, version: number, changes: TextDocumentContentChangeEvent[]): void {
    this.#activity.noted();
    const text = this.#documents.change(uri, version, changes);
    if (text === undefined) this.#host.log(`A change of ${uri} came in, which is not open.`);
    else this.#take([text], uri, pauseInTyping);
  }

  close(uri: Uri): void {
    this.#take([this.#documents.close(uri)]);
    this.#freshness.forget(uri);
  }

  openNotebook(params: DidOpenNotebookDocumentParams): void {
    this.#take(this.#documents.openNotebook(params));
  }

  changeNotebook(params: DidChangeNotebookDocumentParams): void {
    this.#take(this.#documents.changeNotebook(params));
    for (const { uri } of params.change.cells?.structure?.didClose ?? []) this.#freshness.forget(uri);
  }

  closeNotebook(uri: Uri): void {
    const { cells, texts } = this.#documents.closeNotebook(uri);
    this.#take(texts);
    for (const cell of cells) this.#freshness.forget(cell);
  }

  saved(): void {
    this.#freshness.saved();
  }

  /** Files that changed on disk, as the editor saw. What the walk would leave out is none of ours. */
  refresh(uris: readonly Uri[]): void {
    const ours = uris.map(canonicalUri).filter(uri => !this.#host.isIgnored?.(uri, this.#folders));
    if (ours.length === 0) return;
    this.#types.refresh(ours);
    this.#enqueue(workspace => workspace.refresh(ours));
  }

  answer(feature: Feature, params: unknown, token: CancellationToken): Promise<unknown> {
    const answer = this.#answer(feature, params, token);
    // What waits for long work itself must not hold that up.
    return feature.isOfAll || feature.loadPreparation ? answer : this.#activity.during(answer);
  }

  async #answer(feature: Feature, params: unknown, token: CancellationToken): Promise<unknown> {
    try {
      const applied = this.#applied;
      const asked = toEngine(params, this.#documents);
      const [workspace, answer] = await Promise.all([this.#engine(), feature.load()]);
      await applied;
      if (feature.isOfAll) await this.#loading;
      if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
      const { snapshot } = workspace;
      if (feature.loadPreparation) {
        const preparation = await feature.loadPreparation();
        await inSlices(
          preparation(snapshot),
          () => this.#host.pause(),
          () => token.isCancellationRequested,
        );
      }
      const result = toEditor(answer(snapshot, asked, this.#editor), this.#documents, documentOf(params));
      this.#freshness.answered(feature.method, params, result);
      return result;
    } catch (error) {
      if (error instanceof ResponseError) return error;
      this.#log(feature.method, error);
      return new ResponseError(LSPErrorCodes.RequestFailed, `${feature.method} failed; see the log.`);
    }
  }

  /** A tool of coding agents, with what the editor has open. */
  async runTool({ name, input }: ToolCall): Promise<unknown> {
    try {
      const applied = this.#applied;
      const [workspace, { agentTools }] = await Promise.all([this.#engine(), import('../features/agent/index.ts')]);
      await applied;
      // An agent believes what it is told: half of the code is not enough.
      await this.#loading;
      const tool = agentTools.find(each => each.name === name);
      if (!tool) return new ResponseError(LSPErrorCodes.RequestFailed, `There is no tool "${name}".`);
      const [folder = 'file://'] = this.#folders;
      const openText = (uri: Uri) => this.#documents.text(uri);
      return await tool.run({ workspace, root: folder.replace(/\/*$/, '/'), openText }, input);
    } catch (error) {
      this.#log(name, error);
      return new ResponseError(LSPErrorCodes.RequestFailed, `${name} failed; see the log.`);
    }
  }

  /** Looks into the folders, beside whatever else there is to do. */
  #look(): void {
    this.#enqueue(async workspace => {
      const { read, guests } = this.#projects;
      workspace.setFolders(read, guests, await this.#projects.configsAbove());
      const turn = ++this.#turn;
      this.#loading = this.#loading.then(() => this.#load(workspace, () => this.#isStopped || turn !== this.#turn));
    });
    const unwatched = this.#projects.beyond.filter(folder => !this.#watched.has(folder));
    for (const folder of unwatched) this.#watched.add(folder);
    watchBeyond(this.#connection, this.#params, unwatched);
  }

  async #load(workspace: Workspace, cancelled: () => boolean): Promise<void> {
    if (cancelled()) return;
    const progress = await showProgress(this.#connection, this.#params);
    try {
      await workspace.load({
        cancelled,
        report: (done, total) => {
          progress.report(done, total);
        },
      });
      this.#host.index?.save();
      const { plans } = workspace.snapshot;
      const isPlanless = plans.every(({ root }) => this.#projects.guests.some(guest => root.startsWith(guest)));
      if (!cancelled() && isPlanless && (await this.#projects.lookAround())) this.#look();
    } catch (error) {
      this.#log('Reading the workspace', error);
    } finally {
      progress.done();
      this.#freshness.changed(workspace);
      this.#types.changed(workspace);
    }
  }

  #followFolders(): void {
    this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => canonicalUri(uri)));
      const kept = this.#folders.filter(uri => !gone.has(uri));
      this.#folders = [...new Set([...kept, ...added.map(({ uri }) => canonicalUri(uri))])];
      this.#projects.folders = this.#folders;
      this.#look();
    });
  }

  /** Texts of files that changed together; `shown` is the document that was typed in. */
  #take(texts: readonly FileText[], shown?: Uri, later = 0): void {
    for (const { file, text } of texts) this.#types.edited(file, text);
    this.#enqueue(
      async workspace => {
        for (const { file, text } of texts)
          if (text === undefined) await workspace.close(file);
          else workspace.change(file, text);
      },
      shown,
      later,
    );
  }

  /** Applies a change after those before it. What it asks for is read `later`, in milliseconds, unless another comes by then. */
  #enqueue(change: (workspace: Workspace) => void | Promise<void>, uri?: Uri, later = 0): void {
    const number = ++this.#changes;
    this.#applied = this.#applied.then(async () => {
      try {
        const workspace = await this.#engine();
        await change(workspace);
        this.#freshness.changed(workspace, uri);
        this.#types.changed(workspace, uri === undefined ? undefined : this.#documents.placeOf(uri).file);
        if (later === 0) void this.#settle(workspace);
        else
          this.#surroundings.after(later, () => {
            if (number === this.#changes) void this.#settle(workspace);
          });
      } catch (error) {
        this.#log('Applying a change', error);
      }
    });
  }

  /** Brings in the files that a change asks for, such as those that it imports now; nobody waits for them. */
  async #settle(workspace: Workspace): Promise<void> {
    this.#isUnsettled = true;
    if (this.#isSettling) return;
    this.#isSettling = true;
    try {
      while (this.#isUnsettled) {
        this.#isUnsettled = false;
        if (await workspace.settle({ cancelled: () => this.#isStopped })) this.#freshness.changed(workspace);
      }
    } catch (error) {
      this.#log('Reading what a change asks for', error);
    } finally {
      this.#isSettling = false;
    }
  }

  /** Loading the engine takes as long as the handshake itself, so it starts after that. */
  #engine(): Promise<Workspace> {
    this.#workspace ??= loadEngine(this.#host);
    return this.#workspace;
  }

  #log(what: string, error: unknown): void {
    this.#host.log(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}

/** Names that are half typed need not be looked for in every file. In milliseconds. */
const pauseInTyping = 150;

async function loadEngine(host: Host): Promise<Workspace> {
  const [{ Workspace }, { rules }] = await Promise.all([
    import('../workspace/workspace.ts'),
    import('../rules/index.ts'),
    ...features.map(feature => feature.load()),
  ]);
  return new Workspace(host, { ruleIds: rules.map(rule => rule.id) });
}

/** Editors of the protocol's first versions name a single folder. */
function foldersOf(params: InitializeParams): readonly Uri[] {
  const { rootUri }: { readonly rootUri?: Uri | null } = params;
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return [...new Set(folders.map(canonicalUri))];
}

/** The document that a request is about, as the editor spells it. */
function documentOf(params: unknown): Uri | undefined {
  if (typeof params !== 'object' || params === null || !('textDocument' in params)) return undefined;
  return (params as { readonly textDocument: { readonly uri: Uri } }).textDocument.uri;
}
