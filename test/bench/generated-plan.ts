import { Random } from './random.ts';

const objects = 'Order Cart Product Invoice Trace Dataset Dashboard Workspace Member Project Report Session'.split(' ');
const parts = 'Summary Detail Preview Draft Export Import Filter Comment Version Template Token Schedule'.split(' ');
const actions = 'Created Updated Deleted Viewed Shared Opened Closed Completed Failed Started'.split(' ');
const types = ['string', 'integer', 'number', 'boolean'];

/** The name of the event at an index: the same for every plan that is long enough. */
export function eventName(index: number): string {
  const action = actions[index % actions.length] ?? '';
  const part = parts[Math.floor(index / actions.length) % parts.length] ?? '';
  const object = objects[Math.floor(index / (actions.length * parts.length)) % objects.length] ?? '';
  const round = Math.floor(index / (actions.length * parts.length * objects.length));
  return `${object} ${part}${round === 0 ? '' : ` ${ordinal(round)}`} ${action}`;
}

function ordinal(round: number): string {
  return `Step${String.fromCharCode(65 + (round % 26))}${round >= 26 ? Math.floor(round / 26) : ''}`;
}

/** The entry of one event in a plan. */
export function eventText(index: number): string {
  const random = new Random(index + 1);
  const properties = Array.from({ length: 2 + random.below(5) }, (_, at) => {
    const type = at === 0 ? 'string' : random.of(types);
    return `      property_${at}: { type: ${type}, required: ${at === 0}, description: What it is about. }`;
  });
  return `  ${eventName(index)}:
    description: Sent once the ${eventName(index).toLowerCase()} step is over.
    owner: team-${index % 20}
    properties:
${properties.join('\n')}
`;
}

/** A plan of so many events with two to six properties each. */
export function planText(events: number): string {
  return `events:\n${Array.from({ length: events }, (_, index) => eventText(index)).join('')}`;
}
