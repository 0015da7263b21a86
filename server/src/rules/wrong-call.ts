import type { Fix } from '../base/finding.ts';
import { languageOf } from '../code/languages/index.ts';
import type { EventName, TrackCall } from '../code/track-call.ts';
import type { EventDefinition } from '../plan/plan.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { isInside, textAt } from './edits/text-at.ts';
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
      const { meant } = verdict;
      const what = meant.kind === 'track' ? 'an event' : article(meant.kind);
      yield {
        range: name.range,
        message: `${quote(meant.name)} is ${what} in the tracking plan: send it by a ${meant.kind} call instead of ${call.kind}(${quote(name.value)}).`,
        related: [...whereWritten(name, call), planEntry(meant)],
        fixes: () => changedCall(name, meant, call, context.snapshot),
      };
    }
  },
};

/** SDKs after Segment's spec, where `track(name, properties)`, `page(name, properties)` and `screen(name, properties)` are alike. */
const ALIKE = /^(?:segment|rudderstack|rudder|june|customerio|hightouch)/;

function changedCall(
  { literal }: EventName,
  meant: EventDefinition,
  call: TrackCall,
  snapshot: Snapshot,
): readonly Fix[] {
  const { uri, calleeRange, callee, kind, via } = call;
  const writer = literal && languageOf(literal.uri)?.write;
  if (!writer || via || callee !== kind || !ALIKE.test(call.sdk)) return [];
  if (literal.uri !== uri || !isInside(call.range, literal.range)) return [];
  const between = textAt({ uri, range: { start: calleeRange.end, end: literal.range.start } }, snapshot);
  if (between === undefined || !/^\(\s*$/.test(between)) return [];
  return [
    {
      kind: 'change-call',
      title: `Change to ${meant.kind}(${quote(meant.name)})`,
      edits: [
        { uri, range: calleeRange, newText: meant.kind },
        { uri, range: literal.range, newText: writer.literal(meant.name, literal.quote) },
      ],
      preferred: true,
    },
  ];
}
