import type { TrackCall } from '../../code/track-call.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { CallsOutput } from '../calls-output.ts';
import type { RunCommand } from '../command.ts';
import { groupBy } from '../../base/group-by.ts';
import { countFiles } from '../count-checked.ts';
import { openWorkspace } from '../open-workspace.ts';
import { relativePath } from '../relative-path.ts';
import { findScope } from '../scope.ts';
import type { Scope } from '../scope.ts';
import { printable, styleOf } from '../style.ts';
import type { Style } from '../style.ts';
import { amount } from '../../base/amount.ts';
import { typesLine } from '../summary.ts';
import { TypeSource } from '../type-source.ts';
import type { TypesUsed } from '../type-source.ts';

export const calls: RunCommand = async (input, terminal) => {
  const scope = findScope(input.operands, terminal);
  const workspace = await openWorkspace(scope, input, terminal);
  const types = new TypeSource(workspace, scope, input, terminal);
  await types.ask();
  const output = outputOf(workspace, scope, types.used);
  await types.close();
  if (input.value('--format') === 'json') terminal.write(`${JSON.stringify(output, undefined, 2)}\n`);
  else terminal.write(asText(output, path => relativePath(terminal.cwd, scope.root + path), styleOf(terminal)));
  return 0;
};

function outputOf(workspace: Workspace, scope: Scope, types: TypesUsed): CallsOutput {
  const { snapshot } = workspace;
  const found = [...snapshot.allCalls()]
    .filter(call => scope.covers(call.uri))
    .map(call => entry(call, scope.root))
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
  const skipped = snapshot.counts.skipped.filter(each => scope.covers(each.uri));
  return {
    version: 1,
    calls: found,
    counts: {
      calls: found.length,
      dynamic: found.filter(call => call.dynamic !== null).length,
      open: found.filter(call => call.open).length,
      files: countFiles(workspace, scope),
      skippedFiles: skipped.length,
    },
    types,
  };
}

function entry(call: TrackCall, root: string): CallsOutput['calls'][number] {
  const names = [...new Set(call.event.names.map(name => name.value))];
  const isPartial = call.event.dynamic !== undefined;
  return {
    file: relativePath(root, call.uri),
    line: call.calleeRange.start.line + 1,
    endLine: call.range.end.line + 1,
    language: call.language,
    sdk: call.sdk,
    kind: call.kind,
    events: isPartial ? null : names,
    dynamic: call.event.dynamic ?? null,
    via: call.via?.name ?? null,
    properties: call.payload.properties.map(({ name, always, value }) => ({
      name,
      always,
      types: value.types ?? null,
      values: value.values ?? null,
    })),
    open: call.payload.open,
    added: call.payload.added,
    partial: isPartial ? names : [],
  };
}

function asText({ calls: found, counts, types }: CallsOutput, path: (file: string) => string, style: Style): string {
  const blocks = [...groupBy(found, call => call.file)].map(([file, own]) => {
    const width = String(own.at(-1)?.line ?? 0).length;
    const lines = own.map(call => `  ${style.dim(String(call.line).padStart(width))}  ${callLine(call, style)}`);
    return [style.bold(style.place(printable(path(file)))), ...lines].join('\n');
  });
  const sentences = [
    `${amount(counts.calls, 'call')} in ${amount(counts.files, 'file')}.`,
    ...(counts.dynamic > 0 ? [`The event of ${counts.dynamic} is known only at run time.`] : []),
    ...(counts.skippedFiles > 0 ? [`${amount(counts.skippedFiles, 'file')} skipped.`] : []),
  ];
  const hidden = typesLine(types);
  const summary = [style.bold(sentences.join(' ')), ...(hidden === '' ? [] : [style.dim(hidden)])].join('\n');
  return `${[...blocks, summary].join('\n\n')}\n`;
}

function callLine(call: CallsOutput['calls'][number], style: Style): string {
  const names = (call.events ?? call.partial).map(name => style.bold(printable(name))).join(' | ');
  const parts = [call.kind, names];
  if (call.dynamic !== null) parts.push(style.warning(`(dynamic: ${printable(call.dynamic)})`));
  const properties = [
    ...call.properties.map(({ name, always, types }) => {
      const type = types === null ? '' : `: ${types.join(' | ')}`;
      return printable(name) + (always ? '' : '?') + style.dim(type);
    }),
    ...call.added.map(name => style.dim(`+${printable(name)}`)),
    ...(call.open ? [style.dim('…')] : []),
  ];
  if (properties.length > 0) parts.push(`{ ${properties.join(', ')} }`);
  parts.push(style.dim(call.via === null ? call.sdk : `${call.sdk}, via ${printable(call.via)}`));
  return parts.filter(part => part !== '').join('  ');
}
