import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type InitializeParams,
} from 'vscode-languageserver/node';
import { statusNotification, type Status } from '../../server/src/lsp/protocol.ts';

/** An editor without a screen, at the other end of the built server. */
export interface BenchEditor {
  open(name: string, text: string): Promise<void>;
  change(name: string, text: string): void;
  /** Rules of the findings that the server answers now. */
  findings(name: string): Promise<readonly string[]>;
  /** Asks again whenever the server says that there is news. */
  until(name: string, isMet: (findings: readonly string[]) => boolean): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the built server for a folder, and waits until that is read. */
export async function startServer(folder: string, options: { readonly trusted: boolean }): Promise<BenchEditor> {
  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
  const child = spawn(process.execPath, ['dist/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const client = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  let news: () => void = () => undefined;
  let next = new Promise<void>(resolve => (news = resolve));
  client.onRequest(DiagnosticRefreshRequest.type, () => {
    news();
    next = new Promise(resolve => (news = resolve));
  });
  const ready = new Promise<void>(resolve => {
    client.onNotification(statusNotification, ({ state }: Status) => {
      if (state === 'ready') resolve();
    });
  });
  client.listen();
  const params: Omit<InitializeParams, 'rootUri'> = {
    processId: process.pid,
    workspaceFolders: [{ uri: uriOf(''), name: 'bench' }],
    capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
    initializationOptions: { commands: [], ...options },
  };
  await client.sendRequest(InitializeRequest.method, params);
  await client.sendNotification(InitializedNotification.type, {});
  await ready;
  let version = 1;

  const findings = async (name: string): Promise<readonly string[]> => {
    const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: uriOf(name) } });
    return report.kind === 'full' ? report.items.map(({ code }) => String(code)) : [];
  };
  return {
    findings,
    open: (name, text) =>
      client.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri: uriOf(name), languageId: 'typescript', version, text },
      }),
    change: (name, text) =>
      void client.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: uriOf(name), version: ++version },
        contentChanges: [{ text }],
      }),
    until: async (name, isMet) => {
      for (;;) {
        const changed = next;
        if (isMet(await findings(name))) return;
        await changed;
      }
    },
    stop: async () => {
      await client.sendRequest(ShutdownRequest.type);
      await client.sendNotification(ExitNotification.type);
      client.dispose();
    },
  };
}
