import type { Location } from '../../server/src/base/text.ts';
import type {
  EventDefinition,
  PropertyDefinition,
  TrackingPlan,
  TraitsDefinition,
  ValueConstraint,
  VocabularyWord,
} from '../../server/src/plan/plan.ts';

/** A joined plan as text, with everything that was understood of it and the place of every name. */
export function printPlan(plan: TrackingPlan): string {
  const { naming, vocabulary } = plan;
  return [
    `plan ${plan.name}`,
    ...(naming
      ? [`naming ${JSON.stringify({ events: naming.events, properties: naming.properties }, withoutRanges)}`]
      : []),
    ...(vocabulary?.objects.map(word => `object ${printWord(word)}`) ?? []),
    ...(vocabulary?.actions.map(word => `action ${printWord(word)}`) ?? []),
    ...plan.sources.map(source => {
      const { name, location, include, exclude, sdks, origin, description } = source;
      return `source ${name}${at(location)}${details({ include, exclude, sdks, origin, description })}`;
    }),
    ...plan.destinations.map(
      ({ name, location, limits }) => `destination ${name}${at(location)}${details({ ...limits })}`,
    ),
    ...[...plan.shared.values()].map(property => `shared ${printProperty(property)}`),
    ...[...plan.common.values()].map(property => `common ${printProperty(property)}`),
    ...Object.values(plan.events).flatMap(events => [...events.values()].map(printEvent)),
    ...(plan.identify ? [printTraits('identify', plan.identify)] : []),
    ...(plan.group ? [printTraits('group', plan.group)] : []),
    ...plan.metrics.map(({ name, location, kind, description, events }) => {
      const names = events.map(event => event.value);
      return `metric ${name}${at(location)}${details({ kind, description, events: names })}`;
    }),
    ...plan.funnels.map(
      ({ name, location, steps }) => `funnel ${name}${at(location)}: ${steps.map(step => step.value).join(' > ')}`,
    ),
  ].join('\n');
}

function printEvent(event: EventDefinition): string {
  const { kind, name, location, range, properties, open } = event;
  const facts = details({
    status: event.status === 'active' ? undefined : event.status,
    owner: event.owner?.value,
    description: event.description?.value,
    why: event.why?.value,
    weight: event.weight === 1 ? undefined : event.weight,
    sources: event.sources?.map(source => source.value),
    tags: event.tags,
    replacedBy: event.replacedBy?.value,
    removeAfter: event.removeAfter?.value,
    version: event.version,
  });
  const lines = `${at(location)} to ${range.end.line + 1}:${range.end.character + 1}`;
  return [`${kind} ${name}${lines}${facts}`, ...payload(properties, open)].join('\n');
}

function printTraits(name: string, traits: TraitsDefinition): string {
  return [`${name}${at(traits.location)}`, ...payload(traits.properties, traits.open)].join('\n');
}

function payload(properties: readonly PropertyDefinition[] | undefined, open: boolean): readonly string[] {
  const lines = properties?.flatMap(property => printProperty(property).split('\n')) ?? [];
  return [...lines, ...(open && properties ? ['…'] : [])].map(line => `  ${line}`);
}

function printProperty(property: PropertyDefinition): string {
  const { name, location, required, pii, deprecated, description, examples, replacedBy } = property;
  const flags = Object.entries({ required, pii, deprecated }).flatMap(([flag, on]) => (on ? [flag] : []));
  const facts = details({ flags, ...constraint(property), description, examples, replacedBy: replacedBy?.value });
  const members = payload(property.properties, property.open === true);
  const items = payload(property.items?.properties, property.items?.open === true);
  return [`${name}${at(location)}${facts}`, ...members, ...items].join('\n');
}

function constraint(of: ValueConstraint): Readonly<Record<string, unknown>> {
  const items = of.items && details(constraint(of.items)).replace(/^: /, '');
  return {
    types: of.types,
    ref: of.ref?.value,
    enum: of.enum?.map(item => item.value),
    const: of.const?.value,
    pattern: of.pattern?.value,
    format: of.format,
    minimum: of.minimum,
    maximum: of.maximum,
    exclusiveMinimum: of.exclusiveMinimum,
    exclusiveMaximum: of.exclusiveMaximum,
    minLength: of.minLength,
    maxLength: of.maxLength,
    minItems: of.minItems,
    maxItems: of.maxItems,
    items: items === undefined ? undefined : `(${items})`,
  };
}

function printWord({ name, location, synonyms, description }: VocabularyWord): string {
  return `${name}${at(location)}${details({ synonyms: synonyms.map(word => word.value), description })}`;
}

/** `: string|null, required, minimum 0, description "…"`; what is absent is left out. */
function details(facts: Readonly<Record<string, unknown>>): string {
  const words = Object.entries(facts).flatMap(([name, value]) => {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    if (name === 'types') return [(value as readonly string[]).join('|')];
    if (name === 'flags') return [(value as readonly string[]).join(', ')];
    if (typeof value === 'string' && name !== 'items')
      return [`${name} ${/^[\w-]+$/.test(value) ? value : JSON.stringify(value)}`];
    return [`${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`];
  });
  return words.length === 0 ? '' : `: ${words.join(', ')}`;
}

function at({ uri, range: { start } }: Location): string {
  const file = uri === 'file:///tracking-plan.yaml' ? '' : `${uri.replace('file:///', '')}:`;
  return ` @${file}${start.line + 1}:${start.character + 1}`;
}

function withoutRanges(key: string, value: unknown): unknown {
  return key === 'range' ? undefined : value;
}
