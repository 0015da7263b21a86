import { groupBy } from '../base/group-by.ts';
import type { TrackCall } from '../code/track-call.ts';
import type { EventDefinition, EventKind, PropertyDefinition, TrackingPlan } from '../plan/plan.ts';
import { isVendorEvent } from './vendor-event.ts';
import type { Snapshot } from './snapshot.ts';

/** A plan and the code held against each other, both ways. */
export interface Coverage {
  readonly plan: TrackingPlan;
  /** Active events that our code is expected to send. */
  readonly expected: readonly CoveredEvent[];
  /** Events that only sources outside of our code send. */
  readonly external: readonly EventDefinition[];
  /** Events that are planned, but not yet or no longer to be sent. */
  readonly waiting: readonly EventDefinition[];
  /** Names that the code sends and the plan does not have. */
  readonly unplanned: readonly UnplannedName[];
  /** Calls whose event, or one of the possible ones, is known only at run time. */
  readonly dynamic: readonly TrackCall[];
}

export interface CoveredEvent {
  readonly event: EventDefinition;
  readonly calls: readonly TrackCall[];
  /** Required properties that no call sends, where all that the calls send is seen. */
  readonly unsent: readonly PropertyDefinition[];
}

export interface UnplannedName {
  readonly kind: EventKind;
  readonly name: string;
  readonly calls: readonly TrackCall[];
}

/** How much of a part of a plan is sent. Weights are those of the events; an event counts 1 where it has none. */
export interface Share {
  readonly name: string;
  readonly sent: number;
  readonly events: number;
  readonly sentWeight: number;
  readonly weight: number;
}

/** Of a whole workspace only: before all of it has been read, nothing can be said to be missing. */
export function coverageOf(plan: TrackingPlan, snapshot: Snapshot): Coverage {
  const events = Object.values(plan.events).flatMap(byName => [...byName.values()]);
  const active = events.filter(({ status }) => status === 'active' || status === 'deprecated');
  const expected = active.filter(event => !isExternal(event, plan) && event.status === 'active');
  const calls = [...snapshot.allCalls()].filter(call => !call.forwards && snapshot.planFor(call.uri) === plan);
  return {
    plan,
    expected: expected.map(event => cover(event, plan, snapshot)),
    external: active.filter(event => isExternal(event, plan)),
    waiting: events.filter(event => event.status !== 'active'),
    unplanned: unplannedIn(calls, plan),
    dynamic: calls.filter(call => isEventKind(call.kind) && call.event.dynamic !== undefined),
  };
}

/** The shares of an expected event's groups, such as its owners; an event that is in none counts as `none`. */
export function sharesBy(
  coverage: Coverage,
  groupsOf: (event: EventDefinition) => readonly string[],
  none: string,
): readonly Share[] {
  const placed = coverage.expected.flatMap(covered => {
    const groups = groupsOf(covered.event);
    return (groups.length > 0 ? groups : [none]).map(group => ({ group, covered }));
  });
  return [...groupBy(placed, ({ group }) => group)]
    .map(([name, members]) =>
      shareOf(
        name,
        members.map(({ covered }) => covered),
      ),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function shareOf(name: string, covered: readonly CoveredEvent[]): Share {
  const sent = covered.filter(({ calls }) => calls.length > 0);
  const weigh = (list: readonly CoveredEvent[]): number => list.reduce((sum, { event }) => sum + event.weight, 0);
  return { name, sent: sent.length, events: covered.length, sentWeight: weigh(sent), weight: weigh(covered) };
}

function cover(event: EventDefinition, plan: TrackingPlan, snapshot: Snapshot): CoveredEvent {
  const calls = snapshot.callsTo(plan, event);
  const isSeen = calls.length > 0 && calls.every(({ payload }) => !payload.open && payload.dynamicKeys.length === 0);
  const sent = new Set(
    calls.flatMap(({ payload }) => [...payload.properties.map(({ name }) => name), ...payload.added]),
  );
  const required = event.properties?.filter(property => property.required) ?? [];
  return { event, calls, unsent: isSeen ? required.filter(({ name }) => !sent.has(name)) : [] };
}

function isExternal(event: EventDefinition, plan: TrackingPlan): boolean {
  const sources = event.sources?.map(({ value }) => plan.sources.find(({ name }) => name === value)) ?? [];
  return sources.length > 0 && sources.every(source => source?.origin === 'external');
}

function unplannedIn(calls: readonly TrackCall[], plan: TrackingPlan): readonly UnplannedName[] {
  const sent = calls.flatMap(call => {
    const { kind } = call;
    if (!isEventKind(kind)) return [];
    // A plan without pages does not mean that there are none.
    if (kind !== 'track' && plan.events[kind].size === 0) return [];
    const names = call.event.names
      .map(name => name.value)
      .filter(name => name.trim() !== '' && !plan.events[kind].has(name) && !isVendorEvent(name, call.sdk));
    return [...new Set(names)].map(name => ({ kind, name, call }));
  });
  return [...groupBy(sent, ({ kind, name }) => `${kind} ${name}`).values()].flatMap(sites => {
    const [first] = sites;
    return first ? [{ kind: first.kind, name: first.name, calls: sites.map(({ call }) => call) }] : [];
  });
}

function isEventKind(kind: TrackCall['kind']): kind is EventKind {
  return kind === 'track' || kind === 'page' || kind === 'screen';
}
