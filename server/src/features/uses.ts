import { isSameRange, type Location, type Located, type Uri } from '../base/text.ts';
import type { Scalar } from '../base/vocabulary.ts';
import type { EventName, Payload, SentProperty, SentValue, TrackCall } from '../code/track-call.ts';
import type { EventDefinition, PlanFile, PropertyDefinition, TrackingPlan } from '../plan/plan.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { plannedEvents, propertiesOf, type PropertyOwner } from './payload-owner.ts';
import type { PropertySubject, ValueSubject } from './subject.ts';

/** A use in code: the call, and the part of it that names what is used. */
export interface NameUse {
  readonly call: TrackCall;
  readonly name: EventName;
}

export interface KeyUse {
  readonly call: TrackCall;
  readonly sent: SentProperty;
}

export interface ValueUse {
  readonly call: TrackCall;
  readonly sent: SentValue;
}

/** Where calls name an event. */
export function nameUses(snapshot: Snapshot, plan: TrackingPlan, event: EventDefinition): readonly NameUse[] {
  return snapshot
    .callsTo(plan, event)
    .flatMap(call => call.event.names.filter(name => name.value === event.name).map(name => ({ call, name })));
}

/** Where calls send a property; of a shared one, where they send any property that was taken from it. */
export function keyUses(
  snapshot: Snapshot,
  subject: Pick<PropertySubject, 'plan' | 'owner' | 'path'>,
): readonly KeyUse[] {
  const { plan, owner, path } = subject;
  if (owner.kind === 'shared') {
    return takersOf(plan, path[0] ?? '').flatMap(taker =>
      keyUses(snapshot, { plan, owner: taker.owner, path: [...taker.path, ...path.slice(1)] }),
    );
  }
  return callsOf(snapshot, plan, owner, path[0] ?? '').flatMap(call =>
    sentAt(call.payload, path).map(sent => ({ call, sent })),
  );
}

/** Where calls send a value that the plan lists for a property. */
export function valueUses(snapshot: Snapshot, subject: ValueSubject): readonly ValueUse[] {
  return keyUses(snapshot, subject).flatMap(({ call, sent }) =>
    [sent.value, ...(sent.value.items ? [sent.value.items] : [])]
      .filter(value => value.values?.includes(subject.value))
      .map(value => ({ call, sent: value })),
  );
}

/** A property that was taken from a shared one by reference. */
export interface Taker {
  readonly owner: PropertyOwner;
  readonly path: readonly string[];
  readonly property: PropertyDefinition;
}

/** The properties of events, traits and every call that refer to a shared property, at any depth. */
export function takersOf(plan: TrackingPlan, shared: string): readonly Taker[] {
  return ownersOf(plan).flatMap(owner => [...referring(owner, propertiesOf(owner), [], shared)]);
}

function* referring(
  owner: PropertyOwner,
  properties: readonly PropertyDefinition[],
  outer: readonly string[],
  shared: string,
): Iterable<Taker> {
  for (const property of properties) {
    const path = [...outer, property.name];
    if (property.ref?.value === shared) yield { owner, path, property };
    else yield* referring(owner, property.properties ?? property.items?.properties ?? [], path, shared);
  }
}

function ownersOf(plan: TrackingPlan): readonly PropertyOwner[] {
  const events = Object.values(plan.events).flatMap(byName => [...byName.values()]);
  return [
    ...events.map(event => ({ kind: 'event', event }) as const),
    ...(plan.identify ? [{ kind: 'identify', traits: plan.identify } as const] : []),
    ...(plan.group ? [{ kind: 'group', traits: plan.group } as const] : []),
    { kind: 'common', plan },
    { kind: 'shared', plan },
  ];
}

/** The places outside of the event's own entry where a plan names it: metrics, funnels and replacements. */
export function mentionsOf(plan: TrackingPlan, event: EventDefinition): readonly Location[] {
  return plan.files.flatMap(file => mentions(file, event.name).map(({ range }) => ({ uri: file.uri, range })));
}

function mentions(file: PlanFile, name: string): readonly Located<string>[] {
  const all = [
    ...file.metrics.flatMap(metric => metric.events),
    ...file.funnels.flatMap(funnel => funnel.steps),
    ...file.events.flatMap(event => event.replacedBy ?? []),
    ...(file.mentions ?? []),
  ];
  return all.filter(mention => mention.value === name);
}

/** Calls that may carry a property of the owner. For `common`, those whose event has no property of that name itself. */
function callsOf(snapshot: Snapshot, plan: TrackingPlan, owner: PropertyOwner, name: string): readonly TrackCall[] {
  switch (owner.kind) {
    case 'event':
      return snapshot.callsTo(plan, owner.event);
    case 'identify':
    case 'group':
      return snapshot.callsOf(plan, owner.kind);
    case 'common':
      return (['track', 'page', 'screen'] as const)
        .flatMap(kind => snapshot.callsOf(plan, kind))
        .filter(call => !plannedEvents(plan, call).some(event => event.properties?.some(own => own.name === name)));
    case 'shared':
      return [];
  }
}

function sentAt(payload: Payload, path: readonly string[]): readonly SentProperty[] {
  const [first, ...inner] = path;
  const found = payload.properties.filter(({ name }) => name === first);
  if (inner.length === 0) return found;
  return found.flatMap(({ value }) => {
    const members = value.members ?? value.items?.members;
    return members ? sentAt(members, inner) : [];
  });
}

/** Each place once, by file and position. */
export function inOrder(locations: Iterable<Location>): readonly Location[] {
  const byFile = new Map<Uri, Location[]>();
  for (const location of locations) {
    const others = byFile.get(location.uri);
    if (!others) byFile.set(location.uri, [location]);
    else if (!others.some(other => isSameRange(other.range, location.range))) others.push(location);
  }
  for (const places of byFile.values()) {
    places.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
  }
  return [...byFile.values()].flat();
}

/** Whether a scalar is listed at a place of a property's own entry, for edits of the plan. */
export function listedAt(property: PropertyDefinition, value: Scalar): readonly Located<Scalar>[] {
  const listed = [
    ...(property.const ? [property.const] : []),
    ...(property.enum ?? []),
    ...(property.items?.enum ?? []),
  ];
  return listed.filter(entry => entry.value === value);
}
