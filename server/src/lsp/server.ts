import {
  LSPErrorCodes,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
  type CancellationToken,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Host } from '../base/host.ts';
import { features } from './features.ts';
import { toolRequest, type InitializationOptions, type ToolCall } from './protocol.ts';
import { Session } from './session.ts';
import type { Surroundings } from './surroundings.ts';
import { cellLanguages } from './unfiled.ts';

/**
 * Connects a workspace to an editor. Which editor, and over what wire, is not known here. Only the handshake is done at
 * once; the engine is loaded after it.
 */
export function startServer(connection: Connection, host: Host, surroundings: Surroundings): void {
  let session: Session | undefined;

  connection.onInitialize(params => {
    session = new Session(connection, host, surroundings, params, optionsOf(params));
    return handshake(params, surroundings);
  });
  connection.onInitialized(() => session?.start());
  connection.onShutdown(() => session?.stop());

  connection.onDidOpenTextDocument(({ textDocument }) => session?.open(textDocument));
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    session?.change(textDocument.uri, textDocument.version, contentChanges);
  });
  connection.onDidCloseTextDocument(({ textDocument }) => session?.close(textDocument.uri));
  const { synchronization: notebooks } = connection.notebooks;
  notebooks.onDidOpenNotebookDocument(params => session?.openNotebook(params));
  notebooks.onDidChangeNotebookDocument(params => session?.changeNotebook(params));
  notebooks.onDidCloseNotebookDocument(({ notebookDocument }) => session?.closeNotebook(notebookDocument.uri));
  connection.onDidSaveTextDocument(() => session?.saved());
  connection.onDidChangeWatchedFiles(({ changes }) => session?.refresh(changes.map(({ uri }) => uri)));
  // Settings are about presentation, which is the editor's own affair.
  connection.onDidChangeConfiguration(() => undefined);

  for (const feature of features) {
    connection.onRequest(feature.method, (params: unknown, token: CancellationToken) =>
      session ? session.answer(feature, params, token) : notReady(),
    );
  }
  connection.onRequest(toolRequest, (call: ToolCall) => (session ? session.runTool(call) : notReady()));
  connection.listen();
}

function handshake({ capabilities: editor }: InitializeParams, { version }: Surroundings): InitializeResult {
  const { workspace, notebookDocument } = editor;
  const capabilities: ServerCapabilities = {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(notebookDocument && {
      notebookDocumentSync: {
        notebookSelector: [{ notebook: '*', cells: cellLanguages.map(language => ({ language })) }],
      },
    }),
    ...(workspace?.workspaceFolders && {
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    }),
  };
  return {
    capabilities: Object.assign(capabilities, ...features.map(feature => feature.capabilities)) as ServerCapabilities,
    serverInfo: { name: 'Tracklint', ...(version !== undefined && { version }) },
  };
}

/** Any editor may send anything here, or nothing. */
function optionsOf({ initializationOptions }: InitializeParams): InitializationOptions {
  const given: unknown = initializationOptions;
  return typeof given === 'object' && given !== null ? given : {};
}

function notReady(): ResponseError {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'The server has not been initialized.');
}
