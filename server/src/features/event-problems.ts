import type { Finding } from '../base/finding.ts';
import { contains } from '../base/text.ts';
import type { EventDefinition, TrackingPlan } from '../plan/plan.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { countedFindings } from './findings.ts';

/** Findings of all severities that stand inside the calls that can send an event. */
export function problemsIn(snapshot: Snapshot, plan: TrackingPlan, event: EventDefinition): readonly Finding[] {
  const calls = snapshot.callsTo(plan, event);
  const files = new Set(calls.map(call => call.uri));
  return [...files].flatMap(uri => {
    const own = calls.filter(call => call.uri === uri);
    return countedFindings(snapshot, uri).filter(({ range }) => own.some(call => contains(call.range, range.start)));
  });
}
