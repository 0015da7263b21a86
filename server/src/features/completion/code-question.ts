import type { Lines } from '../../base/lines.ts';
import { comparePositions, contains, type Position, type Uri } from '../../base/text.ts';
import type { CodeWriter } from '../../code/language.ts';
import { languageOf } from '../../code/languages/index.ts';
import type { TrackCall } from '../../code/track-call.ts';
import type { TrackingPlan } from '../../plan/plan.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { Editor } from '../editor.ts';
import { PlainText, SnippetText, type Placeholders } from '../placeholders.ts';

/** What is asked inside a call, with all that the parts of the answer need. */
export interface CodeQuestion extends CodePlace {
  readonly call: TrackCall;
}

/** A place in a code file that a plan covers. */
export interface CodePlace {
  readonly snapshot: Snapshot;
  readonly plan: TrackingPlan;
  readonly uri: Uri;
  readonly text: string;
  readonly lines: Lines;
  readonly position: Position;
  /** Offset of the position. */
  readonly cursor: number;
  readonly write: CodeWriter;
  readonly snippets: boolean;
  /** Makes a new snippet, or plain text for an editor that knows none. */
  readonly placeholders: () => Placeholders;
}

/** Undefined where no plan covers the file, or it is not code. */
export function placeInCode(
  snapshot: Snapshot,
  uri: Uri,
  position: Position,
  { snippets }: Pick<Editor, 'snippets'>,
): CodePlace | undefined {
  const plan = snapshot.planFor(uri);
  const text = snapshot.text(uri);
  const lines = snapshot.codeFiles.get(uri)?.lines;
  const write = languageOf(uri)?.write;
  if (!plan || text === undefined || !lines || !write) return undefined;
  const placeholders = () => (snippets ? new SnippetText() : new PlainText());
  return { snapshot, plan, uri, text, lines, position, cursor: lines.offset(position), write, snippets, placeholders };
}

/** The innermost call that holds the cursor. What is being typed at the end of an unfinished call belongs to it. */
export function callAround({ snapshot, uri, text, lines, position }: CodePlace): TrackCall | undefined {
  const calls = snapshot.calls(uri);
  const around = calls.findLast(call => contains(call.range, position));
  if (around) return around;
  const before = calls.findLast(call => comparePositions(call.range.end, position) <= 0);
  if (!before?.unfinished) return undefined;
  const between = text.slice(lines.offset(before.range.end), lines.offset(position));
  return between.trim() === '' ? before : undefined;
}
