import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  type Range,
} from 'vscode-languageserver/node';

/** An editor of the present: it pulls diagnostics, and takes what the server wants to register or to show. */
export const modern: ClientCapabilities = {
  workspace: {
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  window: { workDoneProgress: true },
  textDocument: {
    diagnostic: {},
    completion: { completionItem: { snippetSupport: true } },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
};

/** The server as a process, with a folder of files on disk, spoken to over stdio. */
export class TestEditor {
  readonly folder: string;
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: MessageConnection;
  /** What the server asked and told, in order: the methods. */
  readonly heard: string[] = [];
  readonly #published: PublishDiagnosticsParams[] = [];
  readonly #exit: Promise<number | null>;
  #waiting: (() => void)[] = [];

  /** Files go into a new folder, or into one that is there. */
  constructor(files: Readonly<Record<string, string>>, folder?: string) {
    this.folder = folder ?? realpathSync(mkdtempSync(join(tmpdir(), 'tracklint-lsp-')));
    for (const [name, text] of Object.entries(files)) this.write(name, text);
    this.process = spawn(process.execPath, ['out/test/tracklint.js', 'lsp', '--stdio']);
    this.process.stderr.on('data', data => this.heard.push(`stderr ${String(data)}`));
    this.#exit = new Promise(resolve => this.process.on('exit', resolve));
    this.connection = createMessageConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
    this.connection.onNotification((method, params) => {
      if (method === 'textDocument/publishDiagnostics') this.#published.push(params as PublishDiagnosticsParams);
      this.#hear(method);
    });
    this.connection.onRequest(method => {
      this.#hear(method);
      return null;
    });
    this.connection.listen();
  }

  uri(name: string): string {
    return pathToFileURL(join(this.folder, name)).href;
  }

  write(name: string, text: string): void {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** The handshake. Returns when the workspace has been read, as far as the editor is told so. */
  async start(capabilities: ClientCapabilities, more: Partial<InitializeParams> = {}): Promise<InitializeResult> {
    const uri = pathToFileURL(this.folder).href;
    const result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'test' }],
      capabilities,
      ...more,
    });
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  open(name: string, text: string, version = 1): Promise<void> {
    const textDocument = { uri: this.uri(name), languageId: 'typescript', version, text };
    return this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** Without a range the whole text is replaced. */
  edit(name: string, version: number, ...contentChanges: { range?: Range; text: string }[]): Promise<void> {
    const textDocument = { uri: this.uri(name), version };
    return this.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
  }

  /** A request about a place, counted from 0. */
  ask<Result>(method: string, name: string, line = 0, character = 0, more: object = {}): Promise<Result> {
    const textDocument = { uri: this.uri(name) };
    return this.connection.sendRequest<Result>(method, { textDocument, position: { line, character }, ...more });
  }

  /** Waits for something that the server says of its own accord; times out with the test. */
  async until<T>(look: () => T | undefined | false): Promise<T> {
    for (;;) {
      const found = look();
      if (found) return found;
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    }
  }

  /** Diagnostics that were pushed for a file, the last ones first asked for by their version. */
  pushed(name: string, version: number): Promise<PublishDiagnosticsParams> {
    return this.until(() =>
      this.#published.findLast(
        each => each.uri === this.uri(name) && each.version === version && each.diagnostics.length > 0,
      ),
    );
  }

  get published(): readonly PublishDiagnosticsParams[] {
    return this.#published;
  }

  /** Ends the server as an editor does, and gives its exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.exit();
  }

  /** Ends the server and leaves the folder as it is. */
  async leave(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await this.#exit;
    this.connection.dispose();
  }

  async exit(): Promise<number | null> {
    const code = await this.#exit;
    this.connection.dispose();
    rmSync(this.folder, { recursive: true, force: true });
    return code;
  }

  #hear(method: string): void {
    this.heard.push(method);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) go();
  }
}
