import { Uri, window, workspace } from 'vscode';
import { pickFolder } from './pick-folder.ts';

/** Opens the project's `.tracklint.yaml`, one of several by choice; starts one, unsaved, where there is none. */
export async function openConfig(): Promise<void> {
  const files = await workspace.findFiles('**/.tracklint.{yaml,yml}', '**/node_modules/**');
  if (files.length === 0) {
    await startConfig();
    return;
  }
  const items = files.map(uri => ({ label: workspace.asRelativePath(uri), uri }));
  const chosen = items.length === 1 ? items[0] : await window.showQuickPick(items);
  if (chosen) await window.showTextDocument(chosen.uri);
}

async function startConfig(): Promise<void> {
  const folder = await pickFolder();
  if (!folder) return;
  const uri = Uri.joinPath(folder, '.tracklint.yaml').with({ scheme: 'untitled' });
  const editor = await window.showTextDocument(await workspace.openTextDocument(uri));
  await editor.edit(edit => {
    edit.insert(editor.selection.active, template);
  });
}

const template = `# What counts as a finding, in the editor and on the command line alike.
extends: recommended
rules:
  missing-description: off
`;
