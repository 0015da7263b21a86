import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start } from './start.ts';

/** Entry point where extensions run in Node: the server is a process of its own, on the Node of the editor. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = join(context.extensionPath, 'dist', 'server.js');
  const run = { module, transport: TransportKind.ipc, options: { execArgv: smallPauses } };
  const debug = { ...run, options: { execArgv: [...smallPauses, '--inspect=6009'] } };
  await start(context, (options, id, name) => new LanguageClient(id, name, { run, debug }, options));
}

/** In megabytes: less young memory is less to hold, and shorter pauses to clear it while somebody types. */
const smallPauses = ['--max-semi-space-size=4'];
