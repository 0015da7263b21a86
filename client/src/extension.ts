import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start } from './start.ts';

/** Entry point where extensions run in Node: the server is a process of its own, on the Node of the editor. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = join(context.extensionPath, 'dist', 'server.js');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--inspect=6009'] } };
  await start(context, (options, id, name) => new LanguageClient(id, name, { run, debug }, options));
}
