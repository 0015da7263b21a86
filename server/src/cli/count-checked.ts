import { languageOf } from '../code/languages/index.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Counts } from './report.ts';
import type { Scope } from './scope.ts';

/** How many code files of the scope there are. */
export function countFiles({ files }: Workspace, scope: Scope): number {
  return [...files].filter(uri => scope.covers(uri) && languageOf(uri)).length;
}

/** How much of the scope was looked at, and what was not. */
export function countChecked(
  workspace: Workspace,
  scope: Scope,
): Pick<Counts, 'files' | 'calls' | 'events' | 'notChecked'> {
  const { snapshot } = workspace;
  const calls = [...snapshot.allCalls()].filter(call => !call.forwards && scope.covers(call.uri));
  const planned = calls.filter(call => snapshot.planFor(call.uri) !== undefined);
  const codeFiles = [...snapshot.codeFiles.values()].filter(file => scope.covers(file.uri));
  return {
    files: countFiles(workspace, scope),
    calls: planned.length,
    events: snapshot.plans.reduce(
      (sum, { events }) => sum + Object.values(events).reduce((size, byName) => size + byName.size, 0),
      0,
    ),
    notChecked: {
      dynamicCalls: planned.filter(call => call.event.dynamic !== undefined).length,
      unplannedCalls: calls.length - planned.length,
      brokenFiles: codeFiles
        .filter(file => file.units.some(unit => (unit.problems?.length ?? 0) > 0))
        .map(file => file.uri),
      skippedFiles: snapshot.counts.skipped.filter(each => scope.covers(each.uri)),
    },
  };
}
