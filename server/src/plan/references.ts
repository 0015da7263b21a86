import type { Located } from '../base/text.ts';
import { DerivedEvent } from './derived-event.ts';
import type { EventDefinition, PlanFile, PropertyDefinition, ValueConstraint } from './plan.ts';

/** A name that is written somewhere and must be defined somewhere else. */
export interface Reference extends Located<string> {
  /** What it should name. */
  readonly what: 'event' | 'source' | 'shared property' | 'property';
  /** Names beside it that will do as well. */
  readonly siblings?: ReadonlySet<string>;
}

/** The references of an event, in lines of its origin; found once for all places where it ever stands. */
export function referencesOfEvent(event: EventDefinition): readonly Reference[] {
  const origin = DerivedEvent.origin(event);
  let known = ofEvents.get(origin);
  if (!known) ofEvents.set(origin, (known = collectFromEvent(origin)));
  return known;
}

const ofEvents = new WeakMap<EventDefinition, readonly Reference[]>();

/** The references of a file outside its events. */
export function referencesOutsideEvents(file: PlanFile): readonly Reference[] {
  return [
    ...inProperties(file.properties),
    ...inProperties(file.common),
    ...inProperties(file.identify?.properties),
    ...inProperties(file.group?.properties),
    ...file.metrics.flatMap(metric => metric.events.map(toEvent)),
    ...file.funnels.flatMap(funnel => funnel.steps.map(toEvent)),
  ];
}

function collectFromEvent({ sources = [], properties, replacedBy }: EventDefinition): readonly Reference[] {
  const references: Reference[] = [
    ...(replacedBy ? [toEvent(replacedBy)] : []),
    ...sources.map(({ value, range }) => ({ value, range, what: 'source' as const })),
    ...inProperties(properties),
  ];
  return references.length === 0 ? none : references;
}

const none: readonly Reference[] = [];

function toEvent({ value, range }: Located<string>): Reference {
  return { value, range, what: 'event' };
}

function inProperties(properties: readonly PropertyDefinition[] | undefined): readonly Reference[] {
  const found: Reference[] = [];
  for (const property of properties ?? []) {
    const { replacedBy } = property;
    if (replacedBy) {
      const siblings = new Set(properties?.map(sibling => sibling.name));
      found.push({ value: replacedBy.value, range: replacedBy.range, what: 'property', siblings });
    }
    collect(property, found);
  }
  return found;
}

function collect({ ref, items, properties }: ValueConstraint, found: Reference[]): void {
  if (ref) found.push({ value: ref.value, range: ref.range, what: 'shared property' });
  if (items) collect(items, found);
  if (properties) found.push(...inProperties(properties));
}
