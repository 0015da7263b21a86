import type { Uri } from '../base/text.ts';
import type { EventDefinition, EventKind, PlanFile, TrackingPlan } from './plan.ts';
import { SharedProperties } from './resolve-references.ts';

/**
 * The plan files of one root as one plan. Shared properties are merged into where they are referred to; of equal names
 * the first counts; what no file alone can know to be wrong is reported.
 */
export function joinPlan(root: Uri, files: readonly PlanFile[]): TrackingPlan {
  const shared = new SharedProperties(byName(files.flatMap(file => file.properties)));
  const events = files.flatMap(file => file.events.map(event => resolveEvent(event, shared)));
  const naming = first(files, file => file.naming);
  const identify = first(files, file => file.identify);
  const group = first(files, file => file.group);
  const vocabularies = files.flatMap(file => file.vocabulary ?? []);
  const plan: Omit<TrackingPlan, 'problems'> = {
    root,
    name: first(files, file => file.name)?.value ?? folderName(root),
    files,
    ...(naming && { naming }),
    ...(vocabularies.length > 0 && {
      vocabulary: {
        objects: vocabularies.flatMap(vocabulary => vocabulary.objects),
        actions: vocabularies.flatMap(vocabulary => vocabulary.actions),
      },
    }),
    sources: files.flatMap(file => file.sources),
    destinations: files.flatMap(file => file.destinations),
    shared: shared.all(),
    common: byName(shared.resolve(files.flatMap(file => file.common))),
    events: { track: ofKind(events, 'track'), page: ofKind(events, 'page'), screen: ofKind(events, 'screen') },
    ...(identify && { identify: { ...identify, properties: shared.resolve(identify.properties) } }),
    ...(group && { group: { ...group, properties: shared.resolve(group.properties) } }),
    metrics: files.flatMap(file => file.metrics),
    funnels: files.flatMap(file => file.funnels),
  };
  return { ...plan, problems: new Map() };
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

function first<T>(files: readonly PlanFile[], part: (file: PlanFile) => T | undefined): T | undefined {
  for (const file of files) {
    const found = part(file);
    if (found !== undefined) return found;
  }
  return undefined;
}

function folderName(root: Uri): string {
  return decodeURIComponent(root.split('/').at(-2) ?? '');
}
