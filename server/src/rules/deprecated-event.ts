import type { EventDefinition } from '../plan/plan.ts';
import { replaceLiteral } from './edits/replace-literal.ts';
import { planEntry, sends, whereWritten } from './names/related.ts';
import { targetsOf } from './payload/targets.ts';
import { quote } from './phrase.ts';
import type { Rule } from './rule.ts';

export const deprecatedEvent: Rule = {
  id: 'deprecated-event',
  severity: { light: 'off', recommended: 'warning', strict: 'error' },
  where: 'code',
  summary: 'A call sends an event that the plan has deprecated or removed.',
  why: `An event is retired in the plan by \`status: deprecated\` (or \`removed\`), best with \`replaced_by\` and \`remove_after\`. Until
every call is changed the same fact is counted under two names. The finding is struck through in the editor, names the
replacement and the date, and its fix sends the replacement, whose properties are then checked.`,
  fixes: ['correct-name'],
  examples: [
    {
      plan: 'events:\n  Order Completed: {}\n  Purchase Made: { status: deprecated, replaced_by: Order Completed, remove_after: 2027-03-01 }\n',
      bad: `analytics.track('Purchase Made');`,
      good: `analytics.track('Order Completed');`,
    },
  ],

  *call(call, context) {
    const targets = new Map(targetsOf(call, context).map(({ event }) => [event?.name, event]));
    for (const name of call.event.names) {
      const event = targets.get(name.value);
      if (!event || (event.status !== 'deprecated' && event.status !== 'removed')) continue;
      const replacement = context.plan.events[event.kind].get(event.replacedBy?.value ?? '');
      yield {
        range: name.range,
        message: `${sends(name.value, call)} ${says(event)}`,
        tags: ['deprecated'],
        related: [...whereWritten(name, call), planEntry(event), ...(replacement ? [planEntry(replacement)] : [])],
        fixes: () => (replacement ? replaceLiteral(name.literal, replacement.name, call, { preferred: true }) : []),
      };
    }
  },
};

function says({ status, replacedBy, removeAfter }: EventDefinition): string {
  const state = status === 'removed' ? 'is no longer in use' : 'is deprecated';
  const date = removeAfter ? ` It is to be gone after ${removeAfter.value}.` : '';
  return `${state}: ${replacedBy ? `send ${quote(replacedBy.value)} instead` : 'send it no more'}.${date}`;
}
