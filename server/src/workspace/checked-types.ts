import type { Location, Range, Uri } from '../base/text.ts';
import type { CheckedType, TextSpan } from '../base/type-checker.ts';
import type { CodeFile } from '../code/facts.ts';
import type { TrackCall } from '../code/track-call.ts';
import { refineCalls } from './refine-calls.ts';

/** An expression that a type checker is asked about. */
export interface TypeQuestion extends TextSpan {
  readonly uri: Uri;
}

/** What a checker said about the expressions of one version of a file, by their spans. */
interface FileTypes {
  readonly text: string;
  readonly answers: ReadonlyMap<string, CheckedType | undefined>;
}

/** All that a checker has said, at one moment. */
export interface TypesView {
  readonly size: number;
  get(uri: Uri): FileTypes | undefined;
}

/**
 * The answers of a type checker, kept for the texts that they were given for. An edit keeps those of the expressions that
 * it does not touch, until the checker has seen it: findings would come and go with every keystroke otherwise.
 */
export class CheckedTypes {
  #files: ReadonlyMap<Uri, FileTypes> = new Map();

  /** The answers as they are now; a later change makes another view. */
  get view(): TypesView {
    return this.#files;
  }

  /** Sets the answers for the spans of a text; those for other spans of the same text stay. Answers whether anything changed. */
  set(uri: Uri, text: string, spans: readonly TextSpan[], types: readonly (CheckedType | undefined)[]): boolean {
    const old = this.#files.get(uri);
    const answers = new Map(old?.text === text ? old.answers : []);
    let isNew = old?.text !== text && (old?.answers.size ?? 0) > 0;
    spans.forEach((span, index) => {
      const key = keyOf(span);
      const type = types[index];
      isNew ||= JSON.stringify(answers.get(key)) !== JSON.stringify(type);
      answers.set(key, type);
    });
    if (isNew || old?.text !== text) this.#files = new Map(this.#files).set(uri, { text, answers });
    return isNew;
  }

  /** A file has another text, which is asked for only where it matters. */
  edit(uri: Uri, textOf: () => string | undefined): void {
    const old = this.#files.get(uri);
    const text = old && textOf();
    if (!old || text === undefined || old.text === text) return;
    this.#files = new Map(this.#files).set(uri, { text, answers: moved(old, text) });
  }

  clear(): void {
    this.#files = new Map();
  }

  delete(uri: Uri): void {
    if (!this.#files.has(uri)) return;
    const files = new Map(this.#files);
    files.delete(uri);
    this.#files = files;
  }
}

interface Refined {
  readonly calls: readonly TrackCall[];
  readonly rests: ReadonlyMap<Uri, FileTypes | undefined>;
}

/** The refined form of each list of calls, for as long as the answers that it rests on stay the same. */
const refined = new WeakMap<readonly TrackCall[], Refined>();

/** A file's calls with what a checker said about them. */
export function withTypes(
  calls: readonly TrackCall[],
  view: TypesView,
  code: ReadonlyMap<Uri, CodeFile>,
): readonly TrackCall[] {
  if (view.size === 0 || calls.length === 0) return calls;
  const known = refined.get(calls);
  if (known && [...known.rests].every(([uri, types]) => view.get(uri) === types)) return known.calls;
  const rests = new Map<Uri, FileTypes | undefined>();
  const result = refineCalls(calls, ({ uri, range }: Location) => {
    const types = view.get(uri);
    rests.set(uri, types);
    const file = types && code.get(uri);
    return file && types.answers.get(keyOf(spanOf(range, file)));
  });
  refined.set(calls, { calls: result, rests });
  return result;
}

/** Places in code as spans of the texts that were read; those in files that are gone are left out. */
export function spansOf(places: readonly Location[], code: (uri: Uri) => CodeFile | undefined): TypeQuestion[] {
  return places.flatMap(({ uri, range }) => {
    const file = code(uri);
    return file ? [{ uri, ...spanOf(range, file) }] : [];
  });
}

function spanOf({ start, end }: Range, { lines }: CodeFile): TextSpan {
  return { at: lines.offset(start), end: lines.offset(end) };
}

function keyOf({ at, end }: TextSpan): string {
  return `${at}-${end}`;
}

/** The answers for what stands before or after the part in which two texts differ. */
function moved({ text: old, answers }: FileTypes, text: string): ReadonlyMap<string, CheckedType | undefined> {
  const shorter = Math.min(old.length, text.length);
  let head = 0;
  while (head < shorter && old.charCodeAt(head) === text.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shorter - head && old.charCodeAt(old.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail))
    tail++;
  const shift = text.length - old.length;
  const kept = new Map<string, CheckedType | undefined>();
  for (const [key, type] of answers) {
    const [at = 0, end = 0] = key.split('-').map(Number);
    // What touches the edit may have become part of another expression.
    if (end < head) kept.set(key, type);
    else if (at > old.length - tail) kept.set(keyOf({ at: at + shift, end: end + shift }), type);
  }
  return kept;
}
