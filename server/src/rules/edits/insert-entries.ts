import { Lines } from '../../base/lines.ts';
import { comparePositions, type Position, type TextEdit } from '../../base/text.ts';
import { languageOf } from '../../code/languages/index.ts';
import type { CodeWriter } from '../../code/language.ts';
import type { PayloadInsertion, WrittenEntry } from '../../code/track-call.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { textAt } from './text-at.ts';

/** A property to be added, its value as code. */
export interface NewEntry {
  readonly name: string;
  readonly value: string;
}

/**
 * Writes entries into a payload, or the payload with them where there is none, like what stands there: as pairs where the others
 * are pairs, each on its line where the others are. Undefined where a name cannot be written in this way.
 */
export function insertEntries(
  insertion: PayloadInsertion,
  entries: readonly NewEntry[],
  snapshot: Snapshot,
): TextEdit | undefined {
  const writer = languageOf(insertion.uri)?.write;
  const text = snapshot.text(insertion.uri);
  if (!writer || text === undefined) return undefined;
  const place = settledInsertion(insertion, text);
  const { uri, last, whole, kind } = place;
  if (kind === 'argument' || (whole && isWithoutRoom(textAt({ uri, range: whole }, snapshot) ?? ''))) {
    const payload = writer.payload(entries.map(({ name, value }) => writer.entry(name, value)));
    if (kind === 'argument') return { uri, range: place.range, newText: place.before + payload + place.after };
    return whole && { uri, range: whole, newText: payload };
  }
  const written = entries.map(entry =>
    last ? entryLike(last, entry, writer, { uri, snapshot }) : writer.entry(entry.name, entry.value),
  );
  if (!written.every(each => each !== undefined)) return undefined;
  const separator = place.indent === undefined ? ', ' : `,\n${place.indent}`;
  const padding = last || place.before !== '' ? '' : paddingOf(writer);
  const newText = place.before + padding + written.join(separator) + padding + place.after;
  return { uri, range: place.range, newText };
}

/** The place with the file's own indentation, and behind a comment that belongs to the entry before. */
export function settledInsertion(insertion: PayloadInsertion, text: string): PayloadInsertion {
  const { last, indent } = insertion;
  const lines = new Lines(text);
  const end = last && endOfEntry(text, lines.offset(last.range.start), lines.offset(last.range.end));
  const isBehind = end !== undefined && lines.offset(insertion.range.start) < end;
  const range = isBehind ? lines.range(end, end) : insertion.range;
  if (!last || indent === undefined) return { ...insertion, range };
  const start = lines.offset({ line: last.range.start.line, character: 0 });
  const own = text.slice(start, lines.offset(last.range.start));
  if (!/^[ \t]*$/.test(own)) return { ...insertion, range };
  const before = insertion.before.replace(`\n${indent}`, `\n${own}`);
  const settled = { ...insertion, range, before, indent: own };
  const at = lines.offset(range.end);
  const [tail, comma, comment] =
    /^([ \t]*,)?([ \t]*(?:\/\/|#|\/\*)[^\r\n]*)?(?=\r?\n)/.exec(text.slice(at, at + 500)) ?? [];
  if (tail === undefined || !before.startsWith(',\n') || (comma === undefined && comment === undefined)) return settled;
  const lineEnd = at + tail.length;
  if (comma === undefined) return { ...settled, range: lines.range(at, lineEnd), before: `,${tail}${before.slice(1)}` };
  return { ...settled, range: lines.range(lineEnd, lineEnd), before: before.slice(1), after: `${insertion.after},` };
}

/** The end of an entry, behind the parentheses that close around its value. */
export function endOfEntry(text: string, start: number, end: number): number {
  const written = text.slice(start, end).replace(/(["'`])(?:\\.|(?!\1)[^\\])*\1/g, '');
  let open = (written.match(/\(/g)?.length ?? 0) - (written.match(/\)/g)?.length ?? 0);
  let at = end;
  for (; open > 0; open--) {
    const close = /^\s*\)/.exec(text.slice(at, at + 200));
    if (!close) return end;
    at += close[0].length;
  }
  return at;
}

/** An empty map that is made by a call, or a type: entries have no place in `emptyMap()` and `new HashMap<>()`. */
function isWithoutRoom(empty: string): boolean {
  return (
    /[\w>\])?]\s*\(\s*\)$/.test(empty) &&
    !/(?:(?:Map|bundle)Of(?:<.*>)?|Map\.of(?:Entries)?|dict|array)\(\s*\)$/i.test(empty)
  );
}

/** What stands between the brackets and the entries: a blank in `{ a: 1 }`. */
function paddingOf(writer: CodeWriter): string {
  return /\s$/.test(writer.payload(['\u0000']).split('\u0000')[0] ?? '') ? ' ' : '';
}

/** An entry in the form of another one: `Pair("a", 1)`, `{ "a", 1 }`, `:a => 1`, `a=1`. */
function entryLike(
  { range, key, value }: WrittenEntry,
  entry: NewEntry,
  writer: CodeWriter,
  { uri, snapshot }: { readonly uri: string; readonly snapshot: Snapshot },
): string | undefined {
  const usual = writer.entry(entry.name, entry.value);
  const part = (start: Position, end: Position): string => textAt({ uri, range: { start, end } }, snapshot) ?? '';
  if (!key) return usual;
  const isBackwards = comparePositions(value.end, key.start) <= 0;
  const [first, second] = isBackwards ? [value, key] : [key, value];
  const before = part(range.start, first.start);
  // What opens the value, such as a parenthesis, is no part of the form.
  const between = /^[\s)\]]*(?:=>|=|:|,|to(?=\s))\s*/.exec(part(first.end, second.start))?.[0].replace(/[ \t]+/g, ' ');
  // A shorthand has nothing between its name and its value, and parts in several lines are no form to follow.
  if (between === undefined || /[\r\n]/.test(before + between)) return usual;
  const open = (before.match(/[([{]/g)?.length ?? 0) - (between.match(/[)\]}]/g)?.length ?? 0);
  const after = open > 0 ? /[ \t]*[)\]}]$/.exec(part(second.end, range.end))?.[0] : '';
  if (open > 1 || after === undefined) return usual;
  const name = keyLike(part(key.start, key.end), entry.name, writer);
  if (name === undefined) return writer.entry('a', '').startsWith('a') ? usual : undefined;
  return before + (isBackwards ? entry.value : name) + between + (isBackwards ? name : entry.value) + after;
}

/** A name in quotes, as a symbol, or bare, as another is; undefined where it cannot be written so. */
function keyLike(like: string, name: string, writer: CodeWriter): string | undefined {
  const isWord = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
  if (/^:\w+$/.test(like)) return writer.literal(name, ':');
  if (/^[\p{ID_Continue}$]+:?$/u.test(like)) return isWord ? name + (like.endsWith(':') ? ':' : '') : undefined;
  const quoted = /^@?(["'])[^"']*\1(:?)$/.exec(like);
  if (!quoted) return undefined;
  const [, quote = '"', colon = ''] = quoted;
  return writer.literal(name, like.startsWith('@') ? `@${quote}` : quote) + colon;
}
