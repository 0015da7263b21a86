import {
  LSPErrorCodes,
  ResponseError,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Location, Position, TextEdit, Uri } from '../base/text.ts';
import type { Scalar } from '../base/vocabulary.ts';
import { relativePath } from '../base/uri.ts';
import { languageOf } from '../code/languages/index.ts';
import type { TrackCall } from '../code/track-call.ts';
import type { PropertyDefinition } from '../plan/plan.ts';
import { formatById } from '../plan/formats/index.ts';
import { placesOfName } from '../plan/places-of-name.ts';
import { withOtherWord } from '../rules/names/vocabulary.ts';
import { keyEdit } from '../rules/edits/edit-property.ts';
import { textAt } from '../rules/edits/text-at.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { Editor } from './editor.ts';
import { propertiesOf, propertyAt } from './payload-owner.ts';
import { definitionsOf } from './references.ts';
import { subjectsAt, type PropertySubject, type Subject, type ValueSubject } from './subject.ts';
import { keyUses, mentionsOf, nameUses, takersOf, valueUses } from './uses.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** The name under the cursor, where it can be renamed in plan and code together. */
export function prepareRename(
  snapshot: Snapshot,
  { textDocument: { uri }, position }: PrepareRenameParams,
): PrepareRenameResult | null {
  const subject = renamedAt(snapshot, uri, position);
  const text = subject && textAt({ uri, range: subject.range }, snapshot);
  const name = subject && nameOf(subject);
  // Over a constant, the language's own rename is wanted.
  const at = name === undefined ? undefined : text?.indexOf(name);
  if (!subject || name === undefined || at === undefined || at < 0) return null;
  const { start } = subject.range;
  const from = { line: start.line, character: start.character + at };
  return { range: { start: from, end: { ...from, character: from.character + name.length } }, placeholder: name };
}

/** One edit of the plan and of all code that names what is under the cursor. Refused where it could not be complete. */
export function rename(
  snapshot: Snapshot,
  { textDocument: { uri }, position, newName }: RenameParams,
  editor: Editor,
): WorkspaceEdit | null {
  const subject = renamedAt(snapshot, uri, position);
  if (!subject || newName === nameOf(subject)) return null;
  if (newName.trim() === '') throw refusal('A name cannot be empty.');
  if (!snapshot.isComplete) throw refusal('The workspace is still being read; try again when that is done.');
  const edits = new Map<string, TextEdit>();
  for (const edit of editsOf(snapshot, subject, newName)) {
    const { start } = edit.range;
    edits.set(`${edit.uri} ${start.line} ${start.character}`, edit);
  }
  return workspaceEdit([...edits.values()], editor);
}

type Renamed = Extract<Subject, { kind: 'event' | 'property' | 'value' | 'source' | 'word' }>;

function renamedAt(snapshot: Snapshot, uri: Uri, position: Position): Renamed | undefined {
  const [subject, another] = subjectsAt(snapshot, uri, position);
  if (!subject || (another && another.kind !== subject.kind)) return undefined;
  switch (subject.kind) {
    case 'event':
    case 'property':
    case 'value':
    case 'source':
    case 'word':
      return subject;
    default:
      return undefined;
  }
}

function nameOf(subject: Renamed): string {
  switch (subject.kind) {
    case 'event':
      return subject.event.name;
    case 'property':
      return subject.path.at(-1) ?? '';
    case 'value':
      return String(subject.value);
    case 'source':
    case 'word':
      return subject.definition.name;
  }
}

function editsOf(snapshot: Snapshot, subject: Renamed, newName: string): readonly TextEdit[] {
  const { plan } = subject;
  switch (subject.kind) {
    case 'event': {
      if (plan.events[subject.event.kind].has(newName)) throw refusal(`The plan already has an event "${newName}".`);
      const inPlan = [...written(subject, subject.event), ...mentionsOf(plan, subject.event)];
      const inCode = nameUses(snapshot, plan, subject.event).map(({ call, name }) => {
        const writer = name.literal && languageOf(name.literal.uri)?.write;
        const written = name.literal && textAt(name.literal, snapshot);
        // A name that was transformed on its way does not stand in the literal.
        if (!name.literal || !writer || !written?.includes(subject.event.name)) throw composed(subject, call);
        return { ...name.literal, newText: writer.literal(newName, name.literal.quote) };
      });
      return [...planEdits(snapshot, subject, inPlan, newName), ...inCode];
    }
    case 'property':
      return propertyEdits(snapshot, subject, newName);
    case 'value':
      return valueEdits(snapshot, subject, newName);
    case 'word':
      return wordEdits(snapshot, subject, newName);
    case 'source': {
      const mentions = plan.files.flatMap(({ uri, events }) =>
        events.flatMap(event => event.sources ?? []).map(({ value, range }) => ({ uri, range, value })),
      );
      const named = mentions.filter(({ value }) => value === subject.definition.name);
      return planEdits(snapshot, subject, [...definitionsOf(subject), ...named], newName);
    }
  }
}

