import type { Problem } from '../base/finding.ts';
import type { EventName, TrackCall } from '../code/track-call.ts';
import type { EventDefinition } from '../plan/plan.ts';
import { renamingFix } from './edits/rename-event.ts';
import { replaceLiteral } from './edits/replace-literal.ts';
import { judgeName, type NameVerdict } from './names/judge-name.ts';
import { eventNamingFault } from './names/naming.ts';
import { planEntry, sends, whereWritten } from './names/related.ts';
import { quote } from './phrase.ts';
import type { Rule, RuleContext } from './rule.ts';

export const misnamedEvent: Rule = {
  id: 'misnamed-event',
  severity: { light: 'off', recommended: 'warning', strict: 'error' },
  where: 'both',
  summary: "An event's name breaks the naming convention in order, case, tense, separators or spaces.",
  why: `\`Order Completed\`, \`order_completed\` and \`Completed Order\` are one event to people and three to every analytics
tool. In code this rule reports a name that has the same words as an event of the plan and is spelled in another way; the fix
is the plan's spelling. In the plan it reports names that break \`naming.events\`: the order of object and action
(\`framework\`), the \`case\` with its separators, the \`tense\` of the action, and the \`pattern\`. The fix rewrites the word
that is wrong and nothing else, in the plan and in the code that sends the event.

Code whose plan lists no events is held against \`naming.events\` directly.`,
  fixes: ['correct-name', 'rename-event'],
  examples: [
    {
      plan: 'events:\n  Order Completed: {}\n',
      bad: `analytics.track('order completed');`,
      good: `analytics.track('Order Completed');`,
    },
    {
      plan: 'naming:\n  events: { framework: object-action, case: Title Case, tense: past }\nevents:\n  Order Completed: {}\n',
      badPlan:
        'naming:\n  events: { framework: object-action, case: Title Case, tense: past }\nevents:\n  Complete Order: {}\n',
      bad: '',
      good: `analytics.track('Order Completed');`,
    },
  ],

  *call(call, context) {
    for (const name of call.event.names) {
      const verdict = judgeName(name.value, call, context);
      if (verdict.is === 'misspelt') yield misspelt(name, verdict, call, context);
      else if (verdict.is === 'unchecked' || (verdict.is === 'unknown' && !context.isOn('unknown-event')))
        yield* unplanned(name, call, context);
    }
  },

  *event(event, { plan, snapshot }) {
    if (event.kind !== 'track' || event.status === 'deprecated' || event.status === 'removed') return;
    const fault = eventNamingFault(event.name, plan);
    if (!fault) return;
    yield {
      range: event.location.range,
      message: `${quote(event.name)} ${fault.says}.${suggestion(fault.corrected, event)}`,
      fixes: () => renamingFix(event, fault.corrected, plan, snapshot),
    };
  },
};

const DIFFERENCE = {
  spaces: 'spaces',
  case: 'case or separators',
  order: 'the order of its words',
  tense: 'the form of a word',
};

function misspelt(
  name: EventName,
  verdict: NameVerdict & { is: 'misspelt' },
  call: TrackCall,
  { plan }: RuleContext,
): Problem {
  const { meant, differs } = verdict;
  return {
    range: name.range,
    message: `${sends(name.value, call)} differs from ${quote(meant.name)} of the tracking plan in ${DIFFERENCE[differs]}, so it arrives as another event.`,
    related: [...whereWritten(name, call), planEntry(meant)],
    fixes: () => {
      // Where the plan breaks its own convention, it may be the plan that is to be changed.
      const isMeant = eventNamingFault(meant.name, plan) === undefined;
      return replaceLiteral(name.literal, meant.name, call, { isMeant, preferred: true });
    },
  };
}

function* unplanned(name: EventName, call: TrackCall, { plan }: RuleContext): Iterable<Problem> {
  const fault = call.kind === 'track' ? eventNamingFault(name.value, plan) : undefined;
  if (!fault) return;
  const { corrected } = fault;
  yield {
    range: name.range,
    message: `${sends(name.value, call)} ${fault.says}.${corrected === undefined ? '' : ` Write ${quote(corrected)}.`}`,
    related: whereWritten(name, call),
    fixes: () => (corrected === undefined ? [] : replaceLiteral(name.literal, corrected, call, { preferred: true })),
  };
}

function suggestion(corrected: string | undefined, event: EventDefinition): string {
  return corrected === undefined || corrected === event.name ? '' : ` Write ${quote(corrected)}.`;
}
