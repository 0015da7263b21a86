import { removeProperty, renameKey } from './edits/edit-property.ts';
import { isSent } from './payload/judge-property.ts';
import { levelsOf } from './payload/levels.ts';
import { remarks } from './payload/remarks.ts';
import { quote } from './phrase.ts';
import type { Rule } from './rule.ts';

export const deprecatedProperty: Rule = {
  id: 'deprecated-property',
  severity: { light: 'off', recommended: 'warning', strict: 'error' },
  where: 'code',
  summary: 'A call sends a property that the plan has deprecated.',
  why: `A property is retired in the plan by \`deprecated: true\`, best with \`replaced_by\`. Until every call is changed, reports have
to read two columns for one fact. The fix renames the property to its replacement, or removes it where the replacement is
sent already or there is none.`,
  fixes: ['rename-key', 'remove-property'],
  examples: [
    {
      plan: 'events:\n  Order Completed:\n    properties:\n      total: number\n      revenue: { type: number, deprecated: true, replaced_by: total }\n',
      bad: `analytics.track('Order Completed', { revenue: 10 });`,
      good: `analytics.track('Order Completed', { total: 10 });`,
    },
  ],

  *call(call, context) {
    yield* remarks(call, context, function* (target) {
      for (const level of levelsOf(call, target, context.plan)) {
        for (const sent of level.payload.properties) {
          const definition = level.definitions.get(sent.name);
          if (!definition?.deprecated) continue;
          const replacement = definition.replacedBy?.value;
          const isReplaced = replacement !== undefined && isSent(replacement, level);
          const advice =
            replacement === undefined
              ? 'send it no more'
              : isReplaced
                ? `${quote(replacement)} is sent already`
                : `send ${quote(replacement)} instead`;
          yield {
            range: sent.range,
            says: events => `${quote(level.path + sent.name)} of ${events} is deprecated: ${advice}.`,
            tags: ['deprecated'],
            related: [{ ...definition.location, message: `${quote(sent.name)} in the tracking plan.` }],
            fixes: () => [
              ...(replacement === undefined || isReplaced
                ? []
                : renameKey(sent, replacement, call, context.snapshot, { preferred: true })),
              ...removeProperty(sent, context.snapshot),
            ],
          };
        }
      }
    });
  },
};
