import type { Range, Uri } from '../base/text.ts';
import { canonicalUri } from '../base/uri.ts';
import type { OpenDocuments, Place } from './documents.ts';

/** What an editor asks, in the files and lines of the engine. One file has one spelling of its URI there. */
export function toEngine(params: unknown, documents: OpenDocuments): unknown {
  if (!isObject(params) || !isObject(params.textDocument) || typeof params.textDocument.uri !== 'string') return params;
  const here = documents.placeOf(params.textDocument.uri);
  const known = { ...params, textDocument: { ...params.textDocument, uri: here.file } };
  if (!documents.needTranslation) return known;
  const { previousResultId, ...rest } = moved(known, here.line) as Json;
  // Where the cells above have other lines now, the same findings of the file are others of the cell.
  const [id, line] = typeof previousResultId === 'string' ? previousResultId.split('@') : [];
  return { ...rest, ...(Number(line ?? 0) === here.line && id !== undefined && { previousResultId: id }) };
}

/** An answer of the engine in the documents and lines of the editor. `asked` is the document that it is about. */
export function toEditor(answer: unknown, documents: OpenDocuments, asked: Uri | undefined): unknown {
  if (!documents.needTranslation) return answer;
  const place = asked === undefined ? undefined : documents.placeOf(asked);
  return translated(answer, place, documents);
}

/** The id of diagnostics, which says also which lines they were counted from. */
export function resultIdAt(id: string, { line }: Place): string {
  return line === 0 ? id : `${id}@${line}`;
}

type Json = Readonly<Record<string, unknown>>;

/** `here` is the document whose lines the value counts; undefined where it is none. */
function translated(value: unknown, here: Place | undefined, documents: OpenDocuments): unknown {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items
      .filter(item => !isElsewhere(item, here))
      .flatMap(item => (isDocumentEdit(item) ? split(item, documents) : [translated(item, here, documents)]));
  }
  if (!isObject(value)) return value;
  if (isPosition(value)) return moved(value, -(here?.line ?? 0));
  if (typeof value.targetUri === 'string') {
    const { originSelectionRange, targetUri, ...target } = value;
    const there = documents.shownAt(targetUri, lineOf(target.targetSelectionRange));
    return {
      ...(translated({ originSelectionRange }, here, documents) as Json),
      ...(translated(target, there, documents) as Json),
      targetUri: there.uri,
    };
  }
  if (typeof value.uri === 'string') {
    const there = documents.shownAt(canonicalUri(value.uri), lineOf(value.range));
    return { ...members(value, there, documents), uri: there.uri };
  }
  return members(value, here, documents);
}

function members(value: Json, here: Place | undefined, documents: OpenDocuments): Json {
  const result: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    // What is only handed back with a later question stays in the engine's words.
    if (key === 'data') result.data = isNumbers(member) && here ? tokensIn(member, here) : member;
    else if (key === 'changes' && isObject(member)) result.changes = byDocument(member, documents);
    else if (key === 'resultId' && typeof member === 'string' && here) result.resultId = resultIdAt(member, here);
    else result[key] = translated(member, here, documents);
  }
  return result;
}

/** Edits of one file, as edits of the documents that it is made of, each with its own version. */
function split({ textDocument, edits }: DocumentEdit, documents: OpenDocuments): unknown[] {
  return Object.entries(byDocument({ [textDocument.uri]: edits }, documents)).map(([uri, edits]) => ({
    textDocument: { uri, version: textDocument.version === null ? null : documents.shownVersion(uri) },
    edits,
  }));
}

function byDocument(changes: Json, documents: OpenDocuments): Record<Uri, unknown[]> {
  const result: Record<Uri, unknown[]> = {};
  for (const [file, edits] of Object.entries(changes))
    for (const edit of Array.isArray(edits) ? (edits as readonly Json[]) : []) {
      const there = documents.shownAt(file, lineOf(edit.range));
      (result[there.uri] ??= []).push(translated(edit, there, documents));
    }
  return result;
}

/** Semantic tokens: five numbers each, of which the first counts lines from the token before. */
function tokensIn(data: readonly number[], { line: first, end }: Place): readonly number[] {
  const result: number[] = [];
  let line = 0;
  let last = first;
  for (let at = 0; at < data.length; at += 5) {
    line += data[at] ?? 0;
    if (line < first || line >= end) continue;
    // The first token of a cell has none before it on its line, whatever the cell above has.
    result.push(line - last, ...data.slice(at + 1, at + 5));
    last = line;
  }
  return result;
}

/** A cell is told only what lies in it. */
function isElsewhere(item: unknown, here: Place | undefined): boolean {
  if (!here || !isObject(item) || !isRange(item.range) || typeof item.uri === 'string') return false;
  return item.range.start.line < here.line || item.range.start.line >= here.end;
}

/** Every position in the value, so many lines down. */
function moved(value: unknown, lines: number): unknown {
  if (lines === 0) return value;
  if (Array.isArray(value)) return value.map(item => moved(item, lines));
  if (!isObject(value)) return value;
  if (isPosition(value)) return { ...value, line: Math.max(0, value.line + lines) };
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, moved(member, lines)]));
}

function lineOf(range: unknown): number {
  return isRange(range) ? range.start.line : 0;
}

interface DocumentEdit {
  readonly textDocument: { readonly uri: Uri; readonly version: number | null };
  readonly edits: readonly unknown[];
}

function isDocumentEdit(value: unknown): value is DocumentEdit {
  return isObject(value) && isObject(value.textDocument) && Array.isArray(value.edits);
}

function isRange(value: unknown): value is Range {
  return isObject(value) && isPosition(value.start) && isPosition(value.end);
}

function isPosition(value: unknown): value is Json & Range['start'] {
  return isObject(value) && typeof value.line === 'number' && typeof value.character === 'number';
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(item => typeof item === 'number');
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
