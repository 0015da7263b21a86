import type { SentProperty, TrackCall } from '../code/track-call.ts';
import type { PropertyDefinition } from '../plan/plan.ts';
import { insertProperties } from './edits/insert-properties.ts';
import { isSent, judgeProperty } from './payload/judge-property.ts';
import { levelsOf, type Level } from './payload/levels.ts';
import { isOneOfSeveral, remarks, type Remark } from './payload/remarks.ts';
import type { Target } from './payload/targets.ts';
import { list, quote } from './phrase.ts';
import type { Rule, RuleContext } from './rule.ts';

export const missingProperty: Rule = {
  id: 'missing-property',
  severity: { light: 'warning', recommended: 'error', strict: 'error' },
  where: 'code',
  summary: 'A call does not send a property that the event requires, or may not send it.',
  why: `What is not sent with the event can never be added later: an order without its total is lost for every report on
revenue. This rule reports required properties that a call leaves out, that it sends on some paths only, or whose value may be
\`undefined\` (which no SDK sends).

It says nothing where it cannot know: a payload with parts that are not seen (\`...rest\`, a parameter) may hold anything.
Properties that a wrapper adds, and those under \`common\` in the plan, count as sent. The fix adds the missing properties with
placeholders of their types.`,
  fixes: ['insert-properties'],
  examples: [
    {
      plan: 'events:\n  Order Completed:\n    properties:\n      total: { type: number, required: true }\n',
      bad: `analytics.track('Order Completed', {});`,
      good: `analytics.track('Order Completed', { total: 10 });`,
    },
    {
      plan: 'events:\n  Order Completed:\n    properties:\n      total: { type: number, required: true }\n',
      bad: `export function done(isPaid: boolean) {
  analytics.track('Order Completed', { ...(isPaid && { total: 10 }) });
}`,
      good: `export function done(isPaid: boolean) {
  analytics.track('Order Completed', { total: isPaid ? 10 : 0 });
}`,
    },
  ],

  *call(call, context) {
    if (call.unfinished || isBareIdentity(call)) return;
    yield* remarks(call, context, function* (target) {
      for (const level of levelsOf(call, target, context.plan)) {
        if (level.payload.open) continue;
        const required = requiredAt(level, target, context);
        yield* absent(required, level, call, context);
        for (const property of required) yield* uncertain(property, level, call);
      }
    });
  },
};

/** `identify(id)` without traits only says who the user is. */
function isBareIdentity({ kind, payload }: TrackCall): boolean {
  return kind !== 'track' && kind !== 'page' && kind !== 'screen' && !payload.range && payload.properties.length === 0;
}

function requiredAt(level: Level, target: Target, { plan }: RuleContext): readonly PropertyDefinition[] {
  return [...level.definitions.values()].filter(
    ({ name, required }) =>
      required && !level.payload.added.includes(name) && (level.path !== '' || !target.event || !plan.common.has(name)),
  );
}

/** One finding for all that is absent, since one edit adds it all. */
function* absent(
  required: readonly PropertyDefinition[],
  level: Level,
  call: TrackCall,
  context: RuleContext,
): Iterable<Remark> {
  const misspelt = new Set(
    level.payload.properties.flatMap(sent => {
      const verdict = judgeProperty(sent, level, call, context);
      return verdict.is === 'misspelt' ? [verdict.meant.name] : [];
    }),
  );
  const missing = required.filter(({ name }) => !isSent(name, level) && !misspelt.has(name));
  if (missing.length === 0) return;
  const names = list(missing.map(({ name }) => quote(level.path + name)));
  yield {
    range: level.range,
    says: (events, isSeveral) =>
      `${events} ${isSeveral ? 'require' : 'requires'} the ${missing.length === 1 ? 'property' : 'properties'} ${names}, which ${missing.length === 1 ? 'is' : 'are'} not sent here.`,
    related: missing.map(({ location, name }) => ({ ...location, message: `${quote(name)} in the tracking plan.` })),
    fixes: () => insertProperties(level.payload, missing, context.snapshot),
  };
}

/** A property that is there, but not on every path. */
function* uncertain({ name, location }: PropertyDefinition, level: Level, call: TrackCall): Iterable<Remark> {
  const sent = level.payload.properties.filter(property => property.name === name);
  const only = sent.length === 1 ? sent[0] : undefined;
  const why = only && doubt(only, call);
  if (!only || !why) return;
  yield {
    range: why.range,
    says: (events, isSeveral) =>
      `${events} ${isSeveral ? 'require' : 'requires'} ${quote(level.path + name)}, which ${why.says}.`,
    related: [{ ...location, message: `${quote(name)} in the tracking plan.` }],
  };
}

/** What is sent on some paths only may be sent on just those paths that send the event which requires it. */
function doubt(
  sent: SentProperty,
  call: TrackCall,
): { readonly range: SentProperty['range']; readonly says: string } | undefined {
  if (!sent.always) return isOneOfSeveral(call) ? undefined : { range: sent.range, says: 'is sent on some paths only' };
  if (sent.value.optional) return { range: sent.value.range, says: 'may be undefined here, and then is not sent' };
  return undefined;
}
