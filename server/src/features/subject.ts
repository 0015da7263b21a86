import { contains, isSameRange, type Location, type Position, type Range, type Uri } from '../base/text.ts';
import type { Scalar } from '../base/vocabulary.ts';
import type { Payload, SentValue, TrackCall } from '../code/track-call.ts';
import type {
  DestinationDefinition,
  EventDefinition,
  FunnelDefinition,
  MetricDefinition,
  PlanFile,
  PropertyDefinition,
  SourceDefinition,
  TrackingPlan,
  ValueConstraint,
  VocabularyWord,
} from '../plan/plan.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { plannedEvents, payloadOwners, propertyAt } from './payload-owner.ts';
import type { PropertyOwner } from './payload-owner.ts';

/** What stands at a place, in code or in a plan, in the plan's words. What hover, definition, references and rename speak about. */
export type Subject =
  | EventSubject
  | PropertySubject
  | ValueSubject
  | Named<'source', SourceDefinition>
  | Named<'destination', DestinationDefinition>
  | Named<'word', VocabularyWord>
  | Named<'metric', MetricDefinition>
  | Named<'funnel', FunnelDefinition>;

export interface EventSubject extends Place {
  readonly kind: 'event';
  readonly event: EventDefinition;
}

/** A property of an event, of traits, of every call, or a shared one. */
export interface PropertySubject extends Place {
  readonly kind: 'property';
  readonly owner: PropertyOwner;
  /** Names of the properties around it, outermost first, and its own last. */
  readonly path: readonly string[];
  readonly property: PropertyDefinition;
}

/** A value that the plan lists for a property. */
export interface ValueSubject extends Place {
  readonly kind: 'value';
  readonly owner: PropertyOwner;
  readonly path: readonly string[];
  readonly property: PropertyDefinition;
  readonly value: Scalar;
}

interface Named<Kind extends string, Definition> extends Place {
  readonly kind: Kind;
  readonly definition: Definition;
}

interface Place {
  readonly plan: TrackingPlan;
  /** The text that stands for it in the file that was asked about. */
  readonly range: Range;
  /** The call that it was found in, when it was found in code. */
  readonly call?: TrackCall;
}

/** All that stands at a position: several where a call can send several events. Empty where it is nothing of ours. */
export function subjectsAt(snapshot: Snapshot, uri: Uri, position: Position): readonly Subject[] {
  const file = snapshot.planFiles.get(uri);
  if (file) {
    const plan = snapshot.planFor(uri);
    return plan ? [...inPlanFile(plan, file, position)].slice(0, 1) : [];
  }
  const inCalls = snapshot.calls(uri).flatMap(call => inCall(snapshot, call, uri, position));
  return inCalls.length > 0 ? inCalls : elsewhere(snapshot, uri, position);
}

/** The calls of a file whose text holds the position, the innermost last. */
export function callsAt(snapshot: Snapshot, uri: Uri, position: Position): readonly TrackCall[] {
  return snapshot.calls(uri).filter(call => contains(call.range, position));
}

/** A name, key or value that a call takes from a constant stands outside of the call, often in another file. */
function elsewhere(snapshot: Snapshot, uri: Uri, position: Position): readonly Subject[] {
  if (!snapshot.codeFiles.has(uri)) return [];
  const found = new Map<unknown, Subject>();
  for (const call of snapshot.allCalls()) {
    for (const subject of inCall(snapshot, call, uri, position)) {
      found.set(subject.kind === 'event' ? subject.event : `${subject.kind} ${JSON.stringify(subject.range)}`, subject);
    }
  }
  return [...found.values()];
}

function inCall(snapshot: Snapshot, call: TrackCall, uri: Uri, position: Position): Subject[] {
  const plan = snapshot.planFor(call.uri);
  if (!plan) return [];
  return [...namesOf(plan, call, uri, position), ...inPayload(plan, call, call.payload, [], uri, position)];
}

function* namesOf(plan: TrackingPlan, call: TrackCall, uri: Uri, position: Position): Iterable<EventSubject> {
  for (const event of plannedEvents(plan, call)) {
    for (const name of call.event.names) {
      if (name.value !== event.name) continue;
      const literal =
        name.literal?.uri === uri && contains(name.literal.range, position) ? name.literal.range : undefined;
      // Of several names in one argument, the one at the cursor is meant; between them, each.
      const isAtName = call.event.names.some(other => contains(other.range, position));
      const argument = isAtName ? name.range : (call.event.range ?? name.range);
      const range = literal ?? (call.uri === uri && contains(argument, position) ? argument : undefined);
      if (range) yield { kind: 'event', plan, event, range, call };
    }
  }
}

function* inPayload(
  plan: TrackingPlan,
  call: TrackCall,
  payload: Payload,
  outer: readonly string[],
  uri: Uri,
  position: Position,
): Iterable<Subject> {
  for (const sent of payload.properties) {
    const path = [...outer, sent.name];
    if (sent.key.uri === uri && contains(sent.key.range, position)) {
      for (const owner of payloadOwners(plan, call)) {
        const property = propertyAt(owner, path);
        if (property) yield { kind: 'property', plan, owner, path, property, range: sent.key.range, call };
      }
    } else {
      yield* inValue(plan, call, sent.value, path, uri, position);
    }
  }
}

