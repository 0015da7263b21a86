import { closest } from '../base/closest.ts';
import { Lines } from '../base/lines.ts';
import { comparePositions, type Located, type Range, type Uri } from '../base/text.ts';
import { formatById } from './formats/index.ts';
import type {
  EventDefinition,
  PlanFile,
  PlanProblem,
  PropertyDefinition,
  SourceDefinition,
  TrackingPlan,
  ValueConstraint,
  VocabularyWord,
} from './plan.ts';

/**
 * What no file of a plan can know on its own: references that nothing answers or that lead in a circle, words that say
 * two things, and definitions that clash. By file, in the order of the text.
 */
export function checkReferences(plan: Omit<TrackingPlan, 'problems'>): ReadonlyMap<Uri, readonly PlanProblem[]> {
  const names: Names = {
    shared: new Set(plan.shared.keys()),
    sources: new Set(plan.sources.map(source => source.name)),
    events: new Set(Object.values(plan.events).flatMap(events => [...events.keys()])),
  };
  const shared = firstDefinitions(plan.files.flatMap(file => file.properties));
  const sources = firstDefinitions(plan.files.flatMap(file => file.sources));
  const replacements = new Map(
    plan.files.flatMap(file => file.events.map(event => [event.name, event.replacedBy?.value])),
  );
  const byUri = plan.files.map(file => {
    const found = [
      ...unresolved(file, names),
      ...file.properties.flatMap(property => [...circularReference(property, shared), ...clash(property, shared)]),
      ...file.sources.flatMap(source => clash(source, sources)),
      ...file.events.flatMap(event => circularReplacement(event, replacements)),
      ...ambiguousSynonyms(file.vocabulary?.objects ?? [], plan.vocabulary?.objects ?? []),
      ...ambiguousSynonyms(file.vocabulary?.actions ?? [], plan.vocabulary?.actions ?? []),
    ];
    return [file.uri, found.toSorted((a, b) => comparePositions(a.range.start, b.range.start))] as const;
  });
  return new Map(byUri.filter(([, found]) => found.length > 0));
}

interface Names {
  readonly shared: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
}

/** A name that is written somewhere and must be defined somewhere else. */
interface Reference extends Located<string> {
  readonly names: ReadonlySet<string>;
  /** What it should name: `a shared property`. */
  readonly what: string;
}

function unresolved(file: PlanFile, names: Names): readonly PlanProblem[] {
  const wrong = references(file, names).filter(reference => !reference.names.has(reference.value));
  if (wrong.length === 0) return [];
  const lines = new Lines(file.text);
  return wrong.map(reference => {
    const meant = closest(reference.value, reference.names);
    const message = `The plan has no ${reference.what} \`${reference.value}\`.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`}`;
    const problem: PlanProblem = { rule: 'unresolved-reference', range: reference.range, message };
    const newText = meant === undefined ? undefined : respell(file, lines, reference.range, meant);
    if (meant === undefined || newText === undefined) return problem;
    return { ...problem, suggestion: { title: `Replace by \`${meant}\``, range: reference.range, newText } };
  });
}

/** The name as it must be written in the file's own format; undefined where that format is only read. */
function respell(file: PlanFile, lines: Lines, range: Range, name: string): string | undefined {
  const oldText = file.text.slice(lines.offset(range.start), lines.offset(range.end));
  return formatById(file.format)?.write?.spell(oldText, name);
}

function references(file: PlanFile, names: Names): readonly Reference[] {
  const event = (name: Located<string>): Reference => ({ ...name, names: names.events, what: 'event' });
  const inProperties = (properties: readonly PropertyDefinition[] | undefined): readonly Reference[] =>
    properties?.flatMap(property => propertyReferences(property, properties, names)) ?? [];
  return [
    ...inProperties(file.properties),
    ...inProperties(file.common),
    ...inProperties(file.identify?.properties),
    ...inProperties(file.group?.properties),
    ...file.events.flatMap(({ sources, properties, replacedBy }) => [
      ...(replacedBy ? [event(replacedBy)] : []),
      // Without any definition the names stand for themselves.
      ...(names.sources.size > 0 ? (sources ?? []) : []).map(source => ({
        ...source,
        names: names.sources,
        what: 'source',
      })),
      ...inProperties(properties),
    ]),
    ...file.metrics.flatMap(metric => metric.events.map(event)),
    ...file.funnels.flatMap(funnel => funnel.steps.map(event)),
  ];
}

