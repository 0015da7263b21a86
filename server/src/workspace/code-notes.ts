import type { IndexedFile } from '../base/file-index.ts';
import { Lines, type LineStarts } from '../base/lines.ts';
import type { Uri } from '../base/text.ts';
import type { CodeFile } from '../code/facts.ts';
import { languageOf } from '../code/languages/index.ts';
import { ownStrings } from '../code/own-strings.ts';
import { unfitness, type SkipReason } from './fitness.ts';
import { mentionsSdk } from './text-scan.ts';

/** What is kept of a file for the next time. All of it follows from the file's text and its name's ending. */
interface CodeNote {
  readonly why?: SkipReason;
  readonly isSdk: boolean;
  readonly facts?: PackedFacts;
}

/** Facts without what differs from one file of the same text to another, and as plain data. */
type PackedFacts = Omit<CodeFile, 'uri' | 'lines'> & { readonly lines: LineStarts };

/** Why a file is not read as code, and whether it may hold a call of an SDK. */
export function judge(file: IndexedFile): Pick<CodeNote, 'why' | 'isSdk'> {
  const known = noteOf(file);
  if (known) return known;
  const text = file.text();
  const why = text === undefined ? 'unreadable' : unfitness(text);
  const note: CodeNote = { ...(why && { why }), isSdk: !why && text !== undefined && mentionsSdk(text) };
  if (text !== undefined) file.keep?.(note);
  return note;
}

/** The facts of a file, from what was kept of its content where that is enough; undefined where it is not read as code. */
export function factsOf(uri: Uri, file: IndexedFile, previous?: CodeFile): CodeFile | undefined {
  const { why, isSdk, facts } = noteOf(file) ?? {};
  if (facts) return { ...facts, uri, lines: new Lines(facts.lines) };
  const language = languageOf(uri);
  const text = language && why === undefined ? file.text() : undefined;
  if (!language || text === undefined || unfitness(text)) return undefined;
  const read = ownStrings(language.read(uri, text, previous));
  file.keep?.({ isSdk: isSdk ?? mentionsSdk(text), facts: packed(read) } satisfies CodeNote);
  return read;
}

/** Notes come back as they were kept: the index has made sure of that. */
function noteOf({ note }: IndexedFile): CodeNote | undefined {
  return note as CodeNote | undefined;
}

function packed({ language, lines, units, suppressions, namespace }: CodeFile): PackedFacts {
  return { language, lines: lines.starts, units, suppressions, ...(namespace !== undefined && { namespace }) };
}
