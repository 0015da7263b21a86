import type {
  PropertyDefinition,
  TrackingPlan,
  TraitsDefinition,
  ValueConstraint,
} from '../../server/src/plan/plan.ts';
import { eventsOf } from '../../server/src/plan/export/losses.ts';

/** What a plan says, without places and without the order of events: for comparing plans of different files. */
export function plainPlan(plan: TrackingPlan): unknown {
  const events = eventsOf(plan).map(event => ({
    kind: event.kind,
    name: event.name,
    description: event.description?.value,
    why: event.why?.value,
    owner: event.owner?.value,
    status: event.status,
    weight: event.weight,
    tags: event.tags,
    sources: event.sources?.map(source => source.value),
    replacedBy: event.replacedBy?.value,
    removeAfter: event.removeAfter?.value,
    properties: event.properties?.map(plainProperty),
    open: event.open,
  }));
  const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
  return clean({
    events: events.sort((a, b) => byName(a, b) || (a.kind < b.kind ? -1 : 1)),
    common: [...plan.common.values()].map(plainProperty),
    identify: plan.identify && plainTraits(plan.identify),
    group: plan.group && plainTraits(plan.group),
    metrics: plan.metrics.map(({ name, events: named }) => ({ name, events: named.map(event => event.value) })),
    funnels: plan.funnels.map(({ name, steps }) => ({ name, steps: steps.map(step => step.value) })),
  });
}

function plainTraits({ properties, open }: TraitsDefinition): unknown {
  return { properties: properties.map(plainProperty), open };
}

function plainProperty(property: PropertyDefinition): unknown {
  const { name, required, pii, deprecated, description, examples } = property;
  return { name, required, pii, deprecated, description, examples, ...plainValue(property) };
}

function plainValue(value: ValueConstraint): object {
  return {
    types: value.types,
    format: value.format,
    minimum: value.minimum,
    maximum: value.maximum,
    exclusiveMinimum: value.exclusiveMinimum,
    exclusiveMaximum: value.exclusiveMaximum,
    minLength: value.minLength,
    maxLength: value.maxLength,
    minItems: value.minItems,
    maxItems: value.maxItems,
    enum: value.enum?.map(item => item.value),
    const: value.const?.value,
    pattern: value.pattern?.value,
    items: value.items && plainValue(value.items),
    properties: value.properties?.map(plainProperty),
    open: value.properties && value.open,
  };
}

function clean(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