function propertyReferences(
  property: PropertyDefinition,
  siblings: readonly PropertyDefinition[],
  names: Names,
): readonly Reference[] {
  const { replacedBy } = property;
  const known = replacedBy && new Set([...siblings.map(sibling => sibling.name), ...names.shared]);
  return [
    ...(replacedBy && known ? [{ ...replacedBy, names: known, what: 'property' }] : []),
    ...constraintReferences(property, names),
  ];
}

function constraintReferences({ ref, items, properties }: ValueConstraint, names: Names): readonly Reference[] {
  return [
    ...(ref ? [{ ...ref, names: names.shared, what: 'shared property' }] : []),
    ...(items ? constraintReferences(items, names) : []),
    ...(properties?.flatMap(member => propertyReferences(member, properties, names)) ?? []),
  ];
}

/** A shared property that is, by way of references, itself. A member that refers to what holds it is fine. */
function circularReference(
  property: PropertyDefinition,
  shared: ReadonlyMap<string, PropertyDefinition>,
): readonly PlanProblem[] {
  const { name, ref } = property;
  if (!ref || !leadsBack(name, each => shared.get(each)?.ref?.value)) return [];
  const message = `\`${name}\` refers to itself, so this says nothing about it.`;
  return [{ rule: 'unresolved-reference', range: ref.range, message }];
}

function circularReplacement(
  { name, replacedBy }: EventDefinition,
  replacements: ReadonlyMap<string, string | undefined>,
): readonly PlanProblem[] {
  if (!replacedBy || !leadsBack(name, each => replacements.get(each))) return [];
  const message = `\`${name}\` is replaced by itself, so nobody can tell what to send in its place.`;
  return [{ rule: 'unresolved-reference', range: replacedBy.range, message }];
}

function leadsBack(name: string, next: (name: string) => string | undefined): boolean {
  const seen = new Set<string>();
  for (let at = next(name); at !== undefined && !seen.has(at); at = next(at)) {
    if (at === name) return true;
    seen.add(at);
  }
  return false;
}

/** Another definition of a name that is taken in another file. Within one file it is a key that stands twice. */
function clash<T extends PropertyDefinition | SourceDefinition>(
  definition: T,
  firsts: ReadonlyMap<string, T>,
): readonly PlanProblem[] {
  const first = firsts.get(definition.name);
  if (!first || first.location.uri === definition.location.uri || contentOf(first) === contentOf(definition)) return [];
  const file = first.location.uri.slice(first.location.uri.lastIndexOf('/') + 1);
  const message = `\`${definition.name}\` is already defined in ${file}, in other words; only that definition counts.`;
  return [{ rule: 'invalid-plan', range: definition.location.range, message }];
}

function firstDefinitions<T extends { readonly name: string }>(definitions: readonly T[]): ReadonlyMap<string, T> {
  return new Map(definitions.toReversed().map(definition => [definition.name, definition]));
}

/** What it says, without the places. */
function contentOf(definition: PropertyDefinition | SourceDefinition): string {
  return JSON.stringify(definition, (key, value: unknown) =>
    key === 'location' || key === 'range' ? undefined : value,
  );
}

/** Synonyms that are words themselves, or synonyms of an earlier word: nobody can tell which word is meant. */
function ambiguousSynonyms(words: readonly VocabularyWord[], all: readonly VocabularyWord[]): readonly PlanProblem[] {
  return words.flatMap(word =>
    word.synonyms.flatMap(synonym => {
      const text = synonym.value.toLowerCase();
      const same = all.find(other => other.name.toLowerCase() === text);
      const other = all.find(each => each.synonyms.some(one => one.value.toLowerCase() === text));
      if (same) {
        const message = `\`${synonym.value}\` is a word of the vocabulary itself, so it cannot stand for \`${word.name}\`.`;
        return [{ rule: 'invalid-plan', range: synonym.range, message } as const];
      }
      if (!other || other.name === word.name) return [];
      const message = `\`${synonym.value}\` already stands for \`${other.name}\`, so it cannot stand for \`${word.name}\`.`;
      return [{ rule: 'invalid-plan', range: synonym.range, message } as const];
    }),
  );
}
