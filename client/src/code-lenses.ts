import { workspace } from 'vscode';
import { CodeLensRequest, type BaseLanguageClient, type CodeLensMiddleware } from 'vscode-languageclient';

/** The server's lenses, or none where the user has switched them off. */
export const provideCodeLenses: NonNullable<CodeLensMiddleware['provideCodeLenses']> = (document, token, next) =>
  workspace.getConfiguration('tracklint', document).get<boolean>('codeLens.enabled', true) ? next(document, token) : [];

/** Makes the editor ask for lenses again in every open document. */
export function refreshCodeLenses(client: BaseLanguageClient): void {
  const feature = client.getFeature(CodeLensRequest.method);
  for (const document of workspace.textDocuments) feature.getProvider(document)?.onDidChangeCodeLensEmitter.fire();
}
