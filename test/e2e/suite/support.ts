import assert from 'node:assert/strict';
import { commands, languages, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { CompletionItem, CompletionList, Diagnostic, Position, TextDocument } from 'vscode';

/** A file of the example workspace. */
export function fileUri(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return Uri.joinPath(folder.uri, path);
}

export async function open(path: string): Promise<TextDocument> {
  return show(await workspace.openTextDocument(fileUri(path)));
}

/** A new document that is on no disk. */
export async function untitled(language: string, content: string): Promise<TextDocument> {
  return show(await workspace.openTextDocument({ language, content }));
}

async function show(document: TextDocument): Promise<TextDocument> {
  await window.showTextDocument(document);
  return document;
}

/** The place right after the first `before` in the text. */
export function placeAfter(document: TextDocument, before: string): Position {
  const at = document.getText().indexOf(before);
  assert.ok(at >= 0, `${document.uri.path} holds ${before}`);
  return document.positionAt(at + before.length);
}

/** Replaces the first `from` in a document, without saving. */
export async function replace(document: TextDocument, from: string, to: string): Promise<void> {
  const end = placeAfter(document, from);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(document.positionAt(document.offsetAt(end) - from.length), end), to);
  assert.ok(await workspace.applyEdit(edit));
}

/** Closes every editor and forgets what was not saved. The editor's own documents, such as its settings, stay. */
export async function closeAll(): Promise<void> {
  for (const document of workspace.textDocuments) {
    if (!document.isDirty || !(document.isUntitled || workspace.getWorkspaceFolder(document.uri))) continue;
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
}

/** What the extension reports in a document, in textual order. */
export function diagnostics(document: TextDocument): Diagnostic[] {
  return languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'tracklint')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export async function completions(document: TextDocument, place: Position): Promise<CompletionItem[]> {
  const command = 'vscode.executeCompletionItemProvider';
  const { items } = await commands.executeCommand<CompletionList>(command, document.uri, place);
  return items;
}

export async function completionNames(document: TextDocument, place: Position): Promise<string[]> {
  return (await completions(document, place)).map(nameOf);
}

export function nameOf({ label }: CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** Waits until a document has exactly these findings, each as `rule: the text that is underlined`. */
export async function expectFindings(document: TextDocument, expected: readonly string[]): Promise<void> {
  const found = () => diagnostics(document).map(finding => `${ruleOf(finding)}: ${document.getText(finding.range)}`);
  await eventually(() => {
    assert.deepEqual(found(), expected);
  });
}

/** Tries until the check holds; after ten seconds it fails as the check itself does. */
export async function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise(done => setTimeout(done, 25));
    }
  }
}
