import { l10n, window, workspace, type Uri } from 'vscode';

/** The workspace's folder, chosen by the user where there are several; undefined, with a word, where there is none. */
export async function pickFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length > 1) return (await window.showWorkspaceFolderPick())?.uri;
  if (folders.length === 0) void window.showInformationMessage(l10n.t('Open a folder first.'));
  return folders[0]?.uri;
}
