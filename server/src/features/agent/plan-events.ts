import { nearest } from '../../base/closest.ts';
import type { EventDefinition, TrackingPlan } from '../../plan/plan.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

export interface PlannedEvent {
  readonly plan: TrackingPlan;
  readonly event: EventDefinition;
}

/** Every event of every plan. */
export function plannedEvents(snapshot: Snapshot): readonly PlannedEvent[] {
  return snapshot.plans.flatMap(plan =>
    Object.values(plan.events).flatMap(byName => [...byName.values()].map(event => ({ plan, event }))),
  );
}

/** The events that have exactly this name; one of each kind and plan. */
export function eventsCalled(snapshot: Snapshot, name: string): readonly PlannedEvent[] {
  return plannedEvents(snapshot).filter(({ event }) => event.name === name);
}

/** What to say where no event has a name. */
export function noSuchEvent(snapshot: Snapshot, name: string): string {
  if (snapshot.plans.length === 0) return noPlan;
  const similar = nearest(name, new Set(plannedEvents(snapshot).map(({ event }) => event.name)), 5);
  const hint = similar.length > 0 ? ` Similar names: ${similar.join(', ')}.` : '';
  return `The tracking plan has no event "${name}".${hint}`;
}

export const noPlan = 'There is no tracking plan here. "tracklint init" drafts one from the calls in the code.';

/** `- Order Completed (track, active, checkout-team): The customer paid. Requires order_id, total.` */
export function eventLine({ event }: PlannedEvent): string {
  const { name, kind, status, owner, description, properties } = event;
  const facts = [kind, status, ...(owner ? [owner.value] : [])].join(', ');
  const required = (properties ?? []).filter(property => property.required).map(property => property.name);
  const about = description?.value.trim().split('\n')[0] ?? 'No description.';
  return `- ${name} (${facts}): ${about}${required.length > 0 ? ` Requires ${required.join(', ')}.` : ''}`;
}
