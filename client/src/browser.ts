import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { start } from './start.ts';

/** Entry point where extensions run in a browser: the server is a worker and reads files through the editor. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js').toString(true);
  await start(context, (options, id, name) => {
    // A new worker for every start, so that a restart really starts afresh.
    return new LanguageClient(id, name, () => Promise.resolve(new Worker(script)), options);
  });
}
