import { coverageOf, shareOf, type Coverage } from '../../workspace/coverage.ts';
import type { TrackCall } from '../../code/track-call.ts';
import { noPlan } from './plan-events.ts';
import { placeText, textIn, type AgentDesk, type AgentTool } from './tool.ts';

export const listUncovered: AgentTool = {
  name: 'list_uncovered',
  title: 'List what plan and code do not have in common',
  description:
    'Lists events that the tracking plan expects and no call sends, names that the code sends and the plan does not have, required properties that no call sends, and calls whose name is made at run time.',
  input: {
    type: 'object',
    properties: { owner: { type: 'string', description: 'Only events of this owner.' } },
    additionalProperties: false,
  },
  run: (desk, input) => {
    const { snapshot } = desk.workspace;
    if (snapshot.plans.length === 0) return noPlan;
    return snapshot.plans.map(plan => about(desk, coverageOf(plan, snapshot), textIn(input, 'owner'))).join('\n\n');
  },
};

function about(desk: AgentDesk, coverage: Coverage, owner: string | undefined): string {
  const { plan, unplanned, dynamic } = coverage;
  const expected = coverage.expected.filter(({ event }) => owner === undefined || event.owner?.value === owner);
  const { sent, events } = shareOf('', expected);
  const places = (calls: readonly TrackCall[]) =>
    calls
      .slice(0, most)
      .map(({ uri, calleeRange }) => placeText(desk, uri, calleeRange.start.line))
      .join(', ');
  const never = expected.filter(({ calls }) => calls.length === 0).map(({ event }) => `- ${event.name}`);
  const unsent = expected.flatMap(({ event, unsent }) => unsent.map(({ name }) => `- ${event.name}: ${name}`));
  return [
    `# ${plan.name}`,
    `${sent} of ${events} expected events are sent.`,
    ...section('Planned, and never sent', never),
    ...section('Required, and sent by no call', unsent),
    ...section(
      'Sent, and not planned',
      unplanned.map(({ name, calls }) => `- ${name} at ${places(calls)}`),
    ),
    ...section('Names made at run time', dynamic.length > 0 ? [places(dynamic)] : []),
  ].join('\n\n');
}

const most = 20;

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? [`## ${title}\n\n${lines.join('\n')}`] : [];
}
