import { Lines } from '../../base/lines.ts';
import type { TextEdit } from '../../base/text.ts';
import type { PlanFile } from '../plan.ts';
import { editedText, insertEntry, insertInMap, isWithin, type EditedText, type OffsetEdit } from './insert.ts';
import { inline, type Written, type WrittenMap } from './print.ts';
import { readText } from './read-text.ts';
import { entryOf, toValue, type Entry, type MapNode, type Node } from './tree.ts';

/**
 * Moves what several events say of a property in the same words to the shared `properties`, and refers to it from each of
 * them. Undefined where fewer than two events say the same, or where the shared properties have something else of that name.
 */
export function shareProperty(
  files: readonly PlanFile[],
  name: string,
  like: { readonly file: PlanFile; readonly offset: number },
): { readonly edits: readonly TextEdit[]; readonly events: number } | undefined {
  const texts = files.filter(({ format }) => format === 'yaml').map(file => readTextOf(file));
  const uses = texts.flatMap(text => usesIn(text, name));
  const model = uses.find(({ text, entry }) => text.file.uri === like.file.uri && entry.key.start === like.offset);
  if (!model) return undefined;
  const same = uses.filter(({ said }) => said === model.said);
  if (same.length < 2) return undefined;
  const home = texts.find(({ edited }) => entryOf(edited.root, 'properties')) ?? model.text;
  const shared = texts.flatMap(({ edited }) => entryOf(entryOf(edited.root, 'properties')?.value, name) ?? []);
  const isThere = shared.some(({ value }) => saidOf(value) === model.said);
  if (shared.length > 0 && !isThere) return undefined;
  const added = isThere ? [] : addShared(home.edited, name, withoutRequired(model.entry.value));
  if (!added) return undefined;
  const edits = [
    ...placed(home, added),
    ...same.flatMap(({ text, entry }) => placed(text, [referTo(text.edited, name, entry)])),
  ];
  return { edits, events: same.length };
}

interface ReadFile {
  readonly file: PlanFile;
  readonly edited: EditedText;
  readonly lines: Lines;
}

interface Use {
  readonly text: ReadFile;
  readonly entry: Entry;
  /** What is said of the property, but for whether it is required. */
  readonly said: string;
}

function readTextOf(file: PlanFile): ReadFile {
  return { file, edited: editedText(file.text, readText(file.text).root), lines: new Lines(file.text) };
}

/** The entries of a property in the events of a file that can be replaced: not what stands elsewhere, nor with comments. */
function usesIn(text: ReadFile, name: string): readonly Use[] {
  const { root, text: source } = text.edited;
  const events = ['events', 'pages', 'screens'].flatMap(section => mapOf(entryOf(root, section)?.value)?.entries ?? []);
  return events.flatMap(event => {
    const properties = entryOf(event.value, 'properties');
    const entry = entryOf(properties?.value, name);
    const said = entry && saidOf(entry.value);
    const isHere = entry && isWithin(entry, event) && (!entry.value || isWithin(entry.value, entry));
    if (!isHere || said === undefined || /(?:^|\s)#/.test(source.slice(entry.start, entry.end))) return [];
    return [{ text, entry, said }];
  });
}

function mapOf(node: Node | undefined): MapNode | undefined {
  return node?.kind === 'map' ? node : undefined;
}

/** Undefined for what refers to a shared property already, and for what says nothing. */
function saidOf(node: Node | undefined): string | undefined {
  const value = toValue(node);
  if (typeof value === 'string') return JSON.stringify([['type', value]]);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value).filter(([key]) => key !== 'required');
  if (entries.length === 0 || entries.some(([key]) => key === '$ref')) return undefined;
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function withoutRequired(node: Node | undefined): Written {
  const written = node ? writtenNode(node) : null;
  if (typeof written !== 'object' || written === null || !('entries' in written)) return written;
  const map = written as WrittenMap;
  return { ...map, entries: map.entries.filter(([key]) => key !== 'required') };
}

function writtenNode(node: Node): Written {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(writtenNode);
  return {
    inline: node.flow,
    entries: node.entries.map(({ key, value }) => [key.name, value ? writtenNode(value) : null] as const),
  };
}

/** Into the section, or into a new one before the events. */
function addShared(edited: EditedText, name: string, value: Written): readonly OffsetEdit[] | undefined {
  const root = mapOf(edited.root);
  const section = entryOf(root, 'properties');
  if (section) return insertEntry(edited, section, name, value);
  if (!root) return undefined;
  const before = root.entries.findLast(({ key }) => head.includes(key.name));
  return insertInMap(edited, root, 'properties', { inline: false, entries: [[name, value]] }, before ?? 'first');
}

const head = ['$schema', 'version', 'name', 'description', 'naming', 'vocabulary', 'sources', 'destinations'];

function referTo({ text, json }: EditedText, name: string, { key, value, end }: Entry): OffsetEdit {
  const isRequired = mapOf(value)?.entries.some(
    entry => entry.key.name === 'required' && entry.value?.kind === 'scalar' && entry.value.value === true,
  );
  const entries: (readonly [string, Written])[] = [
    ['$ref', name],
    ...(isRequired ? [['required', true] as const] : []),
  ];
  const colon = text.indexOf(':', key.end) + 1;
  return { start: colon, end, newText: ` ${inline({ inline: true, entries }, json)}` };
}

function placed({ file: { uri }, lines }: ReadFile, edits: readonly OffsetEdit[]): readonly TextEdit[] {
  return edits.map(({ start, end, newText }) => ({ uri, range: lines.range(start, end), newText }));
}
