import { workspace } from 'vscode';
import { InlayHintRequest, type BaseLanguageClient, type InlayHintsMiddleware } from 'vscode-languageclient';

/** The server's hints where the user wants them: by default not. */
export const provideInlayHints: NonNullable<InlayHintsMiddleware['provideInlayHints']> = (
  document,
  range,
  token,
  next,
) =>
  workspace.getConfiguration('tracklint', document).get<boolean>('inlayHints.enabled', false)
    ? next(document, range, token)
    : [];

/** Makes the editor ask for hints again in every open document. */
export function refreshInlayHints(client: BaseLanguageClient): void {
  const feature = client.getFeature(InlayHintRequest.method);
  for (const document of workspace.textDocuments) feature.getProvider(document)?.onDidChangeInlayHints.fire();
}
