import type { Rule } from './rule.ts';

export const dynamicEvent: Rule = {
  id: 'dynamic-event',
  severity: { light: 'off', recommended: 'warning', strict: 'error' },
  where: 'code',
  summary: "An event's name is made at run time, so nobody can say which events are sent.",
  why: `A name such as \`\${section} Clicked\` makes as many events as there are sections, none of which the plan knows and none
of which a search through the code finds. It cannot be checked, and each value costs one of the vendor's limited number of
events. Send one event and put what varies into a property.

Names that can be only some known ones (a constant, a conditional, a union type, an enum) are not dynamic: each is checked.
Inside a wrapper the forwarding call is never reported; its callers are checked instead.`,
  examples: [
    {
      plan: 'events:\n  Section Clicked: { properties: { section: string } }\n',
      bad: `document.querySelectorAll('section').forEach(section => {
  analytics.track(\`\${section.dataset.title} Clicked\`);
});`,
      good: `document.querySelectorAll('section').forEach(section => {
  analytics.track('Section Clicked', { section: section.dataset.title });
});`,
    },
  ],

  *call({ event, calleeRange }) {
    if (event.dynamic === undefined || event.missing) return;
    const known =
      event.names.length > 0
        ? 'Not every name that this call can send is known'
        : 'The name of this event is not known before run time';
    yield {
      range: event.dynamicRange ?? event.range ?? calleeRange,
      message: `${known}: ${event.dynamic}. Send one of some fixed names, and what varies as a property.`,
    };
  },
};