function propertyEdits(snapshot: Snapshot, subject: PropertySubject, newName: string): readonly TextEdit[] {
  const { plan, owner, path, property } = subject;
  const outer = path.slice(0, -1);
  const siblings = outer.length === 0 ? propertiesOf(owner) : (propertyAt(owner, outer)?.properties ?? []);
  if (siblings.some(({ name }) => name === newName)) throw refusal(`There is already a property "${newName}".`);
  const shared = owner.kind === 'shared' && path.length === 1 ? property : sharedName(subject);
  if (!shared)
    return [
      ...planEdits(snapshot, subject, written(subject, property), newName),
      ...keyEdits(snapshot, subject, newName),
    ];
  // The events that take it by reference have a name of their own for it, or its name.
  const takers = takersOf(plan, shared.name);
  const refs = takers.flatMap(taker =>
    taker.property.ref && !taker.property.names
      ? [{ uri: taker.property.location.uri, range: taker.property.ref.range }]
      : [],
  );
  const inCode = takers
    .filter(taker => taker.property.names)
    .flatMap(taker => keyEdits(snapshot, { ...subject, ...taker }, newName));
  return [...planEdits(snapshot, subject, [...written(subject, shared), ...refs], newName), ...inCode];
}

/** The shared property whose name an event's property goes by, where it has none of its own. */
function sharedName({ plan, property: { ref, names } }: PropertySubject): PropertyDefinition | undefined {
  return ref && names ? plan.shared.get(ref.value) : undefined;
}

function keyEdits(snapshot: Snapshot, subject: PropertySubject, newName: string): readonly TextEdit[] {
  return keyUses(snapshot, subject).map(({ call, sent }) => {
    const edit = keyEdit(sent, newName, snapshot);
    if (!edit) throw composed(subject, call);
    return edit;
  });
}

function valueEdits(snapshot: Snapshot, subject: ValueSubject, newName: string): readonly TextEdit[] {
  const value: Scalar = typeof subject.value === 'number' ? Number(newName) : newName;
  if (typeof subject.value === 'boolean' || subject.value === null || Number.isNaN(value)) {
    throw refusal(`"${newName}" cannot stand for ${String(subject.value)}.`);
  }
  const inCode = valueUses(snapshot, subject).map(({ call, sent }) => {
    const writer = sent.literal && languageOf(sent.literal.uri)?.write;
    if (!sent.literal || !writer) throw composed(subject, call);
    return { ...sent.literal, newText: writer.literal(value, sent.literal.quote) };
  });
  return [...planEdits(snapshot, subject, definitionsOf(subject), newName), ...inCode];
}

/** The word of the vocabulary, and every event whose name is made of it. */
function wordEdits(
  snapshot: Snapshot,
  subject: Extract<Subject, { kind: 'word' }>,
  newName: string,
): readonly TextEdit[] {
  const { plan, definition, range } = subject;
  const { objects = [], actions = [] } = plan.vocabulary ?? {};
  if ([...objects, ...actions].some(({ name }) => name === newName)) {
    throw refusal(`The vocabulary already has a word "${newName}".`);
  }
  const inNames = [...plan.events.track.values()].flatMap(event => {
    const other = withOtherWord(event.name, definition, newName, plan);
    if (!other || other.name === event.name) return [];
    if (other.isExact) return editsOf(snapshot, { kind: 'event', plan, event, range }, other.name);
    throw refusal(`"${event.name}" has the word in another form; rename that event first.`);
  });
  return [...planEdits(snapshot, subject, [definition.location], newName), ...inNames];
}

/** Where the plan writes the name. */
function written(
  subject: Renamed,
  definition: { readonly location: Location; readonly names?: readonly Location[] | undefined },
): readonly Location[] {
  const places = placesOfName(definition);
  if (places.length > 0) return places;
  throw refusal(
    `The plan does not write "${nameOf(subject)}" as a name of its own here; rename it where it comes from.`,
  );
}

function planEdits(
  snapshot: Snapshot,
  subject: Renamed,
  places: readonly Location[],
  newName: string,
): readonly TextEdit[] {
  const { plan } = subject;
  return places.map(({ uri, range }) => {
    const file = plan.files.find(file => file.uri === uri);
    const writer = file && formatById(file.format)?.write;
    const written = textAt({ uri, range }, snapshot);
    if (!writer || written === undefined) {
      throw refusal(`${relativePath(plan.root, uri)} is in a format that is only read; rename it where it comes from.`);
    }
    // What a reference in a vendor's plan brings from another place does not stand at the reference.
    if (file.format !== 'yaml' && !unescaped(written).includes(nameOf(subject))) {
      throw refusal(
        `${relativePath(plan.root, uri)} does not write "${nameOf(subject)}" there; change it where it comes from.`,
      );
    }
    return { uri, range, newText: writer.spell(written, newName) };
  });
}

/** The text of a name in quotes. */
function unescaped(written: string): string {
  if (!written.startsWith('"')) return written.replaceAll("''", "'");
  try {
    return String(JSON.parse(written));
  } catch {
    return written.replaceAll('""', '"');
  }
}

function composed(subject: Renamed, { uri, range: { start } }: TrackCall): ResponseError {
  const place = `${relativePath(subject.plan.root, uri)}:${start.line + 1}`;
  return refusal(`${place} does not write "${nameOf(subject)}" as it stands in the plan; change that call first.`);
}

function refusal(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
