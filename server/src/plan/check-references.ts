import { closest } from '../base/closest.ts';
import { Lines } from '../base/lines.ts';
import { comparePositions, type Range, type Uri } from '../base/text.ts';
import { DerivedEvent } from './derived-event.ts';
import { formatById } from './formats/index.ts';
import { eventChanges, haveSameNames } from './event-changes.ts';
import { movedProblem, movedRange } from './moved.ts';
import type {
  EventDefinition,
  PlanFile,
  PlanProblem,
  PropertyDefinition,
  SourceDefinition,
  TrackingPlan,
  VocabularyWord,
} from './plan.ts';
import { referencesOfEvent, referencesOutsideEvents, type Reference } from './references.ts';

/** What a check of references found, and what it keeps for the next one. */
export interface CheckedReferences {
  /** By file, in the order of the text. */
  readonly problems: ReadonlyMap<Uri, readonly PlanProblem[]>;
  readonly names: Names;
  readonly files: readonly CheckedFile[];
}

/**
 * What no file of a plan can know on its own: references that nothing answers or that lead in a circle, words that say
 * two things, and definitions that clash. `before` is the check before an edit, of which is kept what still holds.
 */
export function checkReferences(
  plan: Omit<TrackingPlan, 'problems'>,
  before: CheckedReferences | undefined,
): CheckedReferences {
  const names = new Names(plan);
  const shared = firstDefinitions(plan.files.flatMap(file => file.properties));
  const sources = firstDefinitions(plan.files.flatMap(file => file.sources));
  const kept = before?.names.areSame(names) === true ? before.files : [];
  const files = plan.files.map(file =>
    checkFile(
      file,
      names,
      kept.find(each => each.file.uri === file.uri),
    ),
  );
  const byUri = files.map(({ file, wrong }) => {
    const found = [
      ...referencesOutsideEvents(file).flatMap(reference => unresolved(reference, file, names)),
      ...(wrong.size > 0 ? file.events.flatMap(event => placed(event, wrong)) : []),
      ...file.properties.flatMap(property => [...circularReference(property, shared), ...clash(property, shared)]),
      ...file.sources.flatMap(source => clash(source, sources)),
      ...circularReplacements(file, plan),
      ...ambiguousSynonyms(file.vocabulary?.objects ?? [], plan.vocabulary?.objects ?? []),
      ...ambiguousSynonyms(file.vocabulary?.actions ?? [], plan.vocabulary?.actions ?? []),
    ];
    return [file.uri, found.toSorted((a, b) => comparePositions(a.range.start, b.range.start))] as const;
  });
  return { problems: new Map(byUri.filter(([, found]) => found.length > 0)), names, files };
}

interface CheckedFile {
  readonly file: PlanFile;
  /** By origin of an event: its references that nothing answers, in lines of the origin. */
  readonly wrong: ReadonlyMap<EventDefinition, readonly PlanProblem[]>;
}

function checkFile(file: PlanFile, names: Names, before: CheckedFile | undefined): CheckedFile {
  const { start, endBefore, endAfter } = eventChanges(before?.file.events ?? [], file.events);
  const wrong = new Map(before?.wrong);
  for (const event of before?.file.events.slice(start, endBefore) ?? []) wrong.delete(DerivedEvent.origin(event));
  for (const event of file.events.slice(start, endAfter)) {
    const lines = DerivedEvent.lines(event);
    const problems = referencesOfEvent(event).flatMap(reference => {
      const moved = { ...reference, range: movedRange(reference.range, lines) };
      return names.has(reference) ? [] : unresolved(moved, file, names).map(problem => movedProblem(problem, -lines));
    });
    if (problems.length > 0) wrong.set(DerivedEvent.origin(event), problems);
  }
  return { file, wrong };
}

function placed(event: EventDefinition, wrong: CheckedFile['wrong']): readonly PlanProblem[] {
  const problems = wrong.get(DerivedEvent.origin(event));
  return problems?.map(problem => movedProblem(problem, DerivedEvent.lines(event))) ?? none;
}

const none: readonly PlanProblem[] = [];

/** What a plan defines, by the kind of thing that refers to it. */
class Names {
  readonly #plan: Omit<TrackingPlan, 'problems'>;
  readonly #sources: ReadonlySet<string>;

  constructor(plan: Omit<TrackingPlan, 'problems'>) {
    this.#plan = plan;
    this.#sources = new Set(plan.sources.map(source => source.name));
  }

  /** Whether the other plan defines the same names. */
  areSame(other: Names): boolean {
    const [a, b] = [this.#plan, other.#plan];
    return (
      a.shared === b.shared &&
      a.files.length === b.files.length &&
      [...this.#sources].join('\n') === [...other.#sources].join('\n') &&
      a.files.every((file, i) => {
        const { uri, events } = b.files[i] ?? file;
        return file.uri === uri && haveSameNames(file.events, events, eventChanges(file.events, events));
      })
    );
  }

  has({ what, value, siblings }: Reference): boolean {
    const { shared, events } = this.#plan;
    switch (what) {
      case 'event':
        return events.track.has(value) || events.page.has(value) || events.screen.has(value);
      case 'source':
        // Without any definition the names stand for themselves.
        return this.#sources.has(value) || this.#sources.size === 0;
      case 'shared property':
        return shared.has(value);
      case 'property':
        return shared.has(value) || siblings?.has(value) === true;
    }
  }

  closest({ what, value, siblings = new Set() }: Reference): string | undefined {
    const { shared, events } = this.#plan;
    if (what === 'event')
      return closest(
        value,
        Object.values(events).flatMap(all => [...all.keys()]),
      );
    if (what === 'source') return closest(value, this.#sources);
    return closest(value, [...siblings, ...shared.keys()]);
  }
}

function unresolved(reference: Reference, file: PlanFile, names: Names): readonly PlanProblem[] {
  if (names.has(reference)) return none;
  const { what, value, range } = reference;
  const meant = names.closest(reference);
  const message = `The plan has no ${what} \`${value}\`.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`}`;
  const problem: PlanProblem = { rule: 'unresolved-reference', range, message };
  const newText = meant === undefined ? undefined : respell(file, range, meant);
  if (meant === undefined || newText === undefined) return [problem];
  return [{ ...problem, suggestion: { title: `Replace by \`${meant}\``, range, newText } }];
}

/** The name as it must be written in the file's own format; undefined where that format is only read. */
function respell(file: PlanFile, range: Range, name: string): string | undefined {
  let lines = linesOf.get(file);
  if (!lines) linesOf.set(file, (lines = new Lines(file.text)));
  const oldText = file.text.slice(lines.offset(range.start), lines.offset(range.end));
  return formatById(file.format)?.write?.spell(oldText, name);
}

const linesOf = new WeakMap<PlanFile, Lines>();

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

function circularReplacements(file: PlanFile, { events }: Pick<TrackingPlan, 'events'>): readonly PlanProblem[] {
  const replacement = (name: string): string | undefined =>
    (events.track.get(name) ?? events.page.get(name) ?? events.screen.get(name))?.replacedBy?.value;
  const replaced = file.events.filter(event => DerivedEvent.origin(event).replacedBy);
  return replaced.flatMap(event => {
    const { replacedBy } = DerivedEvent.origin(event);
    if (!replacedBy || !leadsBack(event.name, replacement)) return [];
    const message = `\`${event.name}\` is replaced by itself, so nobody can tell what to send in its place.`;
    const range = movedRange(replacedBy.range, DerivedEvent.lines(event));
    return [{ rule: 'unresolved-reference', range, message } as const];
  });
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
