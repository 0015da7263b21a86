import { exporters } from '../../plan/export/index.ts';
import { lossesOf } from '../../plan/export/losses.ts';
import type { TrackingPlan } from '../../plan/plan.ts';
import type { RunCommand } from '../command.ts';
import { openWorkspace } from '../open-workspace.ts';
import { pickPlan } from '../pick-plan.ts';
import { relativePath } from '../relative-path.ts';
import { findScope } from '../scope.ts';
import { amount } from '../../base/amount.ts';
import { Misuse, type Terminal } from '../terminal.ts';
import { closest } from '../../base/closest.ts';

export const exportPlan: RunCommand = async (input, terminal) => {
  const [id = ''] = input.operands;
  const exporter = exporters.find(each => each.id === id);
  const ids = exporters.map(each => each.id);
  if (!exporter) {
    const meant = closest(id, ids);
    throw new Misuse(
      id === ''
        ? `Name a format: ${ids.join(', ')}.`
        : `There is no export to "${id}". ${meant === undefined ? `There are ${ids.join(', ')}.` : `Did you mean ${meant}?`}`,
    );
  }
  const output = input.value('--output');
  if (exporter.isFolder && output === undefined) {
    throw new Misuse(
      `This makes several files; name a folder for them, as in "tracklint export ${id} --output ${id}".`,
    );
  }
  const scope = findScope([], terminal);
  const workspace = await openWorkspace(scope, input, terminal);
  const plan = pickPlan(workspace.snapshot.plans, input.value('--plan'), terminal);
  tellLosses(plan, exporter.carries, terminal);
  const files = exporter.write(plan);
  if (output === undefined) {
    for (const { text } of files) terminal.write(text);
    return 0;
  }
  const target = terminal.resolve(output);
  const isInFolder = exporter.isFolder || terminal.kindOf(target) === 'folder';
  for (const { path, text } of files) {
    const uri = isInFolder ? `${target}/${path.split('/').map(encodeURIComponent).join('/')}` : target;
    if (!(await terminal.writeText(uri, text)))
      throw new Misuse(`${relativePath(terminal.cwd, uri)} cannot be written.`);
  }
  terminal.writeError(`${amount(files.length, 'file')} written to ${relativePath(terminal.cwd, target)}.\n`);
  return 0;
};

/** What the format cannot say is counted, never dropped without a word. */
function tellLosses(plan: TrackingPlan, carries: Parameters<typeof lossesOf>[1], terminal: Terminal): void {
  const lost = lossesOf(plan, carries);
  if (lost.length === 0) return;
  const list = lost.map(({ what, count }) => `${what} (${count})`).join(', ');
  terminal.writeError(`This format cannot say: ${list}.\n`);
}
