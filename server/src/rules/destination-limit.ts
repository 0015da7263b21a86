import type { Problem } from '../base/finding.ts';
import type { Range } from '../base/text.ts';
import type { TrackCall } from '../code/track-call.ts';
import { matchesWhole } from '../plan/pattern.ts';
import { destinationsOf, type Destination } from './data/limits-of.ts';
import { sends } from './names/related.ts';
import { quote } from './phrase.ts';
import type { Rule } from './rule.ts';

export const destinationLimit: Rule = {
  id: 'destination-limit',
  severity: { light: 'off', recommended: 'warning', strict: 'error' },
  where: 'both',
  summary: "A name, a value or a payload is larger than one of the plan's destinations takes.",
  why: `Vendors cut or drop what is too long without a word: Google Analytics drops an event whose name has more than 40
characters and every parameter after the 25th, and cuts values after 100. It often shows on one platform only, weeks later.

A plan that names a known destination (\`destinations: { ga4: {}, mixpanel: {} }\`) is checked against its documented limits:
Google Analytics 4, Firebase, Mixpanel, Amplitude, Braze, mParticle, Plausible, FullStory and Meta app events. Other limits are
written in the plan or in the config, which go before the built-in ones.`,
  examples: [
    {
      plan: 'destinations: { ga4: {} }\nevents:\n  Order Completed: { properties: { note: string } }\n',
      bad: `analytics.track('Order Completed', { note: '${'long '.repeat(21)}' });`,
      good: `analytics.track('Order Completed', { note: 'short' });`,
    },
    {
      plan: 'destinations: { ga4: {} }\nevents:\n  Order Completed: {}\n',
      badPlan: 'destinations: { ga4: {} }\nevents:\n  Order Completed After A Very Long Hesitation: {}\n',
      bad: '',
      good: '',
    },
  ],

  *call(call, { plan, config }) {
    if (call.kind !== 'track') return;
    for (const destination of destinationsOf(plan, config)) {
      for (const { value, range } of call.event.names)
        for (const says of nameFaults(value, destination, call))
          yield { range, message: `${sends(value, call)} ${says}` };
      yield* payloadProblems(call, destination);
    }
  },

  *event(event, { plan, config }) {
    if (event.kind !== 'track') return;
    for (const destination of destinationsOf(plan, config)) {
      const { limits, title } = destination;
      for (const says of nameFaults(event.name, destination))
        yield { range: event.location.range, message: `${quote(event.name)} ${says}` };
      const properties = event.properties ?? [];
      yield* tooMany(properties.length, destination, event.location.range);
      for (const { name, location } of properties) {
        if (limits.propertyNameLength === undefined || name.length <= limits.propertyNameLength) continue;
        yield { range: location.range, message: tooLong(name, limits.propertyNameLength, title) };
      }
    }
  },
};

function* nameFaults(name: string, { limits, title, profile }: Destination, call?: TrackCall): Iterable<string> {
  const { eventNameLength, namePattern } = limits;
  if (eventNameLength !== undefined && name.length > eventNameLength)
    yield `has ${name.length} characters; ${title} takes ${eventNameLength}.`;
  const direct = call && profile?.direct?.sdk.test(call.sdk) ? profile.direct.namePattern : undefined;
  const pattern = namePattern ?? direct;
  if (pattern !== undefined && matchesWhole(pattern, name) === false)
    yield `has characters that ${title} does not take in a name; it must match ${pattern}.`;
}

function* payloadProblems(call: TrackCall, destination: Destination): Iterable<Problem> {
  const { limits, title, profile } = destination;
  const { properties, added } = call.payload;
  const sure = properties.filter(property => property.always && property.value.optional !== true);
  yield* tooMany(sure.length + added.length, destination, call.event.names[0]?.range ?? call.calleeRange);
  for (const { name, range, value } of properties) {
    if (limits.propertyNameLength !== undefined && name.length > limits.propertyNameLength)
      yield { range, message: tooLong(name, limits.propertyNameLength, title) };
    const longest = profile?.valueLengths?.get(name) ?? limits.valueLength;
    const text = value.values?.find(each => typeof each === 'string' && each.length > (longest ?? Infinity));
    if (typeof text === 'string')
      yield {
        range: value.range,
        message: `This value of ${quote(name)} has ${text.length} characters; ${title} takes ${longest ?? 0}.`,
      };
  }
}

function* tooMany(count: number, { limits, title }: Destination, range: Range): Iterable<Problem> {
  if (limits.propertyCount === undefined || count <= limits.propertyCount) return;
  yield { range, message: `This event has ${count} properties; ${title} takes ${limits.propertyCount}.` };
}

function tooLong(name: string, longest: number, title: string): string {
  return `The name of the property ${quote(name)} has ${name.length} characters; ${title} takes ${longest}.`;
}
