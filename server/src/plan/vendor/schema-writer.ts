import { Lines } from '../../base/lines.ts';
import type { TextEdit } from '../../base/text.ts';
import type { EventDraft, PlanWriter, PropertyDraft } from '../format.ts';
import type { PlanFile } from '../plan.ts';
import { editedText, insertEntry, insertItem, isWithin, type EditedText, type OffsetEdit } from '../yaml/insert.ts';
import type { Written, WrittenMap } from '../yaml/print.ts';
import { readText } from '../yaml/read-text.ts';
import { scalarsOf, textOf } from '../yaml/reading.ts';
import { spell } from '../yaml/spell.ts';
import { entryOf, valueOf, type Entry, type ListNode, type MapNode, type Node } from '../yaml/tree.ts';

/** Where a format that holds JSON Schemas keeps its events, and the schema of each one's payload. */
export interface SchemaPlaces {
  /** The list of events; undefined for a format with a file for each. */
  events(root: Node | undefined): Node | undefined;
  /** Keys from an event's entry to the schema of its payload. */
  payload(entry: Node): readonly string[];
  /** Keys from an event's entry to its description. */
  readonly description: readonly string[];
  /** Whether each property says itself that it is required, as in draft 3, and no list beside them does. */
  readonly isRequiredInside?: boolean;
  /** A new entry; undefined for a kind of event that the format does not have. */
  newEvent?(draft: EventDraft, payload: WrittenMap): WrittenMap | undefined;
}

/** Edits of plans in JSON or YAML whose payloads are JSON Schemas. */
export function schemaWriter(places: SchemaPlaces): PlanWriter {
  const inside = places.isRequiredInside ?? false;
  return {
    addEvent(file, draft) {
      return edit(file, edited => {
        const list = places.events(edited.root);
        const entry = places.newEvent?.(
          draft,
          map({ type: 'object', ...writtenMembers(draft.properties ?? [], inside) }),
        );
        return list?.kind === 'list' && entry ? insertItem(edited, list, entry) : undefined;
      });
    },

    addProperty(file, owner, draft) {
      if (!('kind' in owner)) return undefined;
      return edit(file, (edited, lines) => {
        const entry = entryAround(places, edited.root, lines.offset(owner.location.range.start));
        if (!entry) return undefined;
        const path = places.payload(entry);
        const schema = path.reduce(valueOf, entry);
        if (entryOf(valueOf(schema, 'properties'), draft.name)) return undefined;
        const property = insertAt(edited, entry, [...path, 'properties'], draft.name, writtenSchema(draft, inside));
        if (!property || draft.required !== true || inside) return property;
        const required = requiredEdit(edited, schema, draft.name);
        return required && [...property, ...required];
      });
    },

    setEventKey(file, event, key, value) {
      if (key !== 'description') return undefined;
      return edit(file, (edited, lines) => {
        const entry = entryAround(places, edited.root, lines.offset(event.location.range.start));
        const parents = places.description.slice(0, -1);
        const last = places.description.at(-1) ?? key;
        const known = entry && valueOf(parents.reduce(valueOf, entry), last);
        if (!entry || known?.kind === 'list' || known?.kind === 'map') return undefined;
        if (!known) return insertAt(edited, entry, parents, last, value);
        const old = edited.text.slice(known.start, known.end);
        return /[\r\n]/.test(old)
          ? undefined
          : [{ start: known.start, end: known.end, newText: spell(old, String(value)) }];
      });
    },

    spell,
  };
}

function edit(
  file: PlanFile,
  make: (edited: EditedText, lines: Lines) => readonly OffsetEdit[] | undefined,
): readonly TextEdit[] | undefined {
  const { root, problems } = readText(file.text);
  if (problems.length > 0) return undefined;
  const lines = new Lines(file.text);
  const edits = make(editedText(file.text, root), lines);
  const sorted = edits?.toSorted((a, b) => a.start - b.start);
  return sorted?.map(({ start, end, newText }) => ({ uri: file.uri, range: lines.range(start, end), newText }));
}

/** The event's entry that holds an offset: an item of the list, or the whole file. */
function entryAround(places: SchemaPlaces, root: Node | undefined, offset: number): MapNode | undefined {
  const list = places.events(root);
  const candidates = list?.kind === 'list' ? list.items : root ? [root] : [];
  const found = candidates.find(node => node.start <= offset && offset < node.end);
  return found?.kind === 'map' ? found : undefined;
}

/** Writes an entry at the end of a path, with the maps on the way that are not there yet. */
function insertAt(
  edited: EditedText,
  from: MapNode,
  path: readonly string[],
  key: string,
  value: Written,
): readonly OffsetEdit[] | undefined {
  let owner: Entry = {
    key: { name: '', start: from.start, end: from.start },
    value: from,
    start: from.start,
    end: from.end,
  };
  for (const [i, name] of path.entries()) {
    const next = entryOf(owner.value, name);
    if (!next) {
      const inner = [...path.slice(i + 1), key].reduceRight<Written>((below, each) => map({ [each]: below }), value);
      return insertEntry(edited, owner, name, inner);
    }
    // What an alias repeats would be changed elsewhere as well.
    if (!next.value || !isWithin(next.value, next)) return undefined;
    owner = next;
  }
  return insertEntry(edited, owner, key, value);
}

function requiredEdit(edited: EditedText, schema: Node | undefined, name: string): readonly OffsetEdit[] | undefined {
  const required = valueOf(schema, 'required');
  if (required?.kind === 'list') {
    const isThere = scalarsOf(required).some(item => textOf(item) === name);
    return isThere ? [] : insertItem(edited, required, name);
  }
  // A list of its own would have to stand in a map that is being written to at the same place.
  return schema?.kind === 'map' && !required ? beside(edited, schema, name) : undefined;
}

function beside(edited: EditedText, schema: MapNode, name: string): readonly OffsetEdit[] | undefined {
  const properties = entryOf(schema, 'properties');
  const owner: Entry = {
    key: { name: '', start: schema.start, end: schema.start },
    value: schema,
    start: schema.start,
    end: schema.end,
  };
  return properties ? insertEntry(edited, owner, 'required', [name], 'first') : undefined;
}

function writtenSchema(
  { types = [], enum: values, items, properties, required }: Omit<PropertyDraft, 'name'>,
  inside: boolean,
): WrittenMap {
  const [type] = types;
  return map({
    type: types.length > 1 ? types : type,
    enum: values && values.length > 0 ? values : undefined,
    required: inside && required ? true : undefined,
    items: items && writtenSchema(items, inside),
    ...(properties && properties.length > 0 ? writtenMembers(properties, inside) : {}),
  });
}

function writtenMembers(
  properties: readonly PropertyDraft[],
  inside: boolean,
): Readonly<Record<string, Written | undefined>> {
  const required = properties.filter(property => property.required).map(({ name }) => name);
  return {
    properties:
      properties.length > 0
        ? map(Object.fromEntries(properties.map(each => [each.name, writtenSchema(each, inside)])))
        : undefined,
    required: !inside && required.length > 0 ? required : undefined,
  };
}

/** A map as it is written; what is undefined is left out. */
export function map(values: Readonly<Record<string, Written | undefined>>): WrittenMap {
  const entries = Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  return { inline: false, entries };
}

/** The list at a path. */
export function listAt(root: Node | undefined, ...paths: readonly (readonly string[])[]): ListNode | undefined {
  const found = paths.map(path => path.reduce(valueOf, root)).find(node => node?.kind === 'list');
  return found?.kind === 'list' ? found : undefined;
}
