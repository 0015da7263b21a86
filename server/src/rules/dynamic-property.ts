import { levelsIn } from './payload/levels.ts';
import { targetsOf } from './payload/targets.ts';
import type { Rule } from './rule.ts';

export const dynamicProperty: Rule = {
  id: 'dynamic-property',
  severity: { light: 'off', recommended: 'warning', strict: 'error' },
  where: 'code',
  summary: "A property's name is made at run time, so the number of properties has no bound.",
  why: `\`{ [productId]: true }\` makes one property for each product. No plan can list them, no report can group by them, and
vendors stop to take new ones after some hundreds. Send a fixed property whose value varies: \`{ product_id: productId }\`.

Keys that can be only some known ones are checked one by one instead. Events that allow further properties on purpose
(\`additionalProperties: true\` beside \`properties\`) are left alone.`,
  examples: [
    {
      plan: 'events:\n  Filter Applied:\n    properties: { filter: string }\n',
      bad: `export function apply(filter: string) {
  analytics.track('Filter Applied', { [filter]: true });
}`,
      good: `export function apply(filter: string) {
  analytics.track('Filter Applied', { filter });
}`,
    },
  ],

  *call(call, context) {
    const targets = targetsOf(call, context);
    if (targets.length > 0 && targets.every(({ open, properties }) => open && properties.size > 0)) return;
    for (const { payload } of levelsIn(call.payload)) {
      const { dynamicKeys } = payload;
      for (const range of dynamicKeys) {
        yield {
          range,
          message:
            'The name of this property is made at run time, so there may be any number of them. Send a fixed name, and what varies as its value.',
        };
      }
    }
  },
};
