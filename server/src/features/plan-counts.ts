import type { InlayHint } from 'vscode-languageserver';
import { comparePositions, type Range, type Uri } from '../base/text.ts';
import type { PlanFile, TrackingPlan } from '../plan/plan.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { plural } from './describe.ts';
import { takersOf } from './uses.ts';

/**
 * Counts behind the names of a plan file: of how many calls of its event a property is a part, how often a shared property
 * is used, how many events name a source. Calls are counted once every file has been read.
 */
export function planCounts(snapshot: Snapshot, uri: Uri, range: Range): readonly InlayHint[] {
  const file = snapshot.planFiles.get(uri);
  const plan = snapshot.planFor(uri);
  if (!file || !plan) return [];
  const isShown = (place: Range): boolean =>
    comparePositions(place.start, range.end) <= 0 && comparePositions(range.start, place.end) <= 0;
  const counts = [
    ...(snapshot.isComplete ? countsOfEvents(snapshot, file, plan, isShown) : []),
    ...countsOfNames(file, plan, isShown),
  ];
  return counts.map(({ place, label, tooltip }) => ({ position: place.end, label, tooltip, paddingLeft: true }));
}

interface Count {
  /** The name behind which it stands. */
  readonly place: Range;
  readonly label: string;
  readonly tooltip: string;
}

type IsShown = (place: Range) => boolean;

function* countsOfEvents(snapshot: Snapshot, file: PlanFile, plan: TrackingPlan, isShown: IsShown): Iterable<Count> {
  for (const event of file.events) {
    const shown = (event.properties ?? []).filter(
      ({ location }) => location.uri === file.uri && isShown(location.range),
    );
    if (shown.length === 0) continue;
    const calls = snapshot.callsTo(plan, event);
    if (calls.length === 0) continue;
    for (const { name, location } of shown) {
      const sending = calls.filter(
        ({ payload }) => payload.properties.some(sent => sent.name === name) || payload.added.includes(name),
      );
      yield {
        place: location.range,
        label: `${sending.length}/${calls.length}`,
        tooltip: `Sent by ${sending.length} of ${plural(calls.length, 'call')} of ${event.name}.`,
      };
    }
  }
}

function* countsOfNames(file: PlanFile, plan: TrackingPlan, isShown: IsShown): Iterable<Count> {
  const events = Object.values(plan.events).flatMap(byName => [...byName.values()]);
  for (const { name, location } of file.properties.filter(({ location }) => isShown(location.range))) {
    const uses = plural(takersOf(plan, name).length, 'use');
    yield { place: location.range, label: uses, tooltip: `References to ${name} in the plan: ${uses}.` };
  }
  for (const { name, location } of file.sources.filter(({ location }) => isShown(location.range))) {
    const sent = plural(events.filter(({ sources }) => sources?.some(({ value }) => value === name)).length, 'event');
    yield { place: location.range, label: sent, tooltip: `Named as a source by ${sent} of the plan.` };
  }
}
