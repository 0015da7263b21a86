import { draftPlan } from '../../rules/draft/draft-plan.ts';
import { mergeCalls, type Draft, type DraftEvent } from '../../rules/draft/merge-calls.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { CommandInput, RunCommand } from '../command.ts';
import { codeOwnersPaths, readCodeOwners, type OwnerOf } from '../draft/code-owners.ts';
import { readModels } from '../draft/database-models.ts';
import { eventsOfModels } from '../draft/model-events.ts';
import { templateOf } from '../draft/templates/index.ts';
import { openWorkspace } from '../open-workspace.ts';
import { relativePath } from '../relative-path.ts';
import { findScope, type Scope } from '../scope.ts';
import { amount } from '../../base/amount.ts';
import { Misuse, type Terminal } from '../terminal.ts';
import { TypeSource } from '../type-source.ts';
import { writeNewFile } from '../write-new-file.ts';

/** Drafts a plan from the calls in the code, from a database schema, or from a template. */
export const init: RunCommand = async (input, terminal) => {
  const template = templateOf(input.value('--template') ?? '');
  const output = input.value('--output') ?? 'tracking-plan.yaml';
  if (template !== undefined) {
    await writeNewFile(output, template, input.has('--force'), terminal);
    return 0;
  }
  const scope = findScope(input.operands, terminal);
  const workspace = await openWorkspace(scope, input, terminal);
  const [plan] = workspace.snapshot.plans;
  if (plan && !input.has('--force') && output !== '-') {
    const place = relativePath(terminal.cwd, plan.files[0]?.uri ?? plan.root);
    throw new Misuse(
      `There is a tracking plan already (${place}). Print a draft with --output -, or write it with --force.`,
    );
  }
  // A draft that knows less of the types than the check does would be contradicted by it.
  const types = new TypeSource(workspace, scope, input, terminal);
  await types.ask();
  await types.close();
  const draft = await complete(draftOf(workspace, scope), input, terminal, scope);
  const { text, outliers } = draftPlan(draft, scope.root);
  terminal.writeError(report(draft, outliers, scope));
  await writeNewFile(output, text, input.has('--force'), terminal);
  return 0;
};

function draftOf(workspace: Workspace, scope: Scope): Draft {
  return mergeCalls([...workspace.snapshot.allCalls()].filter(call => scope.covers(call.uri)));
}

/** Adds owners, and what the models of a database suggest beyond what is sent already. */
async function complete(draft: Draft, input: CommandInput, terminal: Terminal, scope: Scope): Promise<Draft> {
  const owners = await ownersOf(terminal, scope);
  const owned = owners ? { ...draft, events: draft.events.map(each => withOwner(each, owners, scope.root)) } : draft;
  const models = [];
  for (const path of input.values('--schema')) {
    const text = await terminal.readText(terminal.resolve(path));
    if (text === undefined) throw new Misuse(`${path} cannot be read.`);
    const found = readModels(text);
    if (found.length === 0) throw new Misuse(`No model or table is found in ${path}.`);
    models.push(...found);
  }
  const { events, identify } = eventsOfModels(models);
  const known = new Set(owned.events.map(({ event }) => event.name));
  const planned = events
    .filter(({ name }) => !known.has(name))
    .map((event): DraftEvent => ({ event, calls: [], openCalls: 0 }));
  return { ...owned, events: [...owned.events, ...planned], ...(!owned.identify && identify && { identify }) };
}

async function ownersOf(terminal: Terminal, scope: Scope): Promise<OwnerOf | undefined> {
  for (const path of codeOwnersPaths) {
    const text = await terminal.readText(scope.root + path);
    if (text !== undefined) return readCodeOwners(text);
  }
  return undefined;
}

/** The owner of the files that send it, where they all have the same. */
function withOwner(drafted: DraftEvent, ownerOf: OwnerOf, root: string): DraftEvent {
  const found = new Set(drafted.calls.map(call => ownerOf(relativePath(root, call.uri))));
  const [owner] = found;
  if (owner === undefined || found.size > 1) return drafted;
  return { ...drafted, event: { ...drafted.event, owner: { value: owner, range: drafted.event.range } } };
}

function report({ events, dynamic }: Draft, outliers: readonly string[], scope: Scope): string {
  const calls = new Set(events.flatMap(each => each.calls));
  const open = events.filter(({ openCalls }) => openCalls > 0).length;
  const planned = events.filter(each => each.calls.length === 0).length;
  const lines = [
    `${amount(events.length - planned, 'event')} from ${amount(calls.size, 'call')}${open > 0 ? `, ${open} of which may carry more than is seen` : ''}.`,
  ];
  if (planned > 0) lines.push(`${amount(planned, 'planned event')} from the database.`);
  if (dynamic.length > 0) {
    lines.push(
      `${amount(dynamic.length, 'call')} left out, at least in part, since the event is known only at run time:`,
    );
    lines.push(
      ...dynamic.slice(0, 10).map(call => `  ${relativePath(scope.root, call.uri)}:${call.calleeRange.start.line + 1}`),
    );
    if (dynamic.length > 10) lines.push(`  … and ${dynamic.length - 10} more.`);
  }
  if (outliers.length > 0) {
    lines.push(`${amount(outliers.length, 'name')} outside of the convention that most follow:`);
    lines.push(...outliers.slice(0, 20).map(name => `  ${name}`));
    if (outliers.length > 20) lines.push(`  … and ${outliers.length - 20} more.`);
  }
  return `${lines.join('\n')}\n`;
}
