import { groupBy } from '../base/group-by.ts';
import { splitWords } from '../base/words.ts';
import type { EventDefinition, TrackingPlan } from '../plan/plan.ts';
import { valueClassOf } from './data/value-words.ts';
import { joinFamilyFix, type EventFamily } from './edits/join-family.ts';
import { planEntry } from './names/related.ts';
import { perPlan } from './per-plan.ts';
import { list, quote } from './phrase.ts';
import type { Rule } from './rule.ts';

export const valueInEventName: Rule = {
  id: 'value-in-event-name',
  severity: { light: 'off', recommended: 'warning', strict: 'error' },
  where: 'both',
  summary: "An event's name carries a value that should be a property.",
  why: `\`Red Button Clicked\` and \`Blue Button Clicked\` are one event, \`Button Clicked\`, with the property \`color\`. As two they cannot be
counted together, and every new color is a new event to plan, to document and to pay for.

Reported are families of names that differ in one word only, where these words are values of one kind (colors, sizes,
numbers, sides, days, months, sign-in providers, platforms), and single names that hold an identifier, a date or a long
number. In the plan a family is reported once, at its first event.`,
  fixes: ['join-events'],
  examples: [
    {
      plan: 'events:\n  Button Clicked: { properties: { color: string } }\n',
      bad: `analytics.track('Red Button Clicked');
analytics.track(isBlue() ? 'Blue Button Clicked' : 'Green Button Clicked');`,
      good: `analytics.track('Button Clicked', { color: 'red' });`,
    },
    {
      plan: 'events:\n  Button Clicked: {}\n',
      badPlan: 'events:\n  Red Button Clicked: {}\n  Blue Button Clicked: {}\n',
      bad: '',
      good: '',
    },
  ],

  *call(call, { plan }) {
    if (call.kind !== 'track') return;
    const unplanned = call.event.names.filter(({ value }) => !plan.events.track.has(value));
    for (const { value, range } of unplanned) {
      const held = identifierIn(value);
      if (held !== undefined) {
        yield { range, message: `${quote(value)} holds the value ${quote(held)}: send it as a property of one event.` };
        continue;
      }
      const siblings = new Set(
        unplanned.map(name => name.value).filter(other => other !== value && isFamily(value, other)),
      );
      const planned = families(plan).get(familyKey(value)?.key ?? '') ?? [];
      for (const event of planned) siblings.add(event.name);
      if (siblings.size > 0)
        yield { range, message: message([value, ...siblings].sort()), related: planned.map(planEntry) };
    }
  },

  *event(event, { plan, snapshot }) {
    if (event.kind !== 'track' || isOver(event)) return;
    const held = identifierIn(event.name);
    const { range } = event.location;
    if (held !== undefined)
      yield { range, message: `${quote(event.name)} holds the value ${quote(held)}: make it a property of one event.` };
    const family = firstOfFamily(plan).get(event);
    if (family)
      yield {
        range,
        message: message(family.map(({ name }) => name)),
        related: family.slice(1).map(planEntry),
        fixes: () => joinFamilyFix(familyOf(family), plan, snapshot),
      };
  },
};

function familyOf(events: readonly EventDefinition[]): EventFamily {
  const { common, kind } = familyKey(events[0]?.name ?? '') ?? { common: '', kind: 'value' };
  const members = events.map(event => ({ event, value: familyKey(event.name)?.value ?? '' }));
  return { common, kind, members };
}

function message(names: readonly string[]): string {
  const { common, kind } = familyKey(names[0] ?? '') ?? { common: '', kind: 'value' };
  return `${list(names.map(quote))} are one event for several values: send ${quote(common)} with a property such as ${quote(kind)}.`;
}

interface Family {
  /** Equal for names that differ in a value of the same class only. */
  readonly key: string;
  /** The name without the value. */
  readonly common: string;
  readonly kind: string;
  /** The value, in lower case. */
  readonly value: string;
}

/** What is left of a name without the first value word in it; undefined where it has none, or nothing would be left to name. */
function familyKey(name: string): Family | undefined {
  const words = splitWords(name);
  const index = words.findIndex(({ text }) => valueClassOf(text) !== undefined);
  const word = words[index];
  const kind = word && valueClassOf(word.text);
  if (!word || kind === undefined || words.length < 3) return undefined;
  const before = name.slice(0, word.at);
  const after = name.slice(word.at + word.text.length);
  // `Signed Up With Google` is `Signed Up`, with a provider.
  const bare = /^[\s_\-.:|/]*$/.test(after)
    ? before.replace(/[\s_-]+(?:with|by|via|from|for|on|in|to)[\s_-]*$/i, '')
    : before;
  const common = before === '' ? after.replace(/^[\s_\-.:|/]+/, '') : bare.replace(/[\s_\-.:|/]+$/, '') + after;
  return { key: `${before}{${kind}}${after}`, common, kind, value: word.text.toLowerCase() };
}

function isFamily(a: string, b: string): boolean {
  const key = familyKey(a)?.key;
  return key !== undefined && key === familyKey(b)?.key;
}

const families = perPlan((plan: TrackingPlan) =>
  groupBy(
    [...plan.events.track.values()].filter(event => !isOver(event) && familyKey(event.name)),
    event => familyKey(event.name)?.key ?? '',
  ),
);

/** The families of several events, by their first. */
const firstOfFamily = perPlan(
  plan =>
    new Map(
      [...families(plan).values()].flatMap(family =>
        family[0] && family.length > 1 ? [[family[0], family] as const] : [],
      ),
    ),
);

function isOver({ status }: EventDefinition): boolean {
  return status === 'deprecated' || status === 'removed';
}

/** A UUID, an ISO date, or five digits and more: no two sends share such a name. */
function identifierIn(name: string): string | undefined {
  return /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b\d{4}-\d\d-\d\d\b|\d{5,}/i.exec(name)?.[0];
}
