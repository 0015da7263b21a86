import type { Fix } from '../../base/finding.ts';
import { Lines } from '../../base/lines.ts';
import type { TextEdit, Uri } from '../../base/text.ts';
import { languageOf } from '../../code/languages/index.ts';
import type { SentProperty, TrackCall } from '../../code/track-call.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { quote } from '../phrase.ts';
import { endOfEntry } from './insert-entries.ts';
import { isInside, textAt } from './text-at.ts';

/** Sends a property under another name. Safe where the name is surely meant and the key stands in the call itself. */
export function renameKey(
  sent: SentProperty,
  name: string,
  call: TrackCall,
  snapshot: Snapshot,
  { isMeant = false, preferred = false }: { readonly isMeant?: boolean; readonly preferred?: boolean } = {},
): readonly Fix[] {
  const edit = keyEdit(sent, name, snapshot);
  if (!edit) return [];
  const isHere = edit.uri === call.uri && isInside(call.range, edit.range);
  return [
    {
      kind: 'rename-key',
      title: `Rename to ${quote(name)}${isHere ? '' : ' where it is defined'}`,
      edits: [edit],
      preferred,
      safe: isMeant && isHere,
    },
  ];
}

/** The edit that writes a key in another way; undefined where the key is not written as such. */
export function keyEdit(sent: SentProperty, name: string, snapshot: Snapshot): TextEdit | undefined {
  const writer = languageOf(sent.key.uri)?.write;
  const written = textAt(sent.key, snapshot);
  if (!writer || written === undefined) return undefined;
  if (sent.shorthand) {
    const variable = shorthandVariable(written);
    return variable === undefined ? undefined : { ...sent.key, newText: writer.entry(name, variable) };
  }
  const at = written.indexOf(sent.name);
  if (at < 0 || written.lastIndexOf(sent.name) !== at) return undefined;
  const before = written.slice(0, at);
  const after = written.slice(at + sent.name.length);
  if (before === ':' && after === '') return { ...sent.key, newText: writer.literal(name, ':') };
  if (/[^\w$]/.test(before + after)) {
    // A key in quotes takes any text that has no quotes of its own.
    return /["'`\\\r\n]/.test(name) ? undefined : { ...sent.key, newText: before + name + after };
  }
  if (/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)) return { ...sent.key, newText: name };
  // Where keys are written as words only, as fields are, other names cannot be.
  const entry = writer.entry(name, '');
  if (!writer.entry('a', '').startsWith('a')) return undefined;
  const end = entry.lastIndexOf(name) + name.length + 1;
  return { ...sent.key, newText: entry.slice(0, end) };
}

/** The variable of an entry without a value: `a`, `a:` in Ruby; undefined where it is only named, as in PHP's `compact('a')`. */
export function shorthandVariable(written: string): string | undefined {
  const name = written.replace(/:$/, '');
  return /^["']/.test(name) ? undefined : name;
}

/** Sends a property no more. Never safe: its value may be computed for its effects, or be wanted under another name. */
export function removeProperty(sent: SentProperty, snapshot: Snapshot): readonly Fix[] {
  const edit = removal(sent, snapshot);
  return edit ? [{ kind: 'remove-property', title: `Remove ${quote(sent.name)}`, edits: [edit] }] : [];
}

/** Takes the entry out with the comma that parted it from its neighbours, and with its lines where it has them alone. */
function removal({ entry }: SentProperty, snapshot: Snapshot): TextEdit | undefined {
  const text = entry && snapshot.text(entry.uri);
  if (!entry || text === undefined) return undefined;
  const lines = new Lines(text);
  let start = lines.offset(entry.range.start);
  let end = endOfEntry(text, start, lines.offset(entry.range.end));
  // A call that puts it in, behind another.
  if (/^\s*\./.test(text.slice(start, end))) return { uri: entry.uri, range: entry.range, newText: '' };
  const comma = /^[ \t]*,/.exec(text.slice(end, end + 40));
  if (comma) end += comma[0].length;
  const lead = /(?:^|\n)([ \t]*)$/.exec(text.slice(Math.max(0, start - 200), start));
  const tail = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end, end + 200));
  if (lead && tail) {
    start -= lead[1]?.length ?? 0;
    end += tail[0].length;
    // The last one of those that end without a comma takes the comma of the one before with it.
    const before = comma ? undefined : /,([ \t]*\r?\n)$/.exec(text.slice(Math.max(0, start - 200), start));
    if (before && !/^[ \t]*,/.test(text.slice(end, end + 40)))
      return { uri: entry.uri, range: lines.range(start - before[0].length, end), newText: before[1] ?? '' };
  } else if (comma) {
    end += /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
  } else {
    start -= /,?\s*$/.exec(text.slice(0, start))?.[0].length ?? 0;
    if (text[start] !== ',') {
      // The only entry: `{ a: 1 }` becomes `{ }`.
      start = lines.offset(entry.range.start);
      if (/\s/.test(text.charAt(start - 1))) end += /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
    }
  }
  const isOnly = /[[({]\s*$/.test(text.slice(0, start)) && /^\s*[\])}]/.test(text.slice(end));
  return { uri: entry.uri, range: lines.range(start, end), newText: isOnly ? emptyInside(entry.uri) : '' };
}

/** What stands between the brackets of a payload without entries: `:` in Swift. */
function emptyInside(uri: Uri): string {
  const writer = languageOf(uri)?.write;
  const empty = writer?.payload([]) ?? '';
  const [open = '', close = ''] = (writer?.payload(['\u0000']) ?? '').split('\u0000');
  const [left, right] = [open.trimEnd(), close.trimStart()];
  const isBetween = empty.startsWith(left) && empty.endsWith(right) && empty.length > left.length + right.length;
  return isBetween ? empty.slice(left.length, empty.length - right.length).trim() : '';
}
