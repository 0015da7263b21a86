import type { CodeLens, CodeLensParams, Command } from 'vscode-languageserver';
import type { Uri } from '../base/text.ts';
import type { EventDefinition, EventKind, TrackingPlan } from '../plan/plan.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { plural } from './describe.ts';
import type { Editor } from './editor.ts';
import { problemsIn } from './event-problems.ts';
import { nameUses } from './uses.ts';

/** A place above each event of a plan file; what it says is counted when it comes into view. */
export function codeLens(snapshot: Snapshot, { textDocument: { uri } }: CodeLensParams): CodeLens[] {
  const events = snapshot.planFiles.get(uri)?.events ?? [];
  return events.map(({ location, kind, name }) => ({
    range: location.range,
    data: { uri, kind, name } satisfies LensData,
  }));
}

interface LensData {
  readonly uri: Uri;
  readonly kind: EventKind;
  readonly name: string;
}

/** `12 calls, 2 problems`, `not sent yet`; nothing is claimed before every file has been read. */
export function resolveCodeLens(snapshot: Snapshot, lens: CodeLens, editor: Editor): CodeLens {
  const { uri, kind, name } = lens.data as LensData;
  const plan = snapshot.planFor(uri);
  const event = plan?.events[kind].get(name);
  if (!plan || !event) return { ...lens, command: label('') };
  if (!snapshot.isComplete) return { ...lens, command: label('…') };
  const places = nameUses(snapshot, plan, event).map(({ call, name }) => ({ uri: call.uri, range: name.range }));
  const title = titleOf(snapshot, plan, event);
  if (places.length === 0 || editor.showReferences === undefined) return { ...lens, command: label(title) };
  const shown = [uri, lens.range.start, places];
  return { ...lens, command: { title, command: editor.showReferences, arguments: shown } };
}

function titleOf(snapshot: Snapshot, plan: TrackingPlan, event: EventDefinition): string {
  const calls = snapshot.callsTo(plan, event);
  if (calls.length === 0) return isExternal(plan, event) ? 'sent from outside' : 'not sent yet';
  const problems = problemsIn(snapshot, plan, event).length;
  return plural(calls.length, 'call') + (problems > 0 ? `, ${plural(problems, 'problem')}` : '');
}

function isExternal(plan: TrackingPlan, { sources }: EventDefinition): boolean {
  if (!sources || sources.length === 0) return false;
  return sources.every(({ value }) => plan.sources.find(({ name }) => name === value)?.origin === 'external');
}

function label(title: string): Command {
  return { title, command: '' };
}
