import type { SentProperty, TrackCall } from '../code/track-call.ts';
import { addProperty } from './edits/add-to-plan.ts';
import { removeProperty, renameKey } from './edits/edit-property.ts';
import { judgeProperty, type PropertyVerdict } from './payload/judge-property.ts';
import { levelsOf, type Level } from './payload/levels.ts';
import { isOneOfSeveral, remarks, type Remark } from './payload/remarks.ts';
import type { Target } from './payload/targets.ts';
import { list, quote } from './phrase.ts';
import type { Rule, RuleContext } from './rule.ts';

export const unknownProperty: Rule = {
  id: 'unknown-property',
  severity: { light: 'off', recommended: 'warning', strict: 'error' },
  where: 'code',
  summary: 'A call sends a property that the event does not have.',
  why: `A property that the plan does not know reaches the tools under a name that nobody looks for; tools that enforce the plan
drop it, or the whole event with it. Often it is a misspelt one, and then the right one is missing too.

An event with \`properties\` is closed unless it says \`additionalProperties: true\`; an event without them says nothing about its
payload and is never reported. The nearest name, removing the property, and adding it to the plan are offered as fixes. A name
that differs in case or separators only is reported by \`misnamed-property\`.`,
  fixes: ['rename-key', 'add-property', 'remove-property'],
  examples: [
    {
      plan: 'events:\n  Order Completed:\n    properties: { total: number }\n',
      bad: `analytics.track('Order Completed', { totel: 10 });`,
      good: `analytics.track('Order Completed', { total: 10 });`,
    },
    {
      plan: 'events:\n  Order Completed:\n    properties:\n      items: { type: array, items: { type: object, properties: { sku: string } } }\n',
      bad: `analytics.track('Order Completed', { items: [{ sku: 'A1', colour: 'red' }] });`,
      good: `analytics.track('Order Completed', { items: [{ sku: 'A1' }] });`,
    },
  ],

  *call(call, context) {
    yield* remarks(call, context, function* (target, targets) {
      for (const level of levelsOf(call, target, context.plan)) {
        for (const sent of level.payload.properties) {
          const verdict = judgeProperty(sent, level, call, context);
          if (verdict.is !== 'unknown' || isOfAnother(sent, level, call, targets)) continue;
          yield remark(sent, verdict, level, target, call, context);
        }
      }
    });
  },
};

/** What is sent on some paths only may be meant for another of the events that the call can send. */
function isOfAnother(sent: SentProperty, level: Level, call: TrackCall, targets: readonly Target[]): boolean {
  if (sent.always || !isOneOfSeveral(call)) return false;
  const areAllKnown = call.event.dynamic === undefined && targets.length === call.event.names.length;
  return !areAllKnown || level.path !== '' || targets.some(target => target.open || target.properties.has(sent.name));
}

function remark(
  sent: SentProperty,
  { nearest }: PropertyVerdict & { is: 'unknown' },
  { path }: Level,
  target: Target,
  call: TrackCall,
  { plan, snapshot }: RuleContext,
): Remark {
  const advice = nearest.length > 0 ? ` Did you mean ${list(nearest.map(quote), 'or')}?` : '';
  return {
    range: sent.range,
    says: (events, isSeveral) =>
      `${events} ${isSeveral ? 'have' : 'has'} no property ${quote(path + sent.name)} in the tracking plan.${advice}`,
    related: [{ ...target.location, message: `${target.label} in the tracking plan.` }],
    fixes: () => [
      ...nearest.flatMap((name, i) => renameKey(sent, name, call, snapshot, { preferred: i === 0 })),
      ...(path === '' ? addProperty(sent, target.definition, plan) : []),
      ...removeProperty(sent, snapshot),
    ],
  };
}
