import { matchScore } from '../match-score.ts';
import { eventLine, noPlan, plannedEvents, type PlannedEvent } from './plan-events.ts';
import { textIn, type AgentTool } from './tool.ts';

export const findEvents: AgentTool = {
  name: 'find_events',
  title: 'Find events of the tracking plan',
  description:
    'Lists events of the tracking plan that fit a few words, by name, description, purpose, owner or status. Ask this before you write a tracking call, so that you use an event that exists instead of making up a name.',
  input: {
    type: 'object',
    properties: {
      query: {
        type: 'string',
        description: 'A few words, such as `checkout paid`. Without it, all events are listed.',
      },
    },
    additionalProperties: false,
  },
  run: ({ workspace: { snapshot } }, input) => {
    if (snapshot.plans.length === 0) return noPlan;
    const query = textIn(input, 'query') ?? '';
    const found = plannedEvents(snapshot)
      .flatMap(planned => {
        const score = scoreOf(planned, query);
        return score > 0 ? [{ planned, score }] : [];
      })
      .sort((a, b) => b.score - a.score);
    if (found.length === 0) return `No event fits "${query}". Ask with other words, or propose a new event.`;
    const hidden = found.length - most;
    const lines = found.slice(0, most).map(({ planned }) => eventLine(planned));
    return [...lines, ...(hidden > 0 ? [`${hidden} more fit; ask with more words.`] : [])].join('\n');
  },
};

/** More would fill an agent's memory with what it does not need. */
const most = 40;

/** Each word counts where it stands in the name, less in what is said about the event; spelling of names is forgiven. */
function scoreOf({ event }: PlannedEvent, query: string): number {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '');
  if (words.length === 0) return 1;
  const { name, description, why, owner, tags, status } = event;
  const about = [description?.value, why?.value, owner?.value, ...tags, status].join(' ').toLowerCase();
  const lower = name.toLowerCase();
  const byWord = words.reduce((sum, word) => sum + (lower.includes(word) ? 3 : 0) + (about.includes(word) ? 1 : 0), 0);
  return byWord > 0 ? byWord : matchScore(query, name) === undefined ? 0 : 0.5;
}
