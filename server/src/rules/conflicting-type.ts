import { groupBy } from '../base/group-by.ts';
import type { ValueType } from '../base/vocabulary.ts';
import type { PropertyDefinition } from '../plan/plan.ts';
import { allowedTypes, expectedTypes, fits } from '../plan/value.ts';
import { perPlan } from './per-plan.ts';
import { quote } from './phrase.ts';
import type { Rule } from './rule.ts';

export const conflictingType: Rule = {
  id: 'conflicting-type',
  severity: { light: 'off', recommended: 'warning', strict: 'error' },
  where: 'plan',
  summary: 'One property name has different types in different events.',
  why: `Most tools and every warehouse keep one column for a property name, whatever event it comes with. A \`total\` that is a number
in one event and a string in another turns the column into text, or drops the values of one of them. Reported are the
definitions that differ from the most frequent type and share no type with it.`,
  examples: [
    {
      plan: 'events:\n  Order Completed: { properties: { total: number } }\n  Order Refunded: { properties: { total: number } }\n',
      badPlan:
        'events:\n  Order Completed: { properties: { total: number } }\n  Order Refunded: { properties: { total: string } }\n',
      bad: '',
      good: '',
    },
  ],

  *event(event, { plan }) {
    for (const property of event.properties ?? []) {
      const types = typesOf(property);
      const usual = usualDefinitions(plan).get(property.name);
      const expected = usual && typesOf(usual);
      if (!types || !expected || usual === property || areCompatible(types, expected)) continue;
      yield {
        range: property.location.range,
        message: `${quote(property.name)} is ${expectedTypes(types)} here and ${expectedTypes(expected)} in other events; tools keep one type for a name.`,
        related: [{ ...usual.location, message: `${expectedTypes(expected)} here.` }],
      };
    }
  },
};

function typesOf(property: PropertyDefinition): readonly ValueType[] | undefined {
  return allowedTypes(property)?.filter(type => type !== 'null');
}

function areCompatible(a: readonly ValueType[], b: readonly ValueType[]): boolean {
  return a.length === 0 || b.length === 0 || a.some(type => fits(type, b));
}

/** For each property name, the first definition of the types that most events give it. */
const usualDefinitions = perPlan(plan => {
  const used = Object.values(plan.events).flatMap(map => [...map.values()].flatMap(event => event.properties ?? []));
  const typed = used.filter(property => typesOf(property) !== undefined);
  const usual = new Map<string, PropertyDefinition>();
  for (const [name, group] of groupBy(typed, property => property.name)) {
    const byTypes = [...groupBy(group, property => (typesOf(property) ?? []).join()).values()];
    byTypes.sort((x, y) => y.length - x.length);
    const first = byTypes[0]?.[0];
    if (first && byTypes.length > 1) usual.set(name, first);
  }
  return usual;
});
