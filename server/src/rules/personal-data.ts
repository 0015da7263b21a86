import type { Problem } from '../base/finding.ts';
import { contains } from '../base/text.ts';
import type { SentProperty, SentValue, TrackCall } from '../code/track-call.ts';
import type { PropertyDefinition } from '../plan/plan.ts';
import { personalMember, personalName, personalText } from './data/personal-data.ts';
import { removeProperty } from './edits/edit-property.ts';
import { levelsIn } from './payload/levels.ts';
import { definitionOf, targetsOf, type Target } from './payload/targets.ts';
import { quote } from './phrase.ts';
import type { Rule, RuleContext } from './rule.ts';

export const personalData: Rule = {
  id: 'personal-data',
  severity: { light: 'off', recommended: 'warning', strict: 'error' },
  where: 'code',
  summary: 'A call sends data about a person that the plan does not allow.',
  why: `An e-mail address in an event is copied to every tool behind it, where it cannot be taken back: it breaks the terms of most
vendors and the law in many countries. It seldom comes in on purpose: a spread of a whole user, a form's values, an error's text.

This rule looks at literals (addresses, phone and card numbers), at the names of properties, also of those that a spread brings
in, and at what a value is read from (\`user.email\`). A property that the plan marks with \`pii: true\` may be sent. Values that
tell nothing of a person (\`email: true\`, \`address: 'billing'\`, a property with an \`enum\`) are left alone, and so are traits where
the plan does not describe them.`,
  fixes: ['remove-property'],
  examples: [
    {
      plan: 'events:\n  Account Created: { properties: { plan: string, contact: string } }\n',
      bad: `export function created(user: { id: string; email: string }) {
  analytics.track('Account Created', { contact: user.email });
}`,
      good: `export function created(user: { id: string; email: string }) {
  analytics.track('Account Created', { plan: 'free' });
}`,
    },
    {
      plan: 'events:\n  Account Created: { properties: { email: { type: string, pii: true } } }\n',
      badPlan: 'events:\n  Account Created: { properties: { email: string } }\n',
      bad: `export function created(email: string) {
  analytics.track('Account Created', { email });
}`,
      good: `export function created(email: string) {
  analytics.track('Account Created', { email });
}`,
    },
  ],

  *call(call, context) {
    for (const { value, range } of call.event.names) {
      const held = personalText(value);
      if (held !== undefined) yield { range, message: `This event's name holds ${held}.` };
    }
    const targets = targetsOf(call, context);
    const isIdentity = call.kind === 'identify' || call.kind === 'group' || call.kind === 'alias';
    if (isIdentity && targets.length === 0) return;
    for (const { payload, depth } of levelsIn(call.payload)) {
      for (const sent of payload.properties)
        if (depth === 0 || isSentInside(sent, depth, call)) yield* problems(sent, depth === 0, targets, call, context);
    }
  },
};

/**
 * Whether a member of a value is surely sent with it: written out at the call, or always there. What else a model's type names,
 * such as the owner of a team of a user, is seldom loaded.
 */
function isSentInside({ key, always }: SentProperty, depth: number, { uri, range }: TrackCall): boolean {
  return (key.uri === uri && contains(range, key.range.start)) || (always && depth === 1);
}

function* problems(
  sent: SentProperty,
  isTop: boolean,
  targets: readonly Target[],
  { kind }: TrackCall,
  { plan, snapshot }: RuleContext,
): Iterable<Problem> {
  const definitions = isTop ? targets.flatMap(target => definitionOf(sent.name, target, plan) ?? []) : [];
  if (definitions.some(isAllowed)) return;
  const found = personalValue(sent.value) ?? personalSource(sent, definitions);
  if (found === undefined) return;
  const what = kind === 'track' ? 'event' : kind;
  yield {
    range: found.inValue ? sent.value.range : sent.range,
    message: `${quote(sent.name)} ${found.says}, which this ${what} may not carry: send an id instead, or allow it in the plan by \`pii: true\`.`,
    related: definitions.map(({ location, name }) => ({
      ...location,
      message: `${quote(name)} in the tracking plan.`,
    })),
    fixes: () => removeProperty(sent, snapshot),
  };
}

/** Values from a list are chosen by the team, not by a person. */
function isAllowed({ pii, enum: allowed, const: fixed }: PropertyDefinition): boolean {
  return pii || allowed !== undefined || fixed !== undefined;
}

interface Found {
  readonly says: string;
  readonly inValue: boolean;
}

/** A text in the code that holds personal data. */
function personalValue({ values }: SentValue): Found | undefined {
  for (const value of values ?? []) {
    const held = typeof value === 'string' ? personalText(value) : undefined;
    if (held !== undefined) return { says: `holds ${held}`, inValue: true };
  }
  return undefined;
}

/** What the names say: of the member that the value is read from, or of the property. */
function personalSource({ name, value }: SentProperty, definitions: readonly PropertyDefinition[]): Found | undefined {
  // A value that stands in the code is of no person, and neither is a flag or a count.
  if (value.values !== undefined || !canBeText(value, definitions) || isOfTheTeam(value)) return undefined;
  const path = value.path ?? [];
  const [owner, member] = path.slice(-2);
  const ofMember = owner === undefined || member === undefined ? undefined : personalMember(owner, member);
  if (ofMember !== undefined) return { says: `is ${ofMember} (${path.join('.')})`, inValue: true };
  const ofName = personalName(name);
  return ofName === undefined ? undefined : { says: `is ${ofName}`, inValue: false };
}

/** An object whose members all stand in the code, such as `password: { from: 'set', to: 'unset' }`. */
function isOfTheTeam({ members }: SentValue): boolean {
  const { open = true, properties = [] } = members ?? {};
  return !open && properties.length > 0 && properties.every(({ value }) => value.values !== undefined);
}

function canBeText({ types }: SentValue, definitions: readonly PropertyDefinition[]): boolean {
  const isTextType = (type: string): boolean => type === 'string' || type === 'object' || type === 'array';
  if (types) return types.some(isTextType);
  return definitions.length === 0 || definitions.some(({ types: planned }) => !planned || planned.some(isTextType));
}
