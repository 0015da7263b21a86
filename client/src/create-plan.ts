import { Uri, window, workspace } from 'vscode';
import { pickFolder } from './pick-folder.ts';

/** Writes a small plan that explains itself into a folder of the workspace, and opens it. Never overwrites a plan. */
export async function createPlan(extension: Uri): Promise<void> {
  const folder = await pickFolder();
  if (!folder) return;
  const plan = Uri.joinPath(folder, 'tracking-plan.yaml');
  const isThere = await workspace.fs.stat(plan).then(
    () => true,
    () => false,
  );
  if (!isThere) await workspace.fs.copy(Uri.joinPath(extension, 'snippets', 'sample-plan.yaml'), plan);
  await window.showTextDocument(plan);
}
