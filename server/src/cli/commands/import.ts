import { comparePositions } from '../../base/text.ts';
import { formatById } from '../../plan/formats/index.ts';
import { eventsOf } from '../../plan/export/losses.ts';
import { printPlan } from '../../plan/export/written-plan.ts';
import { joinPlan } from '../../plan/join.ts';
import type { PlanFile, PlanProblem, TrackingPlan } from '../../plan/plan.ts';
import { readPlanFile } from '../../plan/read.ts';
import type { RunCommand } from '../command.ts';
import { relativePath } from '../relative-path.ts';
import { amount } from '../../base/amount.ts';
import { Misuse, type Terminal } from '../terminal.ts';
import { writeNewFile } from '../write-new-file.ts';

/** Any plan as our own YAML, with a report of what it says that ours does not. */
export const importPlan: RunCommand = async (input, terminal) => {
  if (input.operands.length === 0) throw new Misuse('Name the file or folder of the plan to import.');
  const files = await readFiles(input.operands, terminal);
  const known = files.filter(file => file.format !== 'unknown');
  if (known.length === 0) throw new Misuse('None of these files is in a plan format that Tracklint knows.');
  const [first] = known;
  const root = first ? first.uri.slice(0, first.uri.lastIndexOf('/') + 1) : '';
  const plan = joinPlan(root, files);
  const name = input.value('--name');
  const text = printPlan(name === undefined ? plan : { ...plan, name });
  terminal.writeError(report(plan, terminal));
  await writeNewFile(input.value('--output') ?? 'tracking-plan.yaml', text, input.has('--force'), terminal);
  return 0;
};

async function readFiles(operands: readonly string[], terminal: Terminal): Promise<readonly PlanFile[]> {
  const host = await terminal.openHost(null);
  const uris = new Set<string>();
  for (const operand of operands) {
    const uri = terminal.resolve(operand);
    const kind = terminal.kindOf(uri);
    if (kind === undefined) throw new Misuse(`There is no file or folder ${operand}.`);
    if (kind === 'file') uris.add(uri);
    else for (const entry of await host.findFiles([`${uri}/`])) if (isData(entry.uri)) uris.add(entry.uri);
  }
  const files: PlanFile[] = [];
  for (const uri of uris) {
    const text = await terminal.readText(uri);
    if (text === undefined) throw new Misuse(`${relativePath(terminal.cwd, uri)} cannot be read.`);
    files.push(readPlanFile(uri, text));
  }
  return files;
}

function isData(uri: string): boolean {
  return /(?:\.(?:ya?ml|json|csv|tsv)|\/\d+-\d+-\d+)$/i.test(uri);
}

function report(plan: TrackingPlan, terminal: Terminal): string {
  const formats = new Set(plan.files.flatMap(file => formatById(file.format)?.title ?? []));
  const events = eventsOf(plan);
  const properties = events.reduce((sum, event) => sum + (event.properties?.length ?? 0), 0);
  const lines = [
    `Read as: ${[...formats].join(', ')}.`,
    `${amount(events.length, 'event')} with ${amount(properties, 'property', 'properties')}.`,
  ];
  const older = plan.files.reduce((sum, file) => sum + (file.superseded?.length ?? 0), 0);
  if (older > 0) lines.push(`${amount(older, 'older version')} of events left out.`);
  const doubles = plan.files.reduce((sum, file) => sum + file.events.length, 0) - events.length;
  if (doubles > 0) lines.push(`${amount(doubles, 'event')} left out, since another has the same name.`);
  const lost = plan.files.flatMap(file =>
    [...file.problems, ...(plan.problems.get(file.uri) ?? [])]
      .toSorted((a, b) => comparePositions(a.range.start, b.range.start))
      .map(problem => `  ${place(file, problem, terminal)}  ${problem.message}`),
  );
  if (lost.length > 0) lines.push(`${amount(lost.length, 'part')} not taken over as written:`, ...lost.slice(0, 50));
  if (lost.length > 50) lines.push(`  … and ${lost.length - 50} more.`);
  return `${lines.join('\n')}\n`;
}

function place(file: PlanFile, { range }: PlanProblem, terminal: Terminal): string {
  return `${relativePath(terminal.cwd, file.uri)}:${range.start.line + 1}:${range.start.character + 1}`;
}
