import { CodeActionKind } from 'vscode-languageserver';
import { Lines } from '../base/lines.ts';
import { contains, type Range, type TextEdit, type Uri } from '../base/text.ts';
import { relativePath } from '../base/uri.ts';
import type { CodeFile, Expr, Unit } from '../code/facts.ts';
import { offsetIn } from '../code/unit-places.ts';
import type { TrackCall } from '../code/track-call.ts';
import { insertItem, editedText } from '../plan/yaml/insert.ts';
import { inline, type Written } from '../plan/yaml/print.ts';
import { readText } from '../plan/yaml/read-text.ts';
import { entryOf } from '../plan/yaml/tree.ts';
import { quote } from '../rules/phrase.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { Action } from './action.ts';

/**
 * At the name of a wrapper that was recognised by itself: writes into the config that it is one, so that it stays one where its
 * code moves out of reach, such as into a package. Where no config is above the file there is one made at the plan's root.
 */
export function pinWrapper(snapshot: Snapshot, uri: Uri, { start }: Range): readonly Action[] {
  const call = snapshot.calls(uri).find(({ calleeRange }) => contains(calleeRange, start));
  const spec = call?.via && call.sdk !== 'config' ? specOf(snapshot, call) : undefined;
  const config = snapshot.configFor(uri);
  const root = config.uri === undefined ? snapshot.planFor(uri)?.root : config.root;
  if (!call || !spec || root === undefined) return [];
  const target = config.uri ?? `${root}.tracklint.yaml`;
  const edit = insertion(target, config.uri === undefined ? undefined : snapshot.text(target), spec);
  if (!edit) return [];
  return [
    {
      title: `Declare ${quote(call.callee)} in ${relativePath(root, target)}`,
      kind: CodeActionKind.RefactorRewrite,
      ...(config.uri === undefined && { creates: target }),
      edits: () => [edit],
    },
  ];
}

/** How the config says what the call was recognised to be. Undefined where its parts stand nowhere among the arguments. */
function specOf(snapshot: Snapshot, call: TrackCall): Written | undefined {
  const file = snapshot.codeFiles.get(call.uri);
  const text = snapshot.text(call.uri);
  if (!file || text === undefined) return undefined;
  const lines = new Lines(text);
  const at = (range: Range): string | undefined => placeIn(file, lines, call, range);
  const { event, payload, callee, kind } = call;
  const [only, ...others] = event.names;
  const name = event.range ? at(event.range) : undefined;
  const isFixed = name === undefined && only !== undefined && others.length === 0;
  if (name === undefined && !isFixed && kind === 'track') return undefined;
  const properties = payload.range && at(payload.range);
  const entries: (readonly [string, Written])[] = [['callee', callee]];
  if (kind !== 'track') entries.push(['kind', kind]);
  if (name !== undefined) entries.push(['event', asWritten(name)]);
  else if (isFixed) entries.push(['name', only.value]);
  if (properties !== undefined) entries.push(['properties', asWritten(properties)]);
  if (payload.added.length > 0) entries.push(['adds', payload.added]);
  return { entries, inline: true };
}

/** A number of an argument is a number in YAML as well. */
function asWritten(place: string): Written {
  return /^\d+$/.test(place) ? Number(place) : place;
}

/** Where a range stands among the arguments of a call, as the config says it: `0`, `0.event`, `name` (a keyword). */
function placeIn(file: CodeFile, lines: Lines, call: TrackCall, range: Range): string | undefined {
  const [from, to] = [lines.offset(range.start), lines.offset(range.end)];
  const callee = lines.offset(call.calleeRange.start);
  for (const unit of file.units) {
    const found = unit.calls
      .filter(({ at, end }) => offsetIn(unit, at) <= callee && to <= offsetIn(unit, end))
      .sort((a, b) => b.at - a.at);
    for (const { args } of found) {
      const index = args.findIndex(({ value: { at, end } }) => offsetIn(unit, at) <= from && to <= offsetIn(unit, end));
      const arg = args[index];
      if (!arg) continue;
      const path = pathTo(unit, arg.value, from, to);
      return path && [arg.name ?? String(index), ...path].join('.');
    }
  }
  return undefined;
}

function pathTo(unit: Unit, expr: Expr, from: number, to: number): readonly string[] | undefined {
  if (offsetIn(unit, expr.at) === from && offsetIn(unit, expr.end) === to) return [];
  if (expr.k === 'cast') return pathTo(unit, expr.value, from, to);
  if (expr.k !== 'object') return [];
  const entry = expr.entries.find(({ value }) => offsetIn(unit, value.at) <= from && to <= offsetIn(unit, value.end));
  if (!entry || typeof entry.key !== 'string') return undefined;
  const inner = pathTo(unit, entry.value, from, to);
  return inner && [entry.key, ...inner];
}

/** The item behind the others of `functions`, or the list itself at the end. Undefined where the text is no YAML of that shape. */
function insertion(uri: Uri, text: string | undefined, spec: Written): TextEdit | undefined {
  const item = inline(spec, false);
  if (text === undefined) return { uri, range: new Lines('').range(0, 0), newText: `functions:\n  - ${item}\n` };
  const { root, problems } = readText(text);
  if (problems.length > 0 || (root && root.kind !== 'map') || (root?.kind === 'map' && root.flow)) return undefined;
  const lines = new Lines(text);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const functions = entryOf(root, 'functions');
  if (!functions) {
    const gap = text === '' || text.endsWith('\n') ? '' : eol;
    return { uri, range: lines.range(text.length, text.length), newText: `${gap}functions:${eol}  - ${item}${eol}` };
  }
  const list = functions.value;
  if (list?.kind !== 'list') return undefined;
  if (list.flow) {
    const [edit] = insertItem(editedText(text, root), list, spec) ?? [];
    return edit && { uri, range: lines.range(edit.start, edit.end), newText: edit.newText };
  }
  const last = list.items.at(-1);
  if (!last) return undefined;
  const dash = text.lastIndexOf('-', last.start);
  const indent = text.slice(text.lastIndexOf('\n', dash) + 1, dash);
  const end = lineEnd(text, last.end);
  return /^[ \t]*$/.test(indent)
    ? { uri, range: lines.range(end, end), newText: `${eol}${indent}- ${item}` }
    : undefined;
}

/** The end of the line, behind a comment that stands there. */
function lineEnd(text: string, offset: number): number {
  const end = /\r?\n/.exec(text.slice(offset));
  return end ? offset + end.index : text.length;
}
