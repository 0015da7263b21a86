import { rules } from '../rules/index.ts';
import { Workspace } from '../workspace/workspace.ts';
import { cacheOf } from './cache-options.ts';
import type { CommandInput } from './command.ts';
import { progressOn } from './progress.ts';
import type { Scope } from './scope.ts';
import type { Terminal } from './terminal.ts';

/** The workspace of a scope, read as a whole. */
export async function openWorkspace(scope: Scope, input: CommandInput, terminal: Terminal): Promise<Workspace> {
  const workspace = new Workspace(await terminal.openHost(cacheOf(input, terminal)), {
    ruleIds: rules.map(rule => rule.id),
  });
  workspace.setFolders([scope.root]);
  const progress = progressOn(terminal);
  await workspace.load({
    report: (done, total) => {
      progress.report(done, total);
    },
  });
  progress.end();
  return workspace;
}
