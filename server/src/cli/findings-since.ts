import type { Finding } from '../base/finding.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { baselineOf, beyond } from './baseline.ts';
import { isChanged } from './changes.ts';
import type { Changes } from './changes.ts';
import { select } from './selection.ts';
import type { Selection } from './selection.ts';
import type { TypeSource } from './type-source.ts';

/**
 * The findings on changed lines, and those elsewhere that were not there before the change: a plan that asks for more, a
 * constant or a wrapper that says something else. For the latter the workspace is put back to the state before, and stays so.
 */
export async function findingsSince(
  changes: Changes,
  workspace: Workspace,
  types: TypeSource,
  selection: Selection,
): Promise<readonly Finding[]> {
  const now = select(workspace.snapshot, selection);
  const elsewhere = now.filter(finding => !isChanged(changes, finding.uri, finding.range));
  // A file that was not there said nothing, as an empty one does.
  for (const [uri, text] of await changes.before([...changes.lines.keys()])) {
    workspace.change(uri, text ?? '');
    types.change(uri, text ?? '');
  }
  await workspace.settle();
  await types.ask(uri => workspace.snapshot.planFor(uri) !== undefined);
  const before = select(workspace.snapshot, selection);
  const caused = new Set(beyond(baselineOf(before, selection.scope.root), elsewhere, selection.scope.root).unknown);
  return now.filter(finding => caused.has(finding) || isChanged(changes, finding.uri, finding.range));
}
