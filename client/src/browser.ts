import { Uri, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { start } from './start.ts';

/** Entry point where extensions run in a browser: the server is a worker and reads files through the editor. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js');
  // A new worker for every start, so that a restart really starts afresh. It is made from the script's text, since a
  // worker cannot be loaded from every place where an extension may lie.
  const createWorker = async (): Promise<Worker> => {
    const text = new Uint8Array(await workspace.fs.readFile(script));
    return new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
  };
  await start(context, (options, id, name) => new LanguageClient(id, name, createWorker, options));
}
