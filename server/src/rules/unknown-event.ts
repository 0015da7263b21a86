import type { Problem } from '../base/finding.ts';
import type { EventName, TrackCall } from '../code/track-call.ts';
import { addEvent } from './edits/add-to-plan.ts';
import { replaceLiteral } from './edits/replace-literal.ts';
import { judgeName } from './names/judge-name.ts';
import { nameIndex } from './names/name-index.ts';
import { planEntry, sends, whereWritten } from './names/related.ts';
import { list, quote } from './phrase.ts';
import type { Rule, RuleContext } from './rule.ts';

export const unknownEvent: Rule = {
  id: 'unknown-event',
  severity: { light: 'warning', recommended: 'error', strict: 'error' },
  where: 'code',
  summary: 'A call sends an event that the tracking plan does not have.',
  why: `An event outside the plan has no owner, no description and no agreed properties. Tools that enforce a plan drop it;
those that do not keep it beside the right one, and every dashboard that counts the right one is short by it.

The names nearest to the unknown one are offered as fixes, and so is adding the event to the plan with the properties that
the call sends. A name that differs from a planned one in case, order or tense only is reported by \`misnamed-event\`, one
that uses a synonym by \`unknown-object\` or \`unknown-action\`, and one that the plan has as a page or a screen by
\`wrong-call\`. Pages and screens are checked where the plan lists any. Events that vendors define (\`$pageview\`) are left alone.`,
  fixes: ['correct-name', 'add-event'],
  examples: [
    {
      plan: 'events:\n  Order Completed: {}\n  Product Viewed: {}\n',
      bad: `analytics.track('Order Compelted');`,
      good: `analytics.track('Order Completed');`,
    },
    {
      plan: 'pages:\n  Pricing: {}\n',
      bad: `analytics.page('Prizing');`,
      good: `analytics.page('Pricing');`,
    },
  ],

  *call(call, context) {
    for (const name of call.event.names) {
      if (judgeName(name.value, call, context).is === 'unknown') yield problem(name, call, context);
    }
  },
};

function problem(name: EventName, call: TrackCall, { plan }: RuleContext): Problem {
  const kind = call.kind === 'page' || call.kind === 'screen' ? call.kind : 'track';
  if (name.value.trim() === '') return { range: name.range, message: 'This call sends an event without a name.' };
  const nearest = nameIndex(plan, kind).nearest(name.value);
  const meant = plan.events[kind].get(nearest[0] ?? '');
  const label = kind === 'track' ? '' : `The ${kind} `;
  const advice = meant
    ? `Did you mean ${list(nearest.map(quote), 'or')}?`
    : 'Send an event that it has, or add this one to it.';
  return {
    range: name.range,
    message: `${label}${sends(name.value, call)} is not in the tracking plan. ${advice}`,
    related: [...whereWritten(name, call), ...(meant ? [planEntry(meant)] : [])],
    fixes: () => [
      ...nearest.flatMap((to, i) => replaceLiteral(name.literal, to, call, { preferred: i === 0 })),
      ...addEvent(name.value, kind, call, plan),
    ],
  };
}
