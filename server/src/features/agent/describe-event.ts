import { callText } from '../call-text.ts';
import { describeEvent as describe } from '../describe.ts';
import { problemsIn } from '../event-problems.ts';
import { eventsCalled, noSuchEvent, type PlannedEvent } from './plan-events.ts';
import { placeText, textIn, type AgentDesk, type AgentTool } from './tool.ts';

export const describeEvent: AgentTool = {
  name: 'describe_event',
  title: 'Describe an event of the tracking plan',
  description:
    'Tells everything that the tracking plan says about one event: purpose, owner, sources, every property with its type; a call that sends it as this code base writes such calls; and where it is sent today.',
  input: {
    type: 'object',
    properties: { name: { type: 'string', description: 'The exact name of the event.' } },
    required: ['name'],
    additionalProperties: false,
  },
  run: (desk, input) => {
    const { snapshot } = desk.workspace;
    const name = textIn(input, 'name');
    if (name === undefined) return 'Say the name of an event.';
    const found = eventsCalled(snapshot, name);
    return found.length === 0 ? noSuchEvent(snapshot, name) : found.map(each => about(desk, each)).join('\n\n---\n\n');
  },
};

function about(desk: AgentDesk, { plan, event }: PlannedEvent): string {
  const { snapshot } = desk.workspace;
  const { kind, name, location } = event;
  const call = callText(snapshot, { plan: location.uri, kind, name });
  const calls = snapshot
    .callsTo(plan, event)
    .map(({ uri, calleeRange }) => placeText(desk, uri, calleeRange.start.line));
  const problems = problemsIn(snapshot, plan, event).length;
  return [
    describe(plan, event),
    `Defined in ${placeText(desk, location.uri, location.range.start.line)}.`,
    ...(call ? [`A call that sends it (${call.language}):\n\n\`\`\`\n${call.text}\n\`\`\``] : []),
    calls.length === 0
      ? 'No call sends it yet.'
      : `Sent at ${calls.slice(0, most).join(', ')}${calls.length > most ? ` and ${calls.length - most} more places` : ''}; findings there: ${problems}.`,
  ].join('\n\n');
}

const most = 20;
