import { comparePlans } from '../../plan/diff/compare-plans.ts';
import type { PlanChange } from '../../plan/diff/plan-change.ts';
import { brokenCalls, isBrokenBy, type BrokenCall } from '../../rules/broken-calls.ts';
import type { RunCommand } from '../command.ts';
import type { DiffOutput } from '../diff-output.ts';
import { openWorkspace } from '../open-workspace.ts';
import { planAt } from '../plan-at.ts';
import { relativePath } from '../relative-path.ts';
import { findScope, type Scope } from '../scope.ts';
import { printable, styleOf, type Style } from '../style.ts';
import { amount } from '../../base/amount.ts';

/** Compares two plans: files, folders or git refs; without a second one, the first with what is there now. */
export const diff: RunCommand = async (input, terminal) => {
  const [old = '', now] = input.operands;
  const scope = findScope([], terminal);
  const workspace = await openWorkspace(scope, input, terminal);
  const before = await planAt(old, scope, workspace, terminal);
  const after =
    now === undefined
      ? await planAt(undefined, scope, workspace, terminal)
      : await planAt(now, scope, workspace, terminal);
  const changes = comparePlans(before, after);
  const output = outputOf(changes, brokenCalls(workspace.snapshot, before, after, changes), scope);
  const format = input.value('--format') ?? 'text';
  if (format === 'json') terminal.write(`${JSON.stringify(output, undefined, 2)}\n`);
  else terminal.write(format === 'markdown' ? asMarkdown(output) : asText(output, styleOf(terminal)));
  return input.has('--fail-on-breaking') && output.counts.breaking > 0 ? 1 : 0;
};

function outputOf(changes: readonly PlanChange[], broken: readonly BrokenCall[], scope: Scope): DiffOutput {
  const entries = changes.map(change => {
    const { kind, breaking, event, subject, says } = change;
    const sites = broken.filter(each => isBrokenBy(each, change)).map(({ call }) => call);
    return {
      kind,
      breaking,
      event: event?.name ?? null,
      subject,
      says,
      calls: sites.map(call => ({ file: relativePath(scope.root, call.uri), line: call.calleeRange.start.line + 1 })),
    };
  });
  const breaking = entries.filter(entry => entry.breaking).length;
  return { version: 1, changes: entries, counts: { changes: entries.length, breaking, calls: broken.length } };
}

function summary({ counts }: DiffOutput): string {
  if (counts.changes === 0) return 'The plans say the same.';
  const calls = counts.calls > 0 ? `, and ${amount(counts.calls, 'call')} in the code would break` : '';
  return `${amount(counts.changes, 'change')}, ${counts.breaking === 0 ? 'none' : counts.breaking} of them breaking${calls}.`;
}

const sections = [
  { title: 'Breaking', has: (entry: DiffOutput['changes'][number]) => entry.breaking },
  { title: 'Compatible', has: (entry: DiffOutput['changes'][number]) => !entry.breaking },
];

function asText(output: DiffOutput, style: Style): string {
  const blocks = sections.flatMap(({ title, has }) => {
    const lines = output.changes.filter(has).map(({ subject, says, calls }) => {
      const places = calls.map(({ file, line }) => `\n      ${style.dim(`${printable(file)}:${line}`)}`).join('');
      return `  ${style.bold(printable(subject))} ${printable(says)}${places}`;
    });
    return lines.length > 0 ? [[style.bold(title), ...lines].join('\n')] : [];
  });
  return `${[...blocks, style.bold(summary(output))].join('\n\n')}\n`;
}

function asMarkdown(output: DiffOutput): string {
  const blocks = sections.flatMap(({ title, has }) => {
    const lines = output.changes.filter(has).map(({ subject, says, calls }) => {
      const places = calls.map(({ file, line }) => `\`${file}:${line}\``).join(', ');
      return `- **${subject.replace(/[\\`*_[\]<>]/g, '\\$&')}** ${says}${places === '' ? '' : `: ${places}`}`;
    });
    return lines.length > 0 ? [`### ${title}`, lines.join('\n')] : [];
  });
  return `${['## Changes of the tracking plan', summary(output), ...blocks].join('\n\n')}\n`;
}
