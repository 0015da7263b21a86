import { encodePath } from '../base/uri.ts';
import { isPlanPath, planRootOf } from '../plan/discovery.ts';
import { joinPlan } from '../plan/join.ts';
import type { TrackingPlan } from '../plan/plan.ts';
import { readPlanFile } from '../plan/read.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { pickPlan } from './pick-plan.ts';
import type { Scope } from './scope.ts';
import { Misuse, type Terminal } from './terminal.ts';

/**
 * The plan of a file, of a folder or of a git ref; without any, the plan of the workspace as it is. At a ref these are the
 * files that are its plan today, and those that were found by their names.
 */
export async function planAt(
  named: string | undefined,
  scope: Scope,
  workspace: Workspace,
  terminal: Terminal,
): Promise<TrackingPlan> {
  if (named === undefined) return pickPlan(workspace.snapshot.plans, undefined, terminal);
  const uri = terminal.resolve(named);
  const kind = terminal.kindOf(uri);
  if (kind === 'file') {
    const known = workspace.snapshot.plans.find(plan => plan.files.length === 1 && plan.files[0]?.uri === uri);
    const text = await terminal.readText(uri);
    if (text === undefined) throw new Misuse(`${named} cannot be read.`);
    return known ?? joinPlan(uri.slice(0, uri.lastIndexOf('/') + 1), [readPlanFile(uri, text)]);
  }
  if (kind === 'folder') return folderPlan(uri, terminal);
  return refPlan(named, scope, workspace, terminal);
}

async function folderPlan(uri: string, terminal: Terminal): Promise<TrackingPlan> {
  const host = await terminal.openHost(null);
  const entries = await host.findFiles([`${uri}/`]);
  const files = [];
  for (const entry of entries) {
    const text = /\.(?:ya?ml|json|csv|tsv)$/i.test(entry.uri) ? await terminal.readText(entry.uri) : undefined;
    const file = text === undefined ? undefined : readPlanFile(entry.uri, text);
    if (file && file.format !== 'unknown') files.push(file);
  }
  if (files.length === 0) throw new Misuse('No file of that folder is in a plan format that Tracklint knows.');
  return joinPlan(`${uri}/`, files);
}

async function refPlan(ref: string, scope: Scope, workspace: Workspace, terminal: Terminal): Promise<TrackingPlan> {
  const git = (args: readonly string[]): Promise<string | undefined> => terminal.git(scope.root, args);
  const commit = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  if (commit === undefined) throw new Misuse(`"${ref}" is neither a file nor a folder, nor a ref that git knows.`);
  const listed = await git(['ls-tree', '-r', '-z', '--name-only', commit.trim(), '--', '.']);
  const present = new Set(workspace.snapshot.planFiles.keys());
  const paths = (listed ?? '').split('\0').filter(path => path !== '');
  const files = [];
  for (const path of paths) {
    const uri = scope.root + encodePath(path);
    if (!isPlanPath(uri) && !present.has(uri)) continue;
    const text = await git(['cat-file', 'blob', `${commit.trim()}:./${path}`]);
    if (text !== undefined) files.push(readPlanFile(uri, text));
  }
  const [only] = workspace.snapshot.plans;
  const root = only?.root ?? planRootOf(files[0]?.uri ?? scope.root);
  const own = files.filter(file => planRootOf(file.uri) === root);
  if (own.length === 0) throw new Misuse(`There is no tracking plan at ${ref}.`);
  return joinPlan(root, own);
}
