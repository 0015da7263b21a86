import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CompletionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgressCreateRequest,
  type InitializeParams,
  type ProtocolConnection,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { statusNotification, type Status } from '../../server/src/lsp/protocol.ts';

/** A language server as it is started by an editor. */
export interface ServerProgram {
  readonly command: string;
  readonly args: readonly string[];
  /** Whether diagnostics are asked for; else they are waited for. */
  readonly isPulled: boolean;
}

/** The built server of Tracklint, as the extension starts it. */
export const tracklint: ServerProgram = {
  command: process.execPath,
  args: ['--max-semi-space-size=4', 'dist/server.js', '--stdio'],
  isPulled: true,
};

/** An editor without a screen, at the other end of a language server. */
export class BenchEditor {
  readonly #child: ChildProcess;
  readonly #client: ProtocolConnection;
  readonly #folder: string;
  readonly #isPulled: boolean;
  #version = 1;
  #news: () => void = () => undefined;
  #next = new Promise<void>(resolve => (this.#news = resolve));
  /** Set once the server says that the workspace is read. */
  #isReady: () => void = () => undefined;
  readonly ready = new Promise<void>(resolve => (this.#isReady = resolve));
  /** Milliseconds from the start of the process to the answer to `initialize`. */
  startTime = 0;

  constructor(program: ServerProgram, folder: string) {
    this.#folder = folder;
    this.#isPulled = program.isPulled;
    const child = spawn(program.command, [...program.args], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#child = child;
    this.#client = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const news = (): void => {
      this.#news();
      this.#next = new Promise(resolve => (this.#news = resolve));
    };
    this.#client.onRequest(DiagnosticRefreshRequest.type, news);
    this.#client.onNotification(PublishDiagnosticsNotification.type, ({ version }) => {
      if (version === undefined || version >= this.#version) news();
    });
    this.#client.onNotification(statusNotification, ({ state }: Status) => {
      if (state === 'ready') this.#isReady();
    });
    this.#client.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
    this.#client.onRequest(RegistrationRequest.type, () => undefined);
    this.#client.onRequest(WorkDoneProgressCreateRequest.type, () => undefined);
    this.#client.listen();
  }

  /** The handshake; the server begins to read the folder. */
  async initialize(options: object = {}): Promise<void> {
    const started = performance.now();
    const params: Omit<InitializeParams, 'rootUri'> = {
      processId: process.pid,
      workspaceFolders: [{ uri: this.#uriOf(''), name: 'bench' }],
      capabilities: {
        textDocument: { ...(this.#isPulled && { diagnostic: {} }), publishDiagnostics: {} },
        workspace: { diagnostics: { refreshSupport: true } },
      },
      initializationOptions: { commands: [], ...options },
    };
    await this.#client.sendRequest(InitializeRequest.method, params);
    this.startTime = performance.now() - started;
    await this.#client.sendNotification(InitializedNotification.type, {});
  }

  open(name: string, text: string, languageId = 'typescript'): Promise<void> {
    return this.#client.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: this.#uriOf(name), languageId, version: this.#version, text },
    });
  }

  change(name: string, change: TextDocumentContentChangeEvent): void {
    void this.#client.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.#uriOf(name), version: ++this.#version },
      contentChanges: [change],
    });
  }

  /** Rules of the findings that the server has now; of one that tells by itself, how many there were is not kept. */
  async findings(name: string): Promise<readonly string[]> {
    if (!this.#isPulled) {
      await this.#next;
      return [];
    }
    const textDocument = { uri: this.#uriOf(name) };
    const report = await this.#client.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    return report.kind === 'full' ? report.items.map(({ code }) => String(code)) : [];
  }

  /** Asks again whenever the server says that there is news. */
  async until(name: string, isMet: (findings: readonly string[]) => boolean): Promise<void> {
    for (;;) {
      const changed = this.#next;
      if (isMet(await this.findings(name))) return;
      await changed;
    }
  }

  /** How many items are offered at a place. */
  async complete(name: string, position: { readonly line: number; readonly character: number }): Promise<number> {
    const textDocument = { uri: this.#uriOf(name) };
    const answer = await this.#client.sendRequest(CompletionRequest.type, { textDocument, position });
    return Array.isArray(answer) ? answer.length : (answer?.items.length ?? 0);
  }

  /** Memory of the server's process in megabytes, where the system tells it. */
  get memory(): number {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.#child.pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? NaN) / 1024;
  }

  send(method: string, params: object): Promise<void> {
    return this.#client.sendNotification(method, params);
  }

  async stop(): Promise<void> {
    await this.#client.sendRequest(ShutdownRequest.type);
    const ended = new Promise(resolve => this.#child.once('exit', resolve));
    await this.#client.sendNotification(ExitNotification.type);
    await ended;
    this.#client.dispose();
  }

  #uriOf(name: string): string {
    return pathToFileURL(join(this.#folder, name)).href;
  }
}

/** Starts the built server for a folder, and waits until that is read. */
export async function startServer(folder: string, options: { readonly trusted: boolean }): Promise<BenchEditor> {
  const editor = new BenchEditor(tracklint, folder);
  await editor.initialize(options);
  await editor.ready;
  return editor;
}
