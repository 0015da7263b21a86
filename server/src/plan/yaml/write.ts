import { Lines } from '../../base/lines.ts';
import type { TextEdit } from '../../base/text.ts';
import type { Scalar } from '../../base/vocabulary.ts';
import type { PlanWriter, PropertyDraft } from '../format.ts';
import type { EventKind, PlanFile } from '../plan.ts';
import { writtenEvent, writtenProperties, writtenProperty } from './draft.ts';
import { editedText, insertEntry, insertInMap, isWithin, type EditedText, type OffsetEdit } from './insert.ts';
import { inline, printEntry, type Written } from './print.ts';
import { readText } from './read-text.ts';
import { spell } from './spell.ts';
import { entryOf, type Entry, type Node } from './tree.ts';

/** Edits of our own YAML and JSON. */
export const yamlWriter: PlanWriter = {
  addEvent(file, draft) {
    return edit(file, edited => {
      const section = sections[draft.kind];
      const entry = entryOf(edited.root, section);
      if (entry)
        return entryOf(entry.value, draft.name)
          ? undefined
          : insertEntry(edited, entry, draft.name, writtenEvent(draft));
      return addSection(edited, section, { inline: false, entries: [[draft.name, writtenEvent(draft)]] });
    });
  },

  addProperty(file, owner, draft) {
    return edit(file, (edited, lines) => {
      const entry = entryAt(edited.root, lines.offset(owner.location.range.start));
      if (!entry) return undefined;
      const list = 'kind' in owner ? 'properties' : 'traits';
      const properties = entryOf(entry.value, list);
      // What an alias or a merge brings stands elsewhere, where others would be changed with it.
      if (properties && !isWithin(properties, entry)) return undefined;
      if (!properties) return insertEntry(edited, entry, list, writtenProperties([draft]));
      if (entryOf(properties.value, draft.name)) return undefined;
      return insertEntry(edited, properties, draft.name, propertyLike(properties.value, draft));
    });
  },

  setEventKey(file, event, key, value) {
    return edit(file, (edited, lines) => {
      const entry = entryAt(edited.root, lines.offset(event.location.range.start));
      if (!entry) return undefined;
      const existing = entryOf(entry.value, key);
      return existing && isWithin(existing, entry)
        ? replaceValue(edited, existing, value)
        : insertEntry(edited, entry, key, value, placeFor(entry.value, key));
    });
  },

  setPropertyKey(file, property, key, value) {
    return edit(file, (edited, lines) => {
      const entry = entryAt(edited.root, lines.offset(property.location.range.start));
      if (!entry) return undefined;
      const type = entry.value?.kind === 'scalar' ? entry.value : undefined;
      // The short form, which says the type alone.
      if (type && typeof type.value === 'string' && type.style === 'plain' && isWithin(type, entry)) {
        const newText = inline(map({ type: type.value, [key]: value }), edited.json);
        return [{ start: type.start, end: type.end, newText }];
      }
      const existing = entryOf(entry.value, key);
      return existing && isWithin(existing, entry)
        ? replaceValue(edited, existing, value)
        : insertEntry(edited, entry, key, value);
    });
  },

  spell,
};

function map(values: Readonly<Record<string, Scalar>>): Written {
  return { inline: true, entries: Object.entries(values) };
}

const sections: Readonly<Record<EventKind, string>> = { track: 'events', page: 'pages', screen: 'screens' };

function edit(
  file: PlanFile,
  make: (edited: EditedText, lines: Lines) => readonly OffsetEdit[] | undefined,
): readonly TextEdit[] | undefined {
  const { edited, lines } = openFile(file);
  const edits = make(edited, lines);
  return edits?.map(({ start, end, newText }) => ({ uri: file.uri, range: lines.range(start, end), newText }));
}

/** A plan may have a finding for each of its events, and a fix for each of these. */
const opened = new WeakMap<PlanFile, { readonly edited: EditedText; readonly lines: Lines }>();

function openFile(file: PlanFile): { readonly edited: EditedText; readonly lines: Lines } {
  let known = opened.get(file);
  if (!known) {
    known = { edited: editedText(file.text, readText(file.text).root), lines: new Lines(file.text) };
    opened.set(file, known);
  }
  return known;
}

function addSection(edited: EditedText, section: string, value: Written): readonly OffsetEdit[] | undefined {
  const { root, text, json, eol, step, indent } = edited;
  if (root?.kind === 'map') return insertInMap(edited, root, section, value);
  if (root && !(root.kind === 'scalar' && root.value === null)) return undefined;
  const layout = { shape: json ? 'lines' : 'block', json, column: 0, step, indent, eol } as const;
  const gap = text === '' || text.endsWith('\n') ? '' : eol;
  return [{ start: text.length, end: text.length, newText: gap + printEntry(section, value, layout) + eol }];
}

/** The entry whose key starts at an offset. */
function entryAt(node: Node | undefined, offset: number): Entry | undefined {
  if (node?.kind !== 'map') return undefined;
  let low = 0;
  let high = node.entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((node.entries[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  const entry = node.entries[low - 1];
  if (!entry || entry.key.start === offset) return entry;
  return offset > entry.start && offset < entry.end ? entryAt(entry.value, offset) : undefined;
}

/** A new property is written in lines where its neighbours are. */
function propertyLike(neighbours: Node | undefined, draft: PropertyDraft): Written {
  const last =
    neighbours?.kind === 'map' ? neighbours.entries.findLast(({ value }) => value?.kind === 'map') : undefined;
  return writtenProperty(draft, last?.value?.kind === 'map' && !last.value.flow);
}

function replaceValue(
  { text, json }: EditedText,
  { key, value, end }: Entry,
  scalar: Scalar,
): readonly OffsetEdit[] | undefined {
  if (!value) {
    const hasColon = text.slice(key.end, end).includes(':');
    return hasColon ? [{ start: end, end, newText: ` ${inline(scalar, json)}` }] : undefined;
  }
  // Lists, maps, texts in lines and what an alias repeats are more than one value.
  if (value.kind !== 'scalar' || value.style === 'block' || value.start < key.end || value.end > end) return undefined;
  const old = text.slice(value.start, value.end);
  if (/[\r\n]/.test(old)) return undefined;
  const newText = typeof scalar === 'string' ? spell(old, scalar) : String(scalar);
  return [{ start: value.start, end: value.end, newText }];
}

/** The order in which an event is described: what it is, then where it stands, then what it carries. */
const order = [
  'description',
  'why',
  'owner',
  'status',
  'replaced_by',
  'remove_after',
  'weight',
  'sources',
  'tags',
  'properties',
  'additionalProperties',
];

function placeFor(body: Node | undefined, key: string): Entry | 'first' | undefined {
  const rank = order.indexOf(key);
  if (body?.kind !== 'map' || rank < 0) return undefined;
  const own = body.entries.filter(entry => isWithin(entry, body));
  const before = own.findLast(entry => order.includes(entry.key.name) && order.indexOf(entry.key.name) < rank);
  return before ?? (own.length > 0 ? 'first' : undefined);
}
