import type { EventDefinition, PropertyDefinition, TrackingPlan } from '../../plan/plan.ts';
import { knownFormats } from '../../plan/string-format.ts';
import { plain } from '../../plan/yaml/spell.ts';
import { destinationProfiles } from '../../rules/data/destinations.ts';
import { describeProperty, limitsText, plural, typeText } from '../describe.ts';
import { sdkNames } from './sdk-names.ts';
import { vocabularyNames } from './vocabulary-names.ts';
import type { NamedChoice, YamlQuestion } from './yaml-question.ts';

/** The plan's own names that fit the place: sources, shared properties, events, owners and so on. */
export function namesForPlan(question: YamlQuestion, plan: TrackingPlan): readonly NamedChoice[] {
  return question.place.at === 'key' ? keyNames(question, plan) : valueNames(question, plan);
}

function keyNames(question: YamlQuestion, plan: TrackingPlan): readonly NamedChoice[] {
  const { path } = question.place;
  const [section = ''] = path;
  const last = path.at(-1) ?? '';
  if (eventSections.has(section) && path.length === 1) return vocabularyNames(question, plan);
  if (path.length === 1 && section === 'destinations') return destinations();
  return last === 'traits' || (last === 'properties' && path.length > 1) ? propertyNames(question, plan) : [];
}

function valueNames(question: YamlQuestion, plan: TrackingPlan): readonly NamedChoice[] {
  const { path } = question.place;
  const [section = '', , key = ''] = path;
  const last = path.at(-1) ?? '';
  if (last === '$ref') return [...plan.shared.values()].map(shared => propertyChoice(shared, 'shared'));
  if (last === 'format') return [...knownFormats()].map(name => ({ name, kind: 'EnumMember', detail: 'checked' }));
  if (last === 'replaced_by' && path.length > 3) return siblingProperties(question, plan);
  if (last === 'owner' && path.length === 3) return owners(plan);
  if (eventSections.has(section)) return namesForEvent(section, key, path, plan);
  if (section === 'sources') return key === 'sdk' ? sdkNames() : [];
  if (section === 'metrics' && key === 'kind') return metricKinds(plan);
  const isStep =
    section === 'metrics' ? key === 'events' || /^\d+$/.test(key) : section === 'funnels' && path.length > 2;
  return isStep ? eventNames(plan, ['track', 'page', 'screen']) : [];
}

function namesForEvent(
  section: string,
  key: string,
  path: readonly string[],
  plan: TrackingPlan,
): readonly NamedChoice[] {
  if (key === 'sources') return plan.sources.map(source => sourceChoice(source.name, source.description));
  if (key === 'replaced_by' && path.length === 3) return eventNames(plan, [kindOf(section)]);
  return key === 'tags' ? tags(plan) : [];
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

/** The other properties of the event, or of the traits, that a property stands in. */
function siblingProperties({ place: { path } }: YamlQuestion, plan: TrackingPlan): readonly NamedChoice[] {
  const [section = '', name = ''] = path;
  const own = path.at(-2);
  const properties = eventSections.has(section)
    ? plan.events[kindOf(section)].get(name)?.properties
    : section === 'identify' || section === 'group'
      ? plan[section]?.properties
      : undefined;
  const others = (properties ?? []).filter(({ name, deprecated }) => name !== own && !deprecated);
  return path.length === (eventSections.has(section) ? 5 : 4)
    ? others.map(property => propertyChoice(property, 'of the same call'))
    : [];
}

function metricKinds(plan: TrackingPlan): readonly NamedChoice[] {
  const used = plan.metrics.flatMap(({ kind }) => kind ?? []);
  return [...new Set([...used, 'leading', 'lagging'])].map(name => ({ name, kind: 'EnumMember' }));
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
