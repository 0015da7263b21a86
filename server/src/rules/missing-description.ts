import { describeEventFix, describePropertyFix } from './edits/describe-entry.ts';
import { quote } from './phrase.ts';
import type { Rule } from './rule.ts';

export const missingDescription: Rule = {
  id: 'missing-description',
  severity: { light: 'off', recommended: 'off', strict: 'error' },
  where: 'plan',
  summary: 'An event or a property of the plan has no description.',
  why: `A name does not say when an event is sent (at the click, or when the server has answered?) nor in which unit a number is.
Whoever implements it guesses, and each platform guesses in another way.`,
  fixes: ['describe'],
  examples: [
    {
      plan: 'events:\n  Order Completed: { description: The customer paid. }\n',
      badPlan: 'events:\n  Order Completed: {}\n',
      bad: '',
      good: '',
    },
  ],

  *event(event, { plan }) {
    const { name, status, location, description, properties = [] } = event;
    if (status === 'removed') return;
    if (isEmpty(description?.value))
      yield {
        range: location.range,
        message: `${quote(name)} has no description. Say when exactly it is sent.`,
        fixes: () => describeEventFix(event, plan),
      };
    for (const property of properties)
      if (isEmpty(property.description) && !property.deprecated)
        yield {
          range: property.location.range,
          message: `The property ${quote(property.name)} has no description. Say what it holds, and in which unit.`,
          fixes: () => describePropertyFix(property, plan),
        };
  },
};

function isEmpty(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
