import { rules } from '../rules/index.ts';
import { typeWave } from '../workspace/type-wave.ts';
import { Workspace } from '../workspace/workspace.ts';
import type { CommandInput } from './command.ts';
import { progressOn } from './progress.ts';
import type { Progress } from './progress.ts';
import type { Scope } from './scope.ts';
import type { Terminal } from './terminal.ts';

/** The workspace of a scope, read as a whole; with `--types`, what the type checker knows of the scope's calls as well. */
export async function openWorkspace(scope: Scope, input: CommandInput, terminal: Terminal): Promise<Workspace> {
  const workspace = new Workspace(await terminal.openHost(), { ruleIds: rules.map(rule => rule.id) });
  workspace.setFolders([scope.root]);
  const progress = progressOn(terminal);
  await workspace.load({
    report: (done, total) => {
      progress.report(done, total);
    },
  });
  if (input.has('--types')) await askTypes(workspace, scope, progress, terminal);
  progress.end();
  return workspace;
}

async function askTypes(workspace: Workspace, scope: Scope, progress: Progress, terminal: Terminal): Promise<void> {
  const checker = await terminal.openTypeChecker(scope.root);
  const uris = [...workspace.snapshot.codeFiles.keys()].filter(uri => scope.covers(uri));
  if (checker) {
    await typeWave(workspace, checker, uris, {
      report: (done, total) => {
        progress.report(done, total);
      },
    });
    await checker.dispose();
  }
  progress.end();
  const trouble = checker ? checker.trouble : 'There is no type checker here.';
  if (trouble !== undefined) terminal.writeError(`${trouble}\n`);
}
