import type { TrackCall } from '../code/track-call.ts';
import type { EventDefinition, TrackingPlan } from '../plan/plan.ts';
import { canSend, changeCall } from './edits/change-call.ts';
import { judgeName } from './names/judge-name.ts';
import { planEntry, whereWritten } from './names/related.ts';
import { article, quote } from './phrase.ts';
import type { Rule } from './rule.ts';

export const wrongCall: Rule = {
  id: 'wrong-call',
  severity: { light: 'off', recommended: 'error', strict: 'error' },
  where: 'code',
  summary: 'An event is sent by another kind of call than the plan says: a page by `track`, an event by `page`.',
  why: `Page and screen views are calls of their own: tools fill in the address, the referrer and the title, and count sessions
by them. \`track('Pricing Viewed')\` where the plan has the page \`Pricing\` gives an event that no page report counts. The fix
changes the call where both calls take the same arguments.`,
  fixes: ['change-call'],
  examples: [
    {
      plan: 'events:\n  Order Completed: {}\npages:\n  Pricing: {}\n',
      bad: `analytics.track('Pricing Viewed');`,
      good: `analytics.page('Pricing');`,
    },
    {
      plan: 'events:\n  Order Completed: {}\npages:\n  Pricing: {}\n',
      bad: `analytics.page('Order Completed');`,
      good: `analytics.track('Order Completed');`,
    },
  ],

  *call(call, context) {
    for (const name of call.event.names) {
      const verdict = judgeName(name.value, call, context);
      if (verdict.is !== 'other-kind') continue;
      const meant = sendable(verdict.meant, call, context.plan);
      const what = meant.kind === 'track' ? 'an event' : article(meant.kind);
      yield {
        range: name.range,
        message: `${quote(meant.name)} is ${what} in the tracking plan: send it by a ${meant.kind} call instead of ${call.kind}(${quote(name.value)}).`,
        related: [...whereWritten(name, call), planEntry(meant)],
        fixes: () => changeCall(name, meant, call, context.snapshot),
      };
    }
  },
};

/** Of a page and a screen of one name, the one that the SDK can send. */
function sendable(meant: EventDefinition, call: TrackCall, { events }: TrackingPlan): EventDefinition {
  if (canSend(meant.kind, call)) return meant;
  const others = [events.track, events.page, events.screen].flatMap(each => each.get(meant.name) ?? []);
  return others.find(({ kind }) => kind !== call.kind && canSend(kind, call)) ?? meant;
}
