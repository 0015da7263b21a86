import type { Problem } from '../base/finding.ts';
import type { PropertyDefinition, ValueConstraint } from '../plan/plan.ts';
import { renameKey } from './edits/edit-property.ts';
import { renamingPropertyFix } from './edits/rename-property.ts';
import { plainNamingFault } from './names/naming.ts';
import { judgeProperty } from './payload/judge-property.ts';
import { levelsOf } from './payload/levels.ts';
import { remarks } from './payload/remarks.ts';
import { quote } from './phrase.ts';
import type { Rule } from './rule.ts';

export const misnamedProperty: Rule = {
  id: 'misnamed-property',
  severity: { light: 'off', recommended: 'warning', strict: 'error' },
  where: 'both',
  summary: "A property's name breaks the naming convention, or is spelled in another way than in the plan.",
  why: `\`orderId\`, \`order_id\` and \`Order ID\` are one property to people and three columns in the warehouse. In code this rule
reports a property that the event has in another spelling; the fix is the plan's. It also holds properties that an event takes
beyond the listed ones against \`naming.properties\`. In the plan it reports names that break that convention; the fix renames the
property in the plan and in the code that sends it.`,
  fixes: ['rename-key', 'rename-property'],
  examples: [
    {
      plan: 'events:\n  Order Completed:\n    properties: { order_id: string }\n',
      bad: `analytics.track('Order Completed', { orderId: '1' });`,
      good: `analytics.track('Order Completed', { order_id: '1' });`,
    },
    {
      plan: 'naming:\n  properties: { case: snake_case }\nevents:\n  Order Completed:\n    properties: { order_id: string }\n',
      badPlan:
        'naming:\n  properties: { case: snake_case }\nevents:\n  Order Completed:\n    properties: { orderId: string }\n',
      bad: '',
      good: '',
    },
  ],

  *call(call, context) {
    const { plan, snapshot } = context;
    yield* remarks(call, context, function* (target) {
      for (const level of levelsOf(call, target, plan)) {
        for (const sent of level.payload.properties) {
          const verdict = judgeProperty(sent, level, call, context);
          if (verdict.is === 'misspelt') {
            const { name, location } = verdict.meant;
            yield {
              range: sent.range,
              says: events =>
                `${events} spells this property ${quote(level.path + name)}; as ${quote(sent.name)} it arrives as another one.`,
              related: [{ ...location, message: `${quote(name)} in the tracking plan.` }],
              fixes: () => renameKey(sent, name, call, snapshot, { isMeant: true, preferred: true }),
            };
          } else if (verdict.is === 'free') {
            const fault = plainNamingFault(sent.name, plan.naming?.properties);
            const corrected = fault?.corrected;
            if (!fault || sent.name.startsWith('$')) continue;
            yield {
              range: sent.range,
              says: () =>
                `${quote(sent.name)} ${fault.says}.${corrected === undefined ? '' : ` Write ${quote(corrected)}.`}`,
              fixes: () =>
                corrected === undefined ? [] : renameKey(sent, corrected, call, snapshot, { preferred: true }),
            };
          }
        }
      }
    });
  },

  *event(event, { plan, snapshot }) {
    if (!plan.naming?.properties) return;
    for (const { property, isTop } of allProperties(event.properties ?? [])) {
      yield* inPlan(property, plan.naming.properties, corrected =>
        isTop ? renamingPropertyFix(property, event, corrected, plan, snapshot) : [],
      );
    }
  },

  *planFile(file, { plan }) {
    if (!plan.naming?.properties) return;
    const lists = [file.properties, file.common, file.identify?.properties ?? [], file.group?.properties ?? []];
    for (const { property } of lists.flatMap(list => [...allProperties(list)]))
      yield* inPlan(property, plan.naming.properties, () => []);
  },
};

function* inPlan(
  { name, location }: PropertyDefinition,
  naming: Parameters<typeof plainNamingFault>[1],
  fix: (corrected: string) => ReturnType<NonNullable<Problem['fixes']>>,
): Iterable<Problem> {
  const fault = plainNamingFault(name, naming);
  const corrected = fault?.corrected;
  if (!fault) return;
  yield {
    range: location.range,
    message: `${quote(name)} ${fault.says}.${corrected === undefined ? '' : ` Write ${quote(corrected)}.`}`,
    fixes: () => (corrected === undefined ? [] : fix(corrected)),
  };
}

/** The properties of a list and those inside them. What was taken from a shared property is reported there. */
function* allProperties(
  properties: readonly PropertyDefinition[],
  isTop = true,
): Iterable<{ readonly property: PropertyDefinition; readonly isTop: boolean }> {
  for (const property of properties) {
    yield { property, isTop };
    if (!property.ref) yield* inside(property);
  }

  function* inside(constraint: ValueConstraint): ReturnType<typeof allProperties> {
    if (constraint.ref) return;
    if (constraint.properties) yield* allProperties(constraint.properties, false);
    if (constraint.items) yield* inside(constraint.items);
  }
}
