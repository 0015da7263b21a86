import { Uri, workspace, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import type { MessageTransports } from 'vscode-languageclient';
import { start } from './start.ts';

/** Entry point where extensions run in a browser: the server is a worker and reads files through the editor. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js');
  let worker: Worker | undefined;
  // Each start gets a worker of its own. It is made from the script's text, since a worker cannot be loaded from every
  // place where an extension may lie; and wrapped here, since the editor's workers are no instances of `Worker`.
  const connect = async (): Promise<MessageTransports> => {
    worker?.terminate();
    const text = new Uint8Array(await workspace.fs.readFile(script));
    const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    worker = new Worker(address);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  await start(context, (options, id, name) => new LanguageClient(id, name, connect, options));
}
