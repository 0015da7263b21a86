import { env, extensions, version as editorVersion, window, workspace, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  showReferencesCommand,
  statusNotification,
  suggestCommand,
  type InitializationOptions,
  type Status,
} from '../../server/src/lsp/protocol.ts';
import { registerAgentTools, type AgentToolManifest } from './agent-tools.ts';
import { provideCodeLenses, refreshCodeLenses } from './code-lenses.ts';
import { registerCommands } from './commands.ts';
import { registerCoverageReport } from './coverage-report.ts';
import { documentSelector, isWatched } from './documents.ts';
import { EventNames, provideSemanticTokens } from './event-names.ts';
import { answerFileRequests } from './files.ts';
import { provideInlayHints, refreshInlayHints } from './inlay-hints.ts';
import { registerEventCommands } from './plan-view/event-commands.ts';
import { PlanView } from './plan-view/plan-view.ts';
import { Restarts } from './restarts.ts';
import { StatusItem } from './status-item.ts';

/** Makes the client for one kind of extension host. Nothing is started yet. */
export type CreateClient = (options: LanguageClientOptions, id: string, name: string) => BaseLanguageClient;

/** Starts the language server, and everything around it that a person sees. Shared by desktop and browser. */
export async function start(context: ExtensionContext, createClient: CreateClient): Promise<void> {
  const output = window.createOutputChannel('Tracklint', { log: true });
  const status = new StatusItem();
  const restarts = new Restarts();
  const client = createClient(
    {
      documentSelector: documentSelector(),
      outputChannel: output,
      errorHandler: restarts,
      initializationOptions: () => initializationOptions(context),
      initializationFailedHandler: () => {
        status.showGivenUp();
        return false;
      },
      middleware: { provideCodeLenses, provideInlayHints, provideDocumentSemanticTokens: provideSemanticTokens },
      // A finding of one file may change with another: what is open in a tab is asked for again, seen or not.
      diagnosticPullOptions: { onChange: true, onSave: true, onTabs: true, match: (_, uri) => isWatched(uri) },
    },
    'tracklint',
    'Tracklint',
  );
  context.subscriptions.push(output, status, client);

  client.onNotification(statusNotification, (next: Status) => {
    status.show(next);
  });
  client.onDidChangeState(({ newState }) => {
    status.showState(newState);
  });
  restarts.onGivenUp = () => {
    status.showGivenUp();
  };
  answerFileRequests(client);

  const restart = async (): Promise<void> => {
    restarts.forget();
    if (client.needsStop()) await client.stop();
    await client.start();
  };
  const plans = new PlanView(client, context.workspaceState);
  registerCommands(context, { output, status, restart, client });
  context.subscriptions.push(
    plans,
    new EventNames(client),
    ...registerEventCommands(client, plans),
    ...registerCoverageReport(plans),
    ...registerAgentTools(client, context.extension.packageJSON as AgentToolManifest),
  );
  context.subscriptions.push(
    workspace.onDidGrantWorkspaceTrust(restart),
    workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('tracklint.codeLens')) refreshCodeLenses(client);
      if (event.affectsConfiguration('tracklint.inlayHints')) refreshInlayHints(client);
    }),
  );

  const { version } = context.extension.packageJSON as { readonly version: string };
  output.info(`Tracklint ${version} in ${env.appName} ${editorVersion}`);
  // Where the first start fails, the error handler tries again; the commands must be there all the same.
  await client.start().catch((error: unknown) => {
    output.error(String(error));
  });
}

/** Asked for at every start, since trust and the installed extensions change. */
function initializationOptions({ storageUri, globalStorageUri }: ExtensionContext): InitializationOptions {
  const storage = storageUri ?? globalStorageUri;
  return {
    commands: [showReferencesCommand, suggestCommand],
    trusted: workspace.isTrusted,
    // In a browser there is no such folder. Its checker counts from version 7 on.
    ...(env.appRoot !== '' && { typescript: `${env.appRoot}/extensions/node_modules/typescript` }),
    files: true,
    tree: true,
    ...(storage.scheme === 'file' && { storage: storage.toString() }),
    schemaElsewhere: extensions.getExtension('redhat.vscode-yaml') ? ['yaml'] : [],
  };
}
