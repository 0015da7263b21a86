import type { Fix } from '../base/finding.ts';
import { formatById } from '../plan/formats/index.ts';
import type { EventDefinition, EventStatus, TrackingPlan } from '../plan/plan.ts';
import { isExpectedInCode, madeAtRunTime, mayBeSentBy } from './coverage.ts';
import { quote } from './phrase.ts';
import type { Rule } from './rule.ts';

export const unusedEvent: Rule = {
  id: 'unused-event',
  severity: { light: 'off', recommended: 'info', strict: 'error' },
  where: 'plan',
  summary: 'An active event of the plan is sent by no call.',
  why: `Either the event was never built, or its call is gone and the plan was forgotten: in both cases somebody waits for data that
will not come. Say \`status: planned\` until it is built, and \`status: removed\` once it is gone.

Events whose sources are all external are not expected in code. Nothing is said before the whole workspace has been read, in a
workspace without any calls, nor of events that a name made at run time may stand for.`,
  fixes: ['set-status'],
  examples: [
    {
      plan: 'events:\n  Order Completed: {}\n  Order Refunded: { status: planned }\n',
      badPlan: 'events:\n  Order Completed: {}\n  Order Refunded: {}\n',
      bad: `analytics.track('Order Completed');`,
      good: `analytics.track('Order Completed');`,
    },
  ],

  *event(event, context) {
    const { plan, snapshot } = context;
    if (!isExpectedInCode(event, context) || snapshot.callsTo(plan, event).length > 0) return;
    if (madeAtRunTime(snapshot.callsOf(plan, event.kind)).some(call => mayBeSentBy(call, event))) return;
    yield {
      range: event.location.range,
      message: `No call sends ${quote(event.name)}. Build it, or say \`status: planned\` or \`removed\`.`,
      tags: ['unnecessary'],
      fixes: () => [...statusFix('planned', event, plan), ...statusFix('removed', event, plan)],
    };
  },
};

function statusFix(status: EventStatus, event: EventDefinition, { files }: TrackingPlan): readonly Fix[] {
  const file = files.find(({ uri }) => uri === event.location.uri);
  const edits = file && formatById(file.format)?.write?.setEventKey(file, event, 'status', status);
  return edits ? [{ kind: 'set-status', title: `Set status: ${status}`, edits }] : [];
}
