import type { Uri } from '../base/text.ts';
import { rules } from '../rules/index.ts';
import { Workspace } from '../workspace/workspace.ts';
import { progressOn } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** The workspace of a folder, read as a whole. */
export async function openWorkspace(root: Uri, terminal: Terminal): Promise<Workspace> {
  const progress = progressOn(terminal);
  const workspace = new Workspace(await terminal.openHost(), { ruleIds: rules.map(rule => rule.id) });
  workspace.setFolders([root]);
  await workspace.load({
    report: (done, total) => {
      progress.report(done, total);
    },
  });
  progress.end();
  return workspace;
}
