import type { EventDefinition, PropertyDefinition, TrackingPlan } from '../../plan/plan.ts';
import { plain } from '../../plan/yaml/spell.ts';
import { destinationProfiles } from '../../rules/data/destinations.ts';
import { describeProperty, limitsText, plural, typeText } from '../describe.ts';
import { vocabularyNames } from './vocabulary-names.ts';
import type { NamedChoice, YamlQuestion } from './yaml-question.ts';

/** The plan's own names that fit the place: sources, shared properties, events, owners and so on. */
export function namesForPlan(question: YamlQuestion, plan: TrackingPlan): readonly NamedChoice[] {
  const { path, at } = question.place;
  const [section = '', , key = ''] = path;
  const last = path.at(-1) ?? '';
  if (at === 'key') {
    if (eventSections.has(section) && path.length === 1) return vocabularyNames(question, plan);
    if (path.length === 1 && section === 'destinations') return destinations();
    if (last === 'traits' || (last === 'properties' && path.length > 1)) return propertyNames(question, plan);
    return [];
  }
  if (last === '$ref') return [...plan.shared.values()].map(shared => propertyChoice(shared, 'shared'));
  if (eventSections.has(section)) {
    if (key === 'sources') return plan.sources.map(source => sourceChoice(source.name, source.description));
    if (key === 'replaced_by' && path.length === 3) return eventNames(plan, [kindOf(section)]);
    if (key === 'owner' && path.length === 3) return owners(plan);
    if (key === 'tags') return tags(plan);
  }
  const isStep =
    section === 'metrics' ? key === 'events' || /^\d+$/.test(key) : section === 'funnels' && path.length > 2;
  return isStep ? eventNames(plan, ['track', 'page', 'screen']) : [];
}

const eventSections: ReadonlySet<string> = new Set(['events', 'pages', 'screens']);

function kindOf(section: string): EventDefinition['kind'] {
  return section === 'pages' ? 'page' : section === 'screens' ? 'screen' : 'track';
}

/** Names of properties that other parts of the plan have; shared ones come as references. */
function propertyNames({ place: { path }, isJson }: YamlQuestion, plan: TrackingPlan): readonly NamedChoice[] {
  const shared = [...plan.shared.values()].map(property => ({
    ...propertyChoice(property, 'shared'),
    value: isJson ? `{ "$ref": ${JSON.stringify(property.name)} }` : `{ $ref: ${plain(property.name)} }`,
  }));
  const owner = path[1] ?? '';
  const others = new Map<string, PropertyDefinition>();
  for (const event of allEvents(plan)) {
    if (event.name === owner) continue;
    for (const property of event.properties ?? []) if (!others.has(property.name)) others.set(property.name, property);
  }
  const used = [...others.values()].filter(property => !plan.shared.has(property.name));
  return [
    ...shared,
    ...used.map(property => ({ ...propertyChoice(property, 'used elsewhere'), holds: 'scalar' as const })),
  ];
}

function propertyChoice(property: PropertyDefinition, place: string): NamedChoice {
  return {
    name: property.name,
    kind: 'Field',
    detail: `${typeText(property)}, ${place}`,
    documentation: describeProperty(property, place),
  };
}

/** The destinations whose limits are built in. */
function destinations(): readonly NamedChoice[] {
  return destinationProfiles.map(({ title, names, limits }) => ({
    name: names.find(name => name.length > 2) ?? names[0] ?? title,
    kind: 'Interface',
    detail: title,
    documentation: limitsText(limits),
    value: '{}',
  }));
}

function sourceChoice(name: string, description: string | undefined): NamedChoice {
  return { name, kind: 'Module', detail: 'source', ...(description !== undefined && { documentation: description }) };
}

function eventNames(plan: TrackingPlan, kinds: readonly EventDefinition['kind'][]): readonly NamedChoice[] {
  return kinds
    .flatMap(kind => [...plan.events[kind].values()])
    .filter(({ status, name }) => status !== 'removed' && status !== 'deprecated' && name !== '')
    .map(({ name, description, kind }) => ({
      name,
      kind: 'Event',
      ...(kind !== 'track' && { detail: kind }),
      ...(description && { documentation: description.value }),
    }));
}

/** Those who own most come first. */
function owners(plan: TrackingPlan): readonly NamedChoice[] {
  return counted(allEvents(plan).flatMap(({ owner }) => owner?.value ?? [])).map(([name, count]) => ({
    name,
    kind: 'Value',
    detail: `owns ${plural(count, 'event')}`,
  }));
}

function tags(plan: TrackingPlan): readonly NamedChoice[] {
  return counted(allEvents(plan).flatMap(event => event.tags)).map(([name, count]) => ({
    name,
    kind: 'Keyword',
    detail: plural(count, 'event'),
  }));
}

function allEvents(plan: TrackingPlan): readonly EventDefinition[] {
  return Object.values(plan.events).flatMap(byName => [...byName.values()]);
}

function counted(names: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