function* inValue(
  plan: TrackingPlan,
  call: TrackCall,
  sent: SentValue,
  path: readonly string[],
  uri: Uri,
  position: Position,
): Iterable<Subject> {
  if (sent.members) yield* inPayload(plan, call, sent.members, path, uri, position);
  if (sent.items) yield* inValue(plan, call, sent.items, path, uri, position);
  if (sent.literal?.uri !== uri || !contains(sent.literal.range, position)) return;
  for (const owner of payloadOwners(plan, call)) {
    const property = propertyAt(owner, path);
    const value = sent.values?.find(value => property && listed(property).some(entry => entry.value === value));
    if (property && value !== undefined) {
      yield { kind: 'value', plan, owner, path, property, value, range: sent.literal.range, call };
    }
  }
}

function listed(constraint: ValueConstraint) {
  return constraint.enum ?? constraint.items?.enum ?? [];
}

// ---------------------------------------------------------------------------------------------------- in a plan

function* inPlanFile(plan: TrackingPlan, file: PlanFile, position: Position): Iterable<Subject> {
  for (const written of file.events) {
    if (!contains(written.range, position) && !contains(written.location.range, position)) continue;
    const event = joined(plan, written);
    if (contains(written.location.range, position)) yield { kind: 'event', plan, event, range: written.location.range };
    yield* mentionedSource(plan, written.sources ?? [], position);
    if (written.replacedBy) yield* mentionedEvent(plan, [written.replacedBy], position, [event.kind]);
    yield* inProperties(plan, { kind: 'event', event }, written.properties ?? [], [], position);
  }
  yield* inProperties(plan, { kind: 'shared', plan }, file.properties, [], position);
  yield* inProperties(plan, { kind: 'common', plan }, file.common, [], position);
  for (const kind of ['identify', 'group'] as const) {
    const traits = plan[kind];
    if (traits) yield* inProperties(plan, { kind, traits }, file[kind]?.properties ?? [], [], position);
  }
  const words = [...(file.vocabulary?.objects ?? []), ...(file.vocabulary?.actions ?? [])];
  yield* under(
    [
      ...file.sources.map(definition => ({ kind: 'source', ...placed(definition) }) as const),
      ...file.destinations.map(definition => ({ kind: 'destination', ...placed(definition) }) as const),
      ...words.map(definition => ({ kind: 'word', ...placed(definition) }) as const),
      ...file.metrics.map(definition => ({ kind: 'metric', ...placed(definition) }) as const),
      ...file.funnels.map(definition => ({ kind: 'funnel', ...placed(definition) }) as const),
    ],
    position,
  );
  for (const { events } of file.metrics) yield* mentionedEvent(plan, events, position);
  for (const { steps } of file.funnels) yield* mentionedEvent(plan, steps, position);
  yield* mentionedEvent(plan, file.mentions ?? [], position);

  function placed<Definition extends { readonly location: Location }>(definition: Definition) {
    return { plan, definition, range: definition.location.range };
  }
}

function* inProperties(
  plan: TrackingPlan,
  owner: PropertyOwner,
  properties: readonly PropertyDefinition[],
  outer: readonly string[],
  position: Position,
): Iterable<Subject> {
  for (const written of properties) {
    const { location } = written;
    if (!contains(written.range, position) && !contains(location.range, position)) continue;
    const path = [...outer, written.name];
    const property = propertyAt(owner, path) ?? written;
    if (contains(location.range, position))
      yield { kind: 'property', plan, owner, path, property, range: location.range };
    if (written.ref && contains(written.ref.range, position)) {
      const shared = plan.shared.get(written.ref.value);
      const place = {
        plan,
        owner: { kind: 'shared', plan },
        path: [written.ref.value],
        range: written.ref.range,
      } as const;
      if (shared) yield { kind: 'property', property: shared, ...place };
    }
    const entry = writtenValues(written).find(({ range }) => contains(range, position));
    if (entry) yield { kind: 'value', plan, owner, path, property, value: entry.value, range: entry.range };
    yield* inProperties(plan, owner, written.properties ?? written.items?.properties ?? [], path, position);
  }
}

function writtenValues(property: ValueConstraint) {
  return property.const ? [property.const, ...listed(property)] : listed(property);
}

function* mentionedEvent(
  plan: TrackingPlan,
  mentions: readonly { readonly value: string; readonly range: Range }[],
  position: Position,
  kinds: readonly EventDefinition['kind'][] = ['track', 'page', 'screen'],
): Iterable<Subject> {
  for (const { value, range } of mentions) {
    if (!contains(range, position)) continue;
    for (const kind of kinds) {
      const event = plan.events[kind].get(value);
      if (event) yield { kind: 'event', plan, event, range };
    }
  }
}

function* mentionedSource(
  plan: TrackingPlan,
  mentions: readonly { readonly value: string; readonly range: Range }[],
  position: Position,
): Iterable<Subject> {
  for (const { value, range } of mentions) {
    const definition = plan.sources.find(source => source.name === value);
    if (definition && contains(range, position)) yield { kind: 'source', plan, definition, range };
  }
}

function* under(subjects: readonly Subject[], position: Position): Iterable<Subject> {
  for (const subject of subjects) if (contains(subject.range, position)) yield subject;
}

/** The event as the joined plan has it, with shared properties merged in; the written one where a duplicate is not in it. */
function joined(plan: TrackingPlan, written: EventDefinition): EventDefinition {
  const event = plan.events[written.kind].get(written.name);
  return event?.location.uri === written.location.uri && isSameRange(event.location.range, written.location.range)
    ? event
    : written;
}
