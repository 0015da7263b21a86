import { rules } from '../../server/src/rules/index.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { hostOf, type TextFile } from './open.ts';

/** A workspace in which the files are open and unsaved. Nothing is on disk. */
export async function openBuffers(files: readonly TextFile[]): Promise<Workspace> {
  const workspace = new Workspace(hostOf([]), { ruleIds: rules.map(rule => rule.id) });
  workspace.setFolders(['file:///']);
  await workspace.load();
  for (const { uri, text } of files) workspace.change(uri, text);
  await workspace.settle();
  return workspace;
}
