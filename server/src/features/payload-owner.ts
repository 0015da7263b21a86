import type { Payload, TrackCall } from '../code/track-call.ts';
import type { EventDefinition, EventKind, PropertyDefinition, TrackingPlan, TraitsDefinition } from '../plan/plan.ts';
import type { TraitsKind } from '../plan/format.ts';

/** The part of a plan that lists properties. */
export type PropertyOwner =
  | { readonly kind: 'event'; readonly event: EventDefinition }
  | { readonly kind: TraitsKind; readonly traits: TraitsDefinition }
  | { readonly kind: 'common' | 'shared'; readonly plan: TrackingPlan };

/** What the plan says about the payload of a call: one owner for each event that it can send, and what every call sends. */
export function payloadOwners(plan: TrackingPlan, call: TrackCall): readonly PropertyOwner[] {
  const own: PropertyOwner[] = plannedEvents(plan, call).map(event => ({ kind: 'event', event }));
  const traits = call.kind === 'identify' || call.kind === 'group' ? plan[call.kind] : undefined;
  if (traits) own.push({ kind: call.kind as TraitsKind, traits });
  return eventKind(call) ? [...own, { kind: 'common', plan }] : own;
}

/** The events of the plan that a call can send. */
export function plannedEvents(plan: TrackingPlan, call: TrackCall): readonly EventDefinition[] {
  const kind = eventKind(call);
  if (!kind) return [];
  const names = new Set(call.event.names.map(name => name.value));
  return [...names].map(name => plan.events[kind].get(name)).filter(event => event !== undefined);
}

/** The kind of event that a call sends; undefined for calls that carry none, such as `identify`. */
export function eventKind(call: TrackCall): EventKind | undefined {
  return call.kind === 'track' || call.kind === 'page' || call.kind === 'screen' ? call.kind : undefined;
}

/** The properties that stand directly in an owner. */
export function propertiesOf(owner: PropertyOwner): readonly PropertyDefinition[] {
  switch (owner.kind) {
    case 'event':
      return owner.event.properties ?? [];
    case 'identify':
    case 'group':
      return owner.traits.properties;
    case 'common':
    case 'shared':
      return [...owner.plan[owner.kind].values()];
  }
}

/** The property under a path of names, through objects and the items of arrays; undefined where the plan has none. */
export function propertyAt(owner: PropertyOwner, path: readonly string[]): PropertyDefinition | undefined {
  const [first = '', ...inner] = path;
  const isTable = owner.kind === 'common' || owner.kind === 'shared';
  let found = isTable ? owner.plan[owner.kind].get(first) : propertiesOf(owner).find(({ name }) => name === first);
  for (const name of inner) found = membersOf(found)?.find(member => member.name === name);
  return found;
}

/** The members of an object, or of the objects in an array; undefined where the plan says nothing about them. */
export function membersOf(property: PropertyDefinition | undefined): readonly PropertyDefinition[] | undefined {
  return property?.properties ?? property?.items?.properties;
}

/** The required properties that a call surely does not send. */
export function missingProperties(owner: PropertyOwner, payload: Payload): readonly PropertyDefinition[] {
  if (payload.open) return [];
  const sent = new Set([...payload.properties.map(({ name }) => name), ...payload.added]);
  return propertiesOf(owner).filter(({ name, required, deprecated }) => required && !deprecated && !sent.has(name));
}

/** How the owner is called in a sentence: `Order Completed`, `traits of identify`, `every call`, `shared properties`. */
export function ownerTitle(owner: PropertyOwner): string {
  switch (owner.kind) {
    case 'event':
      return owner.event.name;
    case 'identify':
    case 'group':
      return `the traits of ${owner.kind}`;
    case 'common':
      return 'every call';
    case 'shared':
      return 'the shared properties';
  }
}
