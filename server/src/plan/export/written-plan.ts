import type {
  EventDefinition,
  EventKind,
  Naming,
  PropertyDefinition,
  TrackingPlan,
  TraitsDefinition,
  ValueConstraint,
  Vocabulary,
} from '../plan.ts';
import { printEntry, type Layout, type Written, type WrittenMap } from '../yaml/print.ts';
import { plainWords } from './to-schema.ts';

/** A whole plan in our own YAML, every shared property written out where it is used. */
export function printPlan(plan: TrackingPlan): string {
  const sections = entries({
    version: 1,
    name: plan.name,
    naming: plan.naming && writtenNaming(plan.naming),
    vocabulary: plan.vocabulary && writtenVocabulary(plan.vocabulary),
    sources: byName(plan.sources, ({ include, exclude, sdks, origin, description }) =>
      map(true, {
        description,
        include: some(include),
        exclude: some(exclude),
        sdk: sdks,
        origin: origin === 'external' ? origin : undefined,
      }),
    ),
    destinations: byName(plan.destinations, ({ limits }) => map(true, destinationLimits(limits))),
    common: properties([...plan.common.values()]),
    events: events(plan, 'track'),
    pages: events(plan, 'page'),
    screens: events(plan, 'screen'),
    identify: plan.identify && writtenTraits(plan.identify),
    group: plan.group && writtenTraits(plan.group),
    metrics: byName(plan.metrics, ({ kind, description, events: named }) =>
      map(true, { kind, description, events: named.map(event => event.value) }),
    ),
    funnels: byName(plan.funnels, ({ steps }) => steps.map(step => step.value)),
  });
  return sections.map(([key, value]) => `${printEntry(key, value, layout)}\n`).join('');
}

const layout: Layout = { shape: 'block', json: false, column: 0, step: 2, indent: ' ', eol: '\n' };

/** The naming convention as it is written down. */
export function writtenNaming({
  events: ofEvents,
  properties: ofProperties,
}: Pick<Naming, 'events' | 'properties'>): WrittenMap {
  return map(false, {
    events:
      ofEvents &&
      map(true, {
        framework: ofEvents.framework,
        case: ofEvents.case,
        tense: ofEvents.tense,
        pattern: ofEvents.pattern?.value,
      }),
    properties: ofProperties && map(true, { case: ofProperties.case, pattern: ofProperties.pattern?.value }),
  });
}

/** The words of event names as they are written down. */
export function writtenVocabulary({ objects, actions }: Vocabulary): WrittenMap {
  const words = (list: Vocabulary['objects']): WrittenMap | undefined =>
    byName(list, ({ synonyms, description }) =>
      map(true, { synonyms: some(synonyms.map(word => word.value)), description }),
    );
  return map(false, { objects: words(objects), actions: words(actions) });
}

function destinationLimits(
  limits: TrackingPlan['destinations'][number]['limits'],
): Readonly<Record<string, Written | undefined>> {
  return {
    event_name_length: limits?.eventNameLength,
    property_name_length: limits?.propertyNameLength,
    property_count: limits?.propertyCount,
    value_length: limits?.valueLength,
    name_pattern: limits?.namePattern,
    reserved_names: limits?.reservedNames,
    reserved_prefixes: limits?.reservedPrefixes,
  };
}

function events(plan: TrackingPlan, kind: EventKind): WrittenMap | undefined {
  return byName([...plan.events[kind].values()], writtenEvent);
}

/** An event's entry; what goes without saying is left out. */
export function writtenEvent(event: EventDefinition): WrittenMap {
  const { status, weight, open } = event;
  const listed = event.properties ?? (open ? undefined : []);
  return map(false, {
    description: event.description?.value,
    why: event.why?.value,
    owner: event.owner?.value,
    status: status === 'active' ? undefined : status,
    replaced_by: event.replacedBy?.value,
    remove_after: event.removeAfter?.value,
    weight: weight === 1 ? undefined : weight,
    sources: some(event.sources?.map(source => source.value)),
    tags: some(event.tags),
    properties: listed && (properties(listed) ?? map(true, {})),
    additionalProperties: listed && open ? true : undefined,
  });
}

/** What `identify` or `group` may carry, as it is written down. */
export function writtenTraits({ properties: listed, open }: TraitsDefinition): WrittenMap {
  return map(false, {
    traits: properties(listed) ?? (open ? undefined : map(true, {})),
    additionalProperties: open && listed.length > 0 ? true : undefined,
  });
}

function properties(listed: readonly PropertyDefinition[]): WrittenMap | undefined {
  return byName(listed, writtenProperty);
}

function writtenProperty(property: PropertyDefinition): Written {
  const { required, pii, deprecated, description, examples, replacedBy } = property;
  const body = map(true, {
    ...writtenValue(property),
    required: required || undefined,
    pii: pii || undefined,
    deprecated: deprecated || undefined,
    replaced_by: replacedBy?.value,
    description,
    examples,
  });
  const [only, more] = body.entries;
  const isBare = only?.[0] === 'type' && !more && typeof only[1] === 'string' && only[1] !== 'null';
  return isBare ? only[1] : body;
}

function writtenValue(value: ValueConstraint): Readonly<Record<string, Written | undefined>> {
  const { items, properties: members } = value;
  return {
    ...plainWords(value),
    items: items && map(true, writtenValue(items)),
    properties: members && { ...(properties(members) ?? map(true, {})), inline: true },
    additionalProperties: members && value.open !== false ? true : undefined,
  };
}

function byName<T extends { readonly name: string }>(
  list: readonly T[],
  write: (item: T) => Written,
): WrittenMap | undefined {
  return list.length === 0
    ? undefined
    : { inline: false, entries: list.map(item => [item.name, write(item)] as const) };
}

function some(list: readonly string[] | undefined): readonly string[] | undefined {
  return list && list.length > 0 ? list : undefined;
}

function map(inline: boolean, values: Readonly<Record<string, Written | undefined>>): WrittenMap {
  return { inline, entries: entries(values) };
}

function entries(values: Readonly<Record<string, Written | undefined>>): readonly (readonly [string, Written])[] {
  return Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
}
