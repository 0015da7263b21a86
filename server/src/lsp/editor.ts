import type { InitializeParams, WorkspaceEditClientCapabilities } from 'vscode-languageserver';
import type { Editor } from '../features/editor.ts';
import { showReferencesCommand, suggestCommand, type InitializationOptions } from './protocol.ts';

/** What an editor announced in its first message, in our own words. Whatever it leaves out it cannot do. */
export function editorOf(
  { capabilities: { textDocument, workspace } }: InitializeParams,
  options: InitializationOptions,
  surroundings: Pick<Editor, 'version' | 'rulePage' | 'log'>,
): Editor {
  const action = textDocument?.codeAction;
  return {
    snippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
    versionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
    createsFiles: createsFiles(workspace?.workspaceEdit),
    lazyEdits: (action?.dataSupport && action.resolveSupport?.properties.includes('edit')) ?? false,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    definitionLinks: textDocument?.definition?.linkSupport ?? false,
    schemaElsewhere: new Set(options.schemaElsewhere ?? []),
    ...(options.commands?.includes(showReferencesCommand) && { showReferences: showReferencesCommand }),
    ...(options.commands?.includes(suggestCommand) && { suggestAgain: suggestCommand }),
    ...surroundings,
  };
}

function createsFiles(edits: WorkspaceEditClientCapabilities | undefined): boolean {
  return edits?.documentChanges === true && edits.resourceOperations?.includes('create') === true;
}
