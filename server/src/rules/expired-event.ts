import { quote } from './phrase.ts';
import type { Rule } from './rule.ts';

export const expiredEvent: Rule = {
  id: 'expired-event',
  severity: { light: 'off', recommended: 'warning', strict: 'error' },
  where: 'plan',
  summary: "An event's `remove_after` has passed.",
  why: `A deprecated event gets a date so that it does not stay for ever. After it, remove the calls that still send it, then the
event, or give it a new date on purpose.`,
  examples: [
    {
      plan: 'events:\n  Order Completed: {}\n  Purchase Made: { status: deprecated, replaced_by: Order Completed, remove_after: 2999-01-01 }\n',
      badPlan:
        'events:\n  Order Completed: {}\n  Purchase Made: { status: deprecated, replaced_by: Order Completed, remove_after: 2001-01-01 }\n',
      bad: '',
      good: '',
    },
  ],

  *event(event, { plan, snapshot }) {
    const { removeAfter, name } = event;
    if (!removeAfter || removeAfter.value >= snapshot.today) return;
    const calls = snapshot.isComplete ? snapshot.callsTo(plan, event) : [];
    const advice =
      calls.length === 0
        ? 'Remove it from the plan.'
        : calls.length === 1
          ? 'One call still sends it: change that call, then remove the event.'
          : `${calls.length} calls still send it: change them, then remove the event.`;
    yield {
      range: removeAfter.range,
      message: `${quote(name)} was to be removed after ${removeAfter.value}. ${advice}`,
      related: calls
        .slice(0, 10)
        .map(({ uri, calleeRange }) => ({ uri, range: calleeRange, message: 'It is sent here.' })),
    };
  },
};
