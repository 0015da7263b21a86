import { applyEdits } from '../../base/apply-edits.ts';
import { contains } from '../../base/text.ts';
import type { ValueType } from '../../base/vocabulary.ts';
import type { EventDraft, PlanWriter, PropertyDraft } from '../../plan/format.ts';
import { formatById } from '../../plan/formats/index.ts';
import type { EventKind, PlanFile, TrackingPlan } from '../../plan/plan.ts';
import { readPlanFile } from '../../plan/read.ts';
import { check } from '../../rules/check.ts';
import { eventsCalled, noPlan } from './plan-events.ts';
import { placeText, textIn, type AgentDesk, type AgentTool, type ToolInput } from './tool.ts';

const types: readonly ValueType[] = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];
const kinds: readonly EventKind[] = ['track', 'page', 'screen'];

export const proposeEvent: AgentTool = {
  name: 'propose_event',
  title: 'Propose an event for the tracking plan',
  description:
    'Writes the entry of a new event as this tracking plan writes such entries, and says what the rules of the plan (naming, vocabulary, similar names, missing documentation) find in it. Nothing is saved: put the text into the plan yourself once a person agrees.',
  input: {
    type: 'object',
    properties: {
      name: { type: 'string', description: 'The name, in the convention of the plan.' },
      kind: { type: 'string', enum: kinds, description: 'Which call sends it; `track` by default.' },
      description: { type: 'string', description: 'When it is sent.' },
      why: { type: 'string', description: 'The business question that it answers.' },
      owner: { type: 'string', description: 'The team that owns it.' },
      properties: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            name: { type: 'string' },
            type: { type: 'string', enum: types },
            required: { type: 'boolean' },
            enum: { type: 'array', items: { type: 'string' }, description: 'All values that it can have.' },
          },
          required: ['name'],
        },
      },
    },
    required: ['name'],
    additionalProperties: false,
  },
  run: async (desk, input) => {
    const { snapshot } = desk.workspace;
    const name = textIn(input, 'name');
    if (name === undefined) return 'Say the name of the event.';
    const taken = eventsCalled(snapshot, name)[0];
    if (taken)
      return `The plan has "${name}" already, in ${placeText(desk, taken.event.location.uri, taken.event.location.range.start.line)}.`;
    const [plan] = snapshot.plans;
    if (!plan) return noPlan;
    const draft = draftOf(name, input);
    const written = write(plan, draft, input);
    if (!written)
      return `The files of the plan ${plan.name} can be read, and not written: add the event in the tool that they come from.`;
    const { file, text } = written;
    // Nothing waits between these lines, so nobody else sees the text.
    desk.workspace.change(file.uri, text);
    const findings = findingsIn(desk, file, draft);
    const open = desk.openText(file.uri);
    if (open === undefined) await desk.workspace.close(file.uri);
    else desk.workspace.change(file.uri, open);
    const { line, added } = difference(file.text, text);
    return [
      `Put this into ${placeText(desk, file.uri, line)}:`,
      `\`\`\`\n${added}\n\`\`\``,
      findings.length === 0
        ? 'The rules of the plan find nothing wrong with it.'
        : `The rules of the plan say:\n\n${findings.join('\n')}`,
    ].join('\n\n');
  },
};

function draftOf(name: string, input: ToolInput): EventDraft {
  const kind = kinds.find(each => each === input.kind) ?? 'track';
  const description = textIn(input, 'description');
  const properties = Array.isArray(input.properties) ? input.properties.flatMap(propertyOf) : [];
  return {
    kind,
    name,
    ...(description !== undefined && { description }),
    ...(properties.length > 0 && { properties }),
  };
}

function propertyOf(given: unknown): readonly PropertyDraft[] {
  if (typeof given !== 'object' || given === null) return [];
  const input = given as ToolInput;
  const name = textIn(input, 'name');
  if (name === undefined) return [];
  const type = types.find(each => each === input.type);
  const values = Array.isArray(input.enum) ? input.enum.filter(value => typeof value === 'string') : [];
  return [
    {
      name,
      ...(type && { types: [type] }),
      ...(values.length > 0 && { enum: values }),
      ...(input.required === true && { required: true }),
    },
  ];
}

/** The text of the plan's file with the event in it; undefined where no file of the plan can be written. */
function write(plan: TrackingPlan, draft: EventDraft, input: ToolInput) {
  for (const file of plan.files) {
    const writer = formatById(file.format)?.write;
    const edits = writer?.addEvent(file, draft);
    if (!writer || !edits) continue;
    let text = applyEdits(file.text, edits);
    for (const key of ['why', 'owner']) text = withKey(writer, file, text, draft, key, textIn(input, key));
    return { file, text };
  }
  return undefined;
}

function withKey(
  writer: PlanWriter,
  { uri }: PlanFile,
  text: string,
  { kind, name }: EventDraft,
  key: string,
  value: string | undefined,
): string {
  const file = readPlanFile(uri, text);
  const event = file.events.find(each => each.kind === kind && each.name === name);
  const edits = value === undefined || !event ? undefined : writer.setEventKey(file, event, key, value);
  return edits ? applyEdits(text, edits) : text;
}

/** That nothing sends it yet is no news. */
function findingsIn(
  { workspace: { snapshot } }: AgentDesk,
  { uri }: PlanFile,
  { kind, name }: EventDraft,
): readonly string[] {
  const event = snapshot.planFor(uri)?.events[kind].get(name);
  if (!event) return [];
  return check(uri, snapshot)
    .filter(({ range, rule }) => contains(event.range, range.start) && !rule.startsWith('unused-'))
    .map(({ severity, rule, message }) => `- ${severity} ${rule}: ${message}`);
}

/** The lines that stand in one text and not in the other, which is otherwise the same. */
function difference(before: string, after: string): { readonly line: number; readonly added: string } {
  const old = before.split('\n');
  const now = after.split('\n');
  let start = 0;
  while (start < old.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  return { line: start, added: now.slice(start, now.length - end).join('\n') };
}
