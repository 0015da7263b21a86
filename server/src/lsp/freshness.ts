import {
  CodeLensRefreshRequest,
  InlayHintRefreshRequest,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeParams,
} from 'vscode-languageserver';
import type { Host } from '../base/host.ts';
import type { Uri } from '../base/text.ts';
import { canonicalUri } from '../base/uri.ts';
import type { Editor } from '../features/editor.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { OpenDocuments } from './documents.ts';
import { statusNotification, treeChangedNotification, type InitializationOptions } from './protocol.ts';
import { statusOf } from './status.ts';
import type { Surroundings } from './surroundings.ts';
import { resultIdAt, toEditor } from './translate.ts';
import type { TypeWaves } from './type-waves.ts';
import type { UnsavedPlanChecks } from './unsaved-plans.ts';

interface Parts {
  readonly connection: Connection;
  readonly host: Host;
  readonly surroundings: Surroundings;
  readonly params: InitializeParams;
  readonly options: InitializationOptions;
  readonly editor: Editor;
  readonly documents: OpenDocuments;
  readonly types: TypeWaves;
}

/**
 * Keeps what the editor shows true after a change: pushes diagnostics to editors that do not pull them, and tells those
 * that do when something else than the text in question has changed them. Works in the pauses between requests.
 */
export class Freshness {
  readonly #parts: Parts;
  readonly #pulls: boolean;
  /** What the editor has: the result id of each open document. */
  readonly #shown = new Map<Uri, string>();
  #workspace: Workspace | undefined;
  /** Counts changes, so that a round of checks that was overtaken by one ends. */
  #round = 0;
  #isTimerSet = false;
  #status = '';
  #unsaved: UnsavedPlanChecks | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#pulls = parts.params.capabilities.textDocument?.diagnostic !== undefined;
  }

  /** The workspace has changed; `uri` is the document that was typed in, whose findings the editor asks for itself. */
  changed(workspace: Workspace, uri?: Uri): void {
    this.#workspace = workspace;
    const round = ++this.#round;
    const typed = uri === undefined ? undefined : canonicalUri(uri);
    if (typed !== undefined && !this.#pulls) void this.#guarded(() => this.#check(typed, true));
    // What is asked next, most likely about the document that was typed in, goes first.
    this.#parts.surroundings.after(othersAfter, () => {
      const others = this.#parts.documents.shown.filter(each => each !== typed);
      if (round === this.#round) void this.#guarded(() => this.#compare(round, others));
    });
    this.#setTimer();
  }

  /** More is known of the values in some files, whose findings are then told at once: nobody else would. */
  refined(workspace: Workspace, uris: readonly Uri[]): void {
    this.#workspace = workspace;
    const shown = uris.flatMap(uri => this.#parts.documents.shownOf(uri));
    void this.#guarded(() => this.#compare(this.#round, shown));
    this.#setTimer();
  }

  /** A document was saved: what is unsaved may be less now. */
  saved(): void {
    this.#setTimer();
  }

  /** Notes which diagnostics the editor now shows. */
  answered(method: string, params: unknown, result: unknown): void {
    if (method !== 'textDocument/diagnostic') return;
    const { textDocument } = params as { readonly textDocument: { readonly uri: Uri } };
    const { resultId } = result as DocumentDiagnosticReport;
    if (resultId !== undefined) this.#shown.set(canonicalUri(textDocument.uri), resultId);
  }

  /** A closed document has no diagnostics of its own any more. */
  forget(uri: Uri): void {
    this.#shown.delete(canonicalUri(uri));
    if (!this.#pulls) void this.#parts.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Open documents, each in a pause of its own, until something changes. */
  async #compare(round: number, uris: readonly Uri[]): Promise<void> {
    const { host, connection, params } = this.#parts;
    let isStale = false;
    for (const uri of uris) {
      if (round !== this.#round) return;
      isStale = (await this.#check(uri, false)) || isStale;
      await host.pause();
    }
    if (isStale && params.capabilities.workspace?.diagnostics?.refreshSupport) {
      await connection.languages.diagnostics.refresh();
    }
  }

  /** Pushes what is new, or tells whether the editor, which pulls, shows something else. */
  async #check(uri: Uri, always: boolean): Promise<boolean> {
    const { diagnosticsOf, resultIdOf } = await import('../features/diagnostics.ts');
    if (!this.#workspace) return false;
    const { documents, editor } = this.#parts;
    const place = documents.placeOf(uri);
    const found = diagnosticsOf(this.#workspace.snapshot, place.file, editor);
    const diagnostics = toEditor(found, documents, uri) as Diagnostic[];
    const id = resultIdAt(resultIdOf(found), place);
    const isShown = this.#shown.has(uri);
    const isNew = this.#shown.get(uri) !== id;
    if (!this.#pulls && (isNew || always)) await this.#push(uri, diagnostics);
    // An editor asks again only for what is in view, which must not make every later change a reason to tell it.
    if (isShown || !this.#pulls) this.#shown.set(uri, id);
    return this.#pulls && isShown && isNew;
  }

  async #guarded(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#parts.host.log(`Checking the open documents failed: ${why}`);
    }
  }

  #push(uri: Uri, diagnostics: Diagnostic[]): Promise<void> {
    const { documents, connection } = this.#parts;
    const version = documents.shownVersion(uri);
    return connection.sendDiagnostics({
      uri: documents.placeOf(uri).uri,
      diagnostics,
      ...(version !== null && { version }),
    });
  }

  /** Counts and lenses may follow the typing at a distance. */
  #setTimer(): void {
    if (this.#isTimerSet) return;
    this.#isTimerSet = true;
    this.#parts.surroundings.after(followsAfter, () => {
      this.#isTimerSet = false;
      void this.#guarded(() => this.#tellStatus());
      if (this.#parts.options.tree) void this.#parts.connection.sendNotification(treeChangedNotification);
      this.#refreshLenses();
    });
  }

  async #tellStatus(): Promise<void> {
    const { connection, options, types, documents } = this.#parts;
    // An editor that gives no options of ours does not know our notification.
    if (!this.#workspace || options.commands === undefined) return;
    const { snapshot } = this.#workspace;
    const { UnsavedPlanChecks } = await import('./unsaved-plans.ts');
    this.#unsaved ??= new UnsavedPlanChecks(this.#parts.host);
    const unsaved = await this.#unsaved.look(snapshot, documents.files);
    // What has changed meanwhile sets a timer of its own.
    if (snapshot !== this.#workspace.snapshot) return;
    const status = statusOf(snapshot, types.source, unsaved);
    const text = JSON.stringify(status);
    if (text === this.#status) return;
    this.#status = text;
    await connection.sendNotification(statusNotification, status);
  }

  /** Counts in plans, and names in code that other files give. */
  #refreshLenses(): void {
    const { connection, params, documents } = this.#parts;
    const planFiles = this.#workspace?.snapshot.planFiles;
    const { codeLens, inlayHint } = params.capabilities.workspace ?? {};
    if (inlayHint?.refreshSupport && documents.files.length > 0)
      void connection.sendRequest(InlayHintRefreshRequest.type);
    if (codeLens?.refreshSupport && planFiles && documents.files.some(uri => planFiles.has(uri)))
      void connection.sendRequest(CodeLensRefreshRequest.type);
  }
}

/** How long other documents wait for the typing to pause, and how long counts and lenses do; in milliseconds. */
const othersAfter = 100;
const followsAfter = 400;
