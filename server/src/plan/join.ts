import { groupBy } from '../base/group-by.ts';
import type { Uri } from '../base/text.ts';
import { checkReferences, type CheckedReferences } from './check-references.ts';
import { DerivedEvent } from './derived-event.ts';
import { formatById } from './formats/index.ts';
import type { EventDefinition, Naming, PlanFile, PropertyDefinition, TrackingPlan, TraitsDefinition } from './plan.ts';
import { referencesOfEvent } from './references.ts';
import { SharedProperties } from './resolve-references.ts';

/**
 * The plan files of one root as one plan. Shared properties are merged into where they are referred to; of equal names
 * the first counts; what no file alone can know to be wrong is reported. `previous` is the plan before an edit: what the
 * edit did not touch is kept.
 */
export function joinPlan(root: Uri, unsorted: readonly PlanFile[], previous?: TrackingPlan): TrackingPlan {
  // Which definition is the first must not depend on the order in which files were found.
  const files = linkFiles(unsorted.toSorted((a, b) => (a.uri < b.uri ? -1 : 1)));
  const old = previous && memories.get(previous);
  const definitions = files.flatMap(file => file.properties);
  const shared = old && areSame(old.definitions, definitions) ? old.shared : new SharedProperties(byName(definitions));
  const resolved = files.map(file => {
    const before = old?.shared === shared ? old.resolved.find(each => each.file.uri === file.uri) : undefined;
    return { file, events: resolveEvents(file.events, shared, before) };
  });
  const parts = joinParts(root, files, shared, resolved);
  const references = checkReferences(parts, old?.references);
  const plan = { ...parts, problems: references.problems };
  memories.set(plan, { definitions, shared, resolved, references });
  return plan;
}

/** Files whose format refers from one to another are understood together. */
function linkFiles(files: readonly PlanFile[]): readonly PlanFile[] {
  const linked = new Map<Uri, PlanFile>();
  for (const [id, own] of groupBy(files, file => file.format)) {
    for (const file of formatById(id)?.link?.(own) ?? []) linked.set(file.uri, file);
  }
  return linked.size === 0 ? files : files.map(file => linked.get(file.uri) ?? file);
}

interface Resolved {
  readonly file: PlanFile;
  /** The events of the file, with shared properties merged in. */
  readonly events: readonly EventDefinition[];
}

/** What is kept of a plan for the next edit. */
interface Memory {
  readonly definitions: readonly PropertyDefinition[];
  readonly shared: SharedProperties;
  readonly resolved: readonly Resolved[];
  readonly references: CheckedReferences;
}

const memories = new WeakMap<TrackingPlan, Memory>();

function joinParts(
  root: Uri,
  files: readonly PlanFile[],
  shared: SharedProperties,
  resolved: readonly Resolved[],
): Omit<TrackingPlan, 'problems'> {
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
  return {
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
    events: byKind(resolved),
    ...(identify && { identify }),
    ...(group && { group }),
    metrics: files.flatMap(file => file.metrics),
    funnels: files.flatMap(file => file.funnels),
  };
}

function resolveEvents(
  events: readonly EventDefinition[],
  shared: SharedProperties,
  before: Resolved | undefined,
): readonly EventDefinition[] {
  return events.map((event, i) => {
    const known = before?.file.events[i] === event ? before.events[i] : undefined;
    if (known) return known;
    const refers = referencesOfEvent(event).some(reference => reference.what === 'shared property');
    return refers ? DerivedEvent.resolved(event, shared) : event;
  });
}

function areSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

function byKind(resolved: readonly Resolved[]): TrackingPlan['events'] {
  const events = {
    track: new Map<string, EventDefinition>(),
    page: new Map<string, EventDefinition>(),
    screen: new Map<string, EventDefinition>(),
  };
  for (const file of resolved) {
    for (const event of file.events) {
      const map = events[event.kind];
      if (!map.has(event.name)) map.set(event.name, event);
    }
  }
  return events;
}

/** The first definition of a name counts. */
function byName<T extends { readonly name: string }>(definitions: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const definition of definitions) {
    if (!map.has(definition.name)) map.set(definition.name, definition);
  }
  return map;
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
