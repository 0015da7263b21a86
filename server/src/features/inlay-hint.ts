import { InlayHintKind, type InlayHint, type InlayHintParams } from 'vscode-languageserver';
import { comparePositions, contains, isSameRange, type Range, type Uri } from '../base/text.ts';
import type { EventName, TrackCall } from '../code/track-call.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { describeEvent } from './describe.ts';
import { eventKind } from './payload-owner.ts';
import { planCounts } from './plan-counts.ts';

/**
 * In code, behind an event that stands there as a constant or an expression: the names that it sends. In a plan, behind a
 * name: how often it is used.
 */
export function inlayHint(snapshot: Snapshot, { textDocument: { uri }, range }: InlayHintParams): InlayHint[] {
  if (snapshot.planFiles.has(uri)) return [...planCounts(snapshot, uri, range)];
  return snapshot
    .calls(uri)
    .filter(call => !call.forwards && touches(call.range, range))
    .flatMap(call => hintsOf(snapshot, call));
}

function hintsOf(snapshot: Snapshot, call: TrackCall): readonly InlayHint[] {
  const hidden = call.event.names.filter(name => !isWritten(name, call.uri));
  const places = hidden.filter(
    (name, index) => hidden.findIndex(each => isSameRange(each.range, name.range)) === index,
  );
  return places.map(({ range }) => {
    const names = [...new Set(hidden.filter(name => isSameRange(name.range, range)).map(({ value }) => value))];
    const about = aboutOf(snapshot, call, names);
    return {
      position: range.end,
      label: `= ${labelOf(names)}`,
      kind: InlayHintKind.Type,
      paddingLeft: true,
      ...(about !== '' && { tooltip: { kind: 'markdown', value: about } }),
    };
  });
}

/** Whether the reader of the call sees the name itself. */
function isWritten({ literal, range }: EventName, uri: Uri): boolean {
  return literal?.uri === uri && contains(range, literal.range.start);
}

function labelOf(names: readonly string[]): string {
  const more = names.length - shown;
  return [...names.slice(0, shown), ...(more > 0 ? [`${more} more`] : [])].join(' | ');
}

/** More would push the rest of the line out of sight. */
const shown = 3;

function aboutOf(snapshot: Snapshot, call: TrackCall, names: readonly string[]): string {
  const plan = snapshot.planFor(call.uri);
  const kind = eventKind(call);
  if (!plan || !kind) return '';
  const events = names.map(name => plan.events[kind].get(name)).filter(event => event !== undefined);
  return events.map(event => describeEvent(plan, event)).join('\n\n---\n\n');
}

function touches(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}
