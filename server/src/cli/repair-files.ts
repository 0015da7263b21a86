import type { Workspace } from '../workspace/workspace.ts';
import { repair } from './fix-findings.ts';
import type { Repair } from './fix-findings.ts';
import { relativePath } from './relative-path.ts';
import { select } from './selection.ts';
import type { Selection } from './selection.ts';
import type { Terminal } from './terminal.ts';
import type { TypeSource } from './type-source.ts';
import { unifiedDiff } from './unified-diff.ts';

/** Applies fixes to the workspace, but not yet to the files. */
export function repairWorkspace(
  {
    workspace,
    types,
    selection,
  }: { readonly workspace: Workspace; readonly types: TypeSource; readonly selection: Selection },
  unsafe: boolean,
): Promise<Repair> {
  return repair(
    {
      findings: () => select(workspace.snapshot, selection),
      text: uri => workspace.snapshot.text(uri),
      update: async (uri, text) => {
        await workspace.update(uri, text);
        types.change(uri, text);
        await types.ask(each => each === uri);
      },
    },
    unsafe,
  );
}

/** What a repair would change, as a difference that other tools can apply. */
export function describeRepair({ files }: Repair, terminal: Terminal): string {
  return [...files]
    .map(([uri, { before, after }]) => unifiedDiff(relativePath(terminal.cwd, uri), before, after))
    .sort()
    .join('');
}

/**
 * Writes the repaired files. A file that was changed meanwhile, or that is not UTF-8, is left alone; its path is among
 * those that come back. A byte-order mark, which is no part of what the workspace reads, stays.
 */
export async function writeRepair({ files }: Repair, terminal: Terminal): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const [uri, { before, after }] of files) {
    const present = await terminal.readText(uri);
    const mark = present?.startsWith('\ufeff') && !before.startsWith('\ufeff') ? '\ufeff' : '';
    const isUnchanged = present === mark + before;
    if (!isUnchanged || !(await terminal.writeText(uri, mark + after))) refused.push(relativePath(terminal.cwd, uri));
  }
  return refused;
}
