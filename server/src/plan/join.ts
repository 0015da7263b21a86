import type { Uri } from '../base/text.ts';
import { checkReferences } from './check-references.ts';
import type { EventDefinition, EventKind, Naming, PlanFile, TrackingPlan, TraitsDefinition } from './plan.ts';
import { SharedProperties } from './resolve-references.ts';

/**
 * The plan files of one root as one plan. Shared properties are merged into where they are referred to; of equal names
 * the first counts; what no file alone can know to be wrong is reported.
 */
export function joinPlan(root: Uri, unsorted: readonly PlanFile[]): TrackingPlan {
  // Which definition is the first must not depend on the order in which files were found.
  const files = unsorted.toSorted((a, b) => (a.uri < b.uri ? -1 : 1));
  const shared = new SharedProperties(byName(files.flatMap(file => file.properties)));
  const events = files.flatMap(file => file.events.map(event => resolveEvent(event, shared)));
  const naming = joinNaming(files.flatMap(file => file.naming ?? []));
  const identify = joinTraits(
    files.flatMap(file => file.identify ?? []),
    shared,
  );
  const group = joinTraits(
    files.flatMap(file => file.group ?? []),
    shared,
  );
  const vocabularies = files.flatMap(file => file.vocabulary ?? []);
  const plan: Omit<TrackingPlan, 'problems'> = {
    root,
    name: files.find(file => file.name)?.name?.value ?? folderName(root),
    files,
    ...(naming && { naming }),
    ...(vocabularies.length > 0 && {
      vocabulary: {
        objects: vocabularies.flatMap(vocabulary => vocabulary.objects),
        actions: vocabularies.flatMap(vocabulary => vocabulary.actions),
      },
    }),
    sources: [...byName(files.flatMap(file => file.sources)).values()],
    destinations: [...byName(files.flatMap(file => file.destinations)).values()],
    shared: shared.all(),
    common: byName(shared.resolve(files.flatMap(file => file.common))),
    events: { track: ofKind(events, 'track'), page: ofKind(events, 'page'), screen: ofKind(events, 'screen') },
    ...(identify && { identify }),
    ...(group && { group }),
    metrics: files.flatMap(file => file.metrics),
    funnels: files.flatMap(file => file.funnels),
  };
  return { ...plan, problems: checkReferences(plan) };
}

function resolveEvent(event: EventDefinition, shared: SharedProperties): EventDefinition {
  if (!event.properties) return event;
  const properties = shared.resolve(event.properties);
  return properties === event.properties ? event : { ...event, properties };
}

/** The first definition of a name counts. */
function byName<T extends { readonly name: string }>(definitions: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const definition of definitions) {
    if (!map.has(definition.name)) map.set(definition.name, definition);
  }
  return map;
}

function ofKind(events: readonly EventDefinition[], kind: EventKind): ReadonlyMap<string, EventDefinition> {
  return byName(events.filter(event => event.kind === kind));
}

/** Each half comes from the first file that has it. */
function joinNaming(namings: readonly Naming[]): Naming | undefined {
  const [first] = namings;
  const events = namings.find(naming => naming.events)?.events;
  const properties = namings.find(naming => naming.properties)?.properties;
  return first && { ...first, ...(events && { events }), ...(properties && { properties }) };
}

/** The traits of all files together. A file that lists none says nothing about them. */
function joinTraits(all: readonly TraitsDefinition[], shared: SharedProperties): TraitsDefinition | undefined {
  const [first] = all;
  if (!first) return undefined;
  const speaking = all.filter(traits => traits.properties.length > 0 || !traits.open);
  const properties = [...byName(speaking.flatMap(traits => traits.properties)).values()];
  return {
    location: first.location,
    properties: shared.resolve(properties),
    open: speaking.length === 0 || speaking.some(traits => traits.open),
  };
}

function folderName(root: Uri): string {
  return decodeURIComponent(root.split('/').at(-2) ?? '') || 'Tracking plan';
}
