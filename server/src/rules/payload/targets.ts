import type { Location, Range } from '../../base/text.ts';
import type { TrackCall } from '../../code/track-call.ts';
import type { EventDefinition, PropertyDefinition, TraitsDefinition, TrackingPlan } from '../../plan/plan.ts';
import { perPlan } from '../per-plan.ts';
import { quote } from '../phrase.ts';
import type { RuleContext } from '../rule.ts';

/** An entry of the plan that a call sends, or may send where it has several names, with what it says of the payload. */
export interface Target {
  /** As messages name it: `"Order Completed"`, `identify`. */
  readonly label: string;
  readonly definition: EventDefinition | TraitsDefinition;
  readonly event?: EventDefinition;
  readonly properties: ReadonlyMap<string, PropertyDefinition>;
  /** Whether properties may be sent that the plan does not name. */
  readonly open: boolean;
  /** Where a finding about the call as a whole stands. */
  readonly range: Range;
  readonly location: Location;
}

/** Every entry that a call may send, each once. None where the names are unknown or the plan does not have them. */
export function targetsOf(call: TrackCall, { plan }: Pick<RuleContext, 'plan'>): readonly Target[] {
  const known = byCall(plan);
  let targets = known.get(call);
  if (!targets) known.set(call, (targets = findTargets(call, plan)));
  return targets;
}

/** A dozen rules ask for the same call's. */
const byCall = perPlan(() => new WeakMap<TrackCall, readonly Target[]>());

function findTargets(call: TrackCall, plan: TrackingPlan): readonly Target[] {
  if (call.kind === 'identify' || call.kind === 'group') {
    const traits = call.kind === 'identify' ? plan.identify : plan.group;
    return traits ? [traitsTarget(traits, call)] : [];
  }
  if (call.kind === 'alias') return [];
  const events = plan.events[call.kind];
  const seen = new Set<EventDefinition>();
  return call.event.names.flatMap(({ value, range }) => {
    const event = events.get(value);
    if (!event || seen.has(event)) return [];
    seen.add(event);
    return [eventTarget(event, range)];
  });
}

function eventTarget(event: EventDefinition, range: Range): Target {
  return {
    label: quote(event.name),
    definition: event,
    event,
    properties: byName(event.properties ?? []),
    open: event.open || event.properties === undefined,
    range,
    location: event.location,
  };
}

function traitsTarget(traits: TraitsDefinition, call: TrackCall): Target {
  return {
    label: call.kind,
    definition: traits,
    properties: byName(traits.properties),
    open: traits.open,
    range: call.calleeRange,
    location: traits.location,
  };
}

const maps = new WeakMap<readonly PropertyDefinition[], ReadonlyMap<string, PropertyDefinition>>();

/** Definitions by name; the same list always gives the same map. */
export function byName(properties: readonly PropertyDefinition[]): ReadonlyMap<string, PropertyDefinition> {
  let map = maps.get(properties);
  if (!map) maps.set(properties, (map = new Map(properties.map(property => [property.name, property]))));
  return map;
}

/** A property's definition: the target's own, or one that the plan has for every call. */
export function definitionOf(name: string, target: Target, plan: TrackingPlan): PropertyDefinition | undefined {
  return target.properties.get(name) ?? (target.event ? plan.common.get(name) : undefined);
}
