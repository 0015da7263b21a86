import { objectOf } from '../../base/event-words.ts';
import { coverageOf, shareOf, sharesBy, type Coverage } from '../../workspace/coverage.ts';
import type { CoverageOutput } from '../coverage-output.ts';
import type { RunCommand } from '../command.ts';
import { coverageAsHtml } from '../coverage-html.ts';
import { coverageAsMarkdown, coverageAsText } from '../coverage-text.ts';
import { openWorkspace } from '../open-workspace.ts';
import { relativePath } from '../relative-path.ts';
import { findScope } from '../scope.ts';
import { styleOf } from '../style.ts';
import { Misuse } from '../terminal.ts';

export const coverage: RunCommand = async (input, terminal) => {
  const scope = findScope(input.operands, terminal);
  const { snapshot } = await openWorkspace(scope, input, terminal);
  if (snapshot.plans.length === 0)
    throw new Misuse('There is no tracking plan here. "tracklint init" drafts one from the code.');
  const output: CoverageOutput = {
    version: 1,
    plans: snapshot.plans.map(plan => planOutput(coverageOf(plan, snapshot), scope.root)),
  };
  const format = input.value('--format') ?? 'text';
  if (format === 'json') terminal.write(`${JSON.stringify(output, undefined, 2)}\n`);
  else if (format === 'html') terminal.write(coverageAsHtml(output));
  else terminal.write(format === 'markdown' ? coverageAsMarkdown(output) : coverageAsText(output, styleOf(terminal)));
  return 0;
};

function planOutput(found: Coverage, root: string): CoverageOutput['plans'][number] {
  const { plan, expected, external, unplanned, dynamic } = found;
  const isOurs = (name: string): boolean =>
    plan.sources.every(source => source.name !== name || source.origin === 'code');
  return {
    plan: relativePath(root, plan.root).replace(/\/$/, ''),
    total: shareOf('', expected),
    owners: sharesBy(found, event => (event.owner ? [event.owner.value] : []), 'no owner'),
    sources: sharesBy(found, event => event.sources?.map(source => source.value).filter(isOurs) ?? [], 'any source'),
    objects: sharesBy(found, event => [objectOf(event.name)], ''),
    neverSent: expected
      .filter(({ calls }) => calls.length === 0)
      .map(({ event }) => ({ kind: event.kind, name: event.name })),
    notPlanned: unplanned.map(({ kind, name, calls }) => ({
      kind,
      name,
      calls: calls.map(call => ({ file: relativePath(root, call.uri), line: call.calleeRange.start.line + 1 })),
    })),
    neverSentProperties: expected.flatMap(({ event, unsent }) =>
      unsent.map(property => ({ event: event.name, property: property.name })),
    ),
    external: external.length,
    dynamicCalls: dynamic.length,
  };
}
