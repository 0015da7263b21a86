import type { CreateFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextEdit, Uri } from '../base/text.ts';
import type { Editor } from './editor.ts';

/**
 * Edits as the editor wants them: with the versions of the open documents that they were made for where it can check
 * them, so that it refuses an edit of a text that has changed meanwhile. `creates` is made first; only for editors that can.
 */
export function workspaceEdit(edits: readonly TextEdit[], editor: Editor, creates?: Uri): WorkspaceEdit {
  const byFile = new Map<Uri, { range: TextEdit['range']; newText: string }[]>();
  for (const { uri, range, newText } of edits) {
    const own = byFile.get(uri) ?? [];
    own.push({ range, newText });
    byFile.set(uri, own);
  }
  if (!editor.versionedEdits) return { changes: Object.fromEntries(byFile) };
  const documentChanges = [...byFile].map(([uri, edits]): TextDocumentEdit => ({
    textDocument: { uri, version: editor.version(uri) },
    edits,
  }));
  const made: CreateFile[] =
    creates === undefined ? [] : [{ kind: 'create', uri: creates, options: { ignoreIfExists: true } }];
  return { documentChanges: [...made, ...documentChanges] };
}
