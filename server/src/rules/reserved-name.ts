import { destinationsOf, type Destination } from './data/limits-of.ts';
import { sends } from './names/related.ts';
import { quote } from './phrase.ts';
import type { Rule } from './rule.ts';

export const reservedName: Rule = {
  id: 'reserved-name',
  severity: { light: 'off', recommended: 'warning', strict: 'error' },
  where: 'both',
  summary: "A name is reserved by one of the plan's destinations.",
  why: `Vendors keep names for themselves: Firebase drops an event called \`session_start\` or one that begins with \`firebase_\`,
Mixpanel takes a property called \`time\` for the moment of the event. What is sent under such a name is lost, or changes what it
was never meant to change. The reserved names of known destinations are built in; a plan or a config may add more by
\`reserved_names\` and \`reserved_prefixes\`.`,
  examples: [
    {
      plan: 'destinations: { firebase: {} }\nevents:\n  session_begun: {}\n',
      bad: `analytics.track('session_start');`,
      good: `analytics.track('session_begun');`,
    },
    {
      plan: 'destinations: { mixpanel: {} }\nevents:\n  Order Completed: { properties: { minutes: number } }\n',
      badPlan: 'destinations: { mixpanel: {} }\nevents:\n  Order Completed: { properties: { time: number } }\n',
      bad: '',
      good: '',
    },
  ],

  *call(call, { plan, config }) {
    if (call.kind !== 'track') return;
    for (const destination of destinationsOf(plan, config)) {
      for (const { value, range } of call.event.names)
        if (isReservedEvent(value, destination)) yield { range, message: says(sends(value, call), destination) };
      for (const { name, range } of call.payload.properties)
        if (isReservedProperty(name, destination))
          yield { range, message: says(`The property ${quote(name)}`, destination) };
    }
  },

  *event(event, { plan, config }) {
    if (event.kind !== 'track') return;
    for (const destination of destinationsOf(plan, config)) {
      if (isReservedEvent(event.name, destination))
        yield { range: event.location.range, message: says(quote(event.name), destination) };
      for (const { name, location } of event.properties ?? [])
        if (isReservedProperty(name, destination))
          yield { range: location.range, message: says(`The property ${quote(name)}`, destination) };
    }
  },
};

function isReservedEvent(name: string, { limits }: Destination): boolean {
  return isAmong(name, limits.reservedNames, limits.reservedPrefixes);
}

function isReservedProperty(name: string, { limits, profile }: Destination): boolean {
  if (isAmong(name, profile?.reservedProperties, profile?.reservedPropertyPrefixes)) return true;
  // What a plan or a config adds holds for all names; what is built in may be of events only.
  const names =
    profile?.reservedAreEvents && limits.reservedNames === profile.limits.reservedNames ? [] : limits.reservedNames;
  // Keys that begin with `$` steer the SDK that takes them.
  return !name.startsWith('$') && isAmong(name, names, limits.reservedPrefixes);
}

function isAmong(name: string, names: readonly string[] = [], prefixes: readonly string[] = []): boolean {
  return names.includes(name) || prefixes.some(prefix => name.startsWith(prefix));
}

function says(what: string, { title }: Destination): string {
  return `${what} is reserved by ${title}: what is sent under it is dropped or taken for something else. Choose another name.`;
}
