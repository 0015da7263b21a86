import type { Finding } from '../../base/finding.ts';
import type { Uri } from '../../base/text.ts';
import { languageOf } from '../../code/languages/index.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { applyBaseline } from '../apply-baseline.ts';
import { changesSince } from '../changes.ts';
import type { CommandInput, RunCommand } from '../command.ts';
import { countChecked } from '../count-checked.ts';
import { findingsSince } from '../findings-since.ts';
import { applicableFix } from '../fix-findings.ts';
import { openWorkspace } from '../open-workspace.ts';
import { relativePath } from '../relative-path.ts';
import { describeRepair, repairWorkspace, writeRepair } from '../repair-files.ts';
import type { Report } from '../report.ts';
import { formats } from '../reporters/index.ts';
import { findScope } from '../scope.ts';
import type { Scope } from '../scope.ts';
import { select, selectionOf } from '../selection.ts';
import type { Selection } from '../selection.ts';
import { styleOf } from '../style.ts';
import { amount } from '../../base/amount.ts';
import { Misuse } from '../terminal.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { TypeSource } from '../type-source.ts';

export const check: RunCommand = async (input, terminal) => {
  refuseContradictions(input);
  const scope = findScope(input.operands, terminal);
  const selection = selectionOf(scope, input.values('--rule'), terminal);
  const since = input.value('--since');
  const changes = since === undefined ? undefined : await changesSince(since, scope.root, terminal);

  const workspace = await openWorkspace(scope, input, terminal);
  refuseUnreadable(workspace.snapshot, scope, terminal);
  if (workspace.snapshot.plans.length === 0) throw new Misuse(noPlan);
  const types = new TypeSource(workspace, scope, input, terminal);
  try {
    await types.ask(uri => workspace.snapshot.planFor(uri) !== undefined);
    if (input.has('--dry-run')) return await previewFixes({ workspace, types, selection }, input, terminal);
    if (input.has('--fix')) await applyFixes({ workspace, types, selection }, input, terminal);

    const { snapshot } = workspace;
    const checked = countChecked(workspace, scope);
    const found = changes ? await findingsSince(changes, workspace, types, selection) : select(snapshot, selection);
    const { findings: unknown, known } = await withoutKnown(found, selection, input, terminal);
    const findings = atLevel(unknown, input);
    const counts = { ...countFindings(findings), known, ...checked };
    await print({ findings, counts, types: types.used, snapshot, scope }, input, terminal);
    return verdictOf(findings, input);
  } finally {
    await types.close();
  }
};

const noPlan =
  'No tracking plan was found. Write one as tracking-plan.yaml, or name its files under "plans" in .tracklint.yaml.';

function refuseContradictions(input: CommandInput): void {
  const needs = (option: string, other: string) => {
    if (input.has(option) && !input.has(other)) throw new Misuse(`${option} makes sense only with ${other}.`);
  };
  const excludes = (option: string, other: string) => {
    if (input.has(option) && input.has(other)) throw new Misuse(`${option} and ${other} cannot go together.`);
  };
  needs('--unsafe', '--fix');
  needs('--dry-run', '--fix');
  needs('--update-baseline', '--baseline');
  // Repairs move lines, and what changed since is known by lines.
  excludes('--fix', '--since');
  // What did not change would look as if it were gone.
  excludes('--update-baseline', '--since');
  excludes('--dry-run', '--format');
  excludes('--dry-run', '--baseline');
}

/** Without a plan, a config or a file that was named, the rest would be checked for nothing. */
function refuseUnreadable(snapshot: Snapshot, scope: Scope, terminal: Terminal): void {
  const unreadable = snapshot.counts.skipped.filter(
    ({ uri, why }) => why === 'unreadable' && (!languageOf(uri) || scope.names(uri)),
  );
  const paths = unreadable.map(({ uri }) => relativePath(terminal.cwd, uri));
  if (paths.length > 0) throw new Misuse(`Cannot read ${paths.sort().join(', ')}.`);
}

function atLevel(findings: readonly Finding[], input: CommandInput): readonly Finding[] {
  const severities = ['info', 'warning', 'error'];
  const least = severities.indexOf(input.value('--level') ?? 'info');
  return findings.filter(finding => severities.indexOf(finding.severity) >= least);
}

function verdictOf(findings: readonly Finding[], input: CommandInput): ExitCode {
  const warnings = findings.filter(finding => finding.severity === 'warning').length;
  const limit = input.value('--max-warnings');
  const tooMany = limit !== undefined && warnings > Number(limit);
  return tooMany || findings.some(finding => finding.severity === 'error') ? 1 : 0;
}

interface Checked {
  readonly workspace: Workspace;
  readonly types: TypeSource;
  readonly selection: Selection;
}

async function previewFixes(checked: Checked, input: CommandInput, terminal: Terminal): Promise<ExitCode> {
  const present = atLevel(select(checked.workspace.snapshot, checked.selection), input);
  const repair = await repairWorkspace(checked, input.has('--unsafe'));
  terminal.write(describeRepair(repair, terminal));
  terminal.writeError(`Would repair ${amount(repair.count, 'finding')} in ${amount(repair.files.size, 'file')}.\n`);
  return verdictOf(present, input);
}

async function applyFixes(checked: Checked, input: CommandInput, terminal: Terminal): Promise<void> {
  const repair = await repairWorkspace(checked, input.has('--unsafe'));
  const refused = await writeRepair(repair, terminal);
  if (refused.length > 0)
    throw new Misuse(`Left alone, since they changed meanwhile or cannot be written as UTF-8: ${refused.join(', ')}.`);
  if (repair.count > 0)
    terminal.writeError(`Repaired ${amount(repair.count, 'finding')} in ${amount(repair.files.size, 'file')}.\n`);
}

function withoutKnown(found: readonly Finding[], selection: Selection, input: CommandInput, terminal: Terminal) {
  const path = input.value('--baseline');
  if (path === undefined) return { findings: found, known: 0 };
  return applyBaseline({ path, update: input.has('--update-baseline') }, found, selection, terminal);
}

function countFindings(findings: readonly Finding[]) {
  const count = (severity: Finding['severity']) => findings.filter(finding => finding.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    fixable: findings.filter(finding => applicableFix(finding, false)).length,
  };
}

async function print(
  {
    findings,
    counts,
    types,
    snapshot,
    scope,
  }: Pick<Report, 'findings' | 'counts' | 'types'> & { readonly snapshot: Snapshot; readonly scope: Scope },
  input: CommandInput,
  terminal: Terminal,
): Promise<void> {
  const reporter = await formats[input.value('--format') ?? 'text']?.();
  const { cwd, columns, version } = terminal;
  const text = (uri: Uri) => snapshot.text(uri);
  const report: Report = { findings, counts, types, cwd, root: scope.root, version, columns, text };
  terminal.write(reporter?.write(report, styleOf(terminal)) ?? '');
}
