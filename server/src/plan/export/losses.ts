import type { EventDefinition, PropertyDefinition, TrackingPlan, ValueConstraint } from '../plan.ts';

/** Parts of a plan that not every format can say. */
export type Carried = keyof typeof counted;

/** What a format cannot say of this plan: each part with how often the plan says it. */
export function lossesOf(
  plan: TrackingPlan,
  carries: ReadonlySet<Carried>,
): readonly { readonly what: string; readonly count: number }[] {
  const parts = Object.keys(counted).filter(isCarried);
  return parts
    .filter(part => !carries.has(part))
    .map(part => ({ what: part, count: counted[part](plan) }))
    .filter(({ count }) => count > 0);
}

function isCarried(part: string): part is Carried {
  return part in counted;
}

export function eventsOf(plan: TrackingPlan): readonly EventDefinition[] {
  return Object.values(plan.events).flatMap(events => [...events.values()]);
}

/** How often a plan says each. */
const counted = {
  pages: plan => plan.events.page.size,
  screens: plan => plan.events.screen.size,
  'traits of users': plan => plan.identify?.properties.length ?? 0,
  'traits of groups': plan => plan.group?.properties.length ?? 0,
  'common properties': plan => plan.common.size,
  purposes: plan => events(plan, event => event.why),
  owners: plan => events(plan, event => event.owner),
  tags: plan => events(plan, event => event.tags.length > 0),
  sources: plan => plan.sources.length,
  'planned events': plan => events(plan, event => event.status === 'planned'),
  'deprecated events': plan => events(plan, event => event.status === 'deprecated'),
  'removed events': plan => events(plan, event => event.status === 'removed'),
  replacements: plan => events(plan, event => event.replacedBy),
  'dates of removal': plan => events(plan, event => event.removeAfter),
  weights: plan => events(plan, event => event.weight !== 1),
  'closed payloads': plan => events(plan, event => !event.open),
  'open payloads': plan => events(plan, event => event.open && (event.properties?.length ?? 0) > 0),
  'several types of a value': plan => values(plan, value => (value.types?.length ?? 0) > 1),
  'nested properties': plan => values(plan, value => value.properties),
  'lists of values': plan => values(plan, value => value.enum),
  'constant values': plan => values(plan, value => value.const),
  patterns: plan => values(plan, value => value.pattern),
  'formats of text': plan => values(plan, value => value.format),
  'numeric limits': plan => values(plan, value => limits.some(word => value[word] !== undefined)),
  'exclusive limits': plan => values(plan, value => value.exclusiveMinimum ?? value.exclusiveMaximum),
  'personal data': plan => properties(plan, property => property.pii),
  'deprecated properties': plan => properties(plan, property => property.deprecated),
  examples: plan => properties(plan, property => property.examples),
  naming: plan => (plan.naming ? 1 : 0),
  vocabulary: plan => (plan.vocabulary?.objects.length ?? 0) + (plan.vocabulary?.actions.length ?? 0),
  destinations: plan => plan.destinations.length,
  metrics: plan => plan.metrics.length,
  funnels: plan => plan.funnels.length,
} satisfies Record<string, (plan: TrackingPlan) => number>;

const limits = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'] as const;

function events(plan: TrackingPlan, has: (event: EventDefinition) => unknown): number {
  return eventsOf(plan).filter(event => isSaid(has(event))).length;
}

function properties(plan: TrackingPlan, has: (property: PropertyDefinition) => unknown): number {
  return allProperties(plan).filter(property => isSaid(has(property))).length;
}

function values(plan: TrackingPlan, has: (value: ValueConstraint) => unknown): number {
  return allProperties(plan).filter(property =>
    [property, ...(property.items ? [property.items] : [])].some(value => isSaid(has(value))),
  ).length;
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== false;
}

/** Properties of events, at any depth. */
function allProperties(plan: TrackingPlan): readonly PropertyDefinition[] {
  const within = (list: readonly PropertyDefinition[]): readonly PropertyDefinition[] =>
    list.flatMap(property => [
      property,
      ...within(property.properties ?? []),
      ...within(property.items?.properties ?? []),
    ]);
  return eventsOf(plan).flatMap(event => within(event.properties ?? []));
}

/** Every part there is. */
export const everything: ReadonlySet<Carried> = new Set(Object.keys(counted).filter(isCarried));
