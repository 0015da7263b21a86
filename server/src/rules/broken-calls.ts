import type { Finding } from '../base/finding.ts';
import { groupBy } from '../base/group-by.ts';
import { contains, type Uri } from '../base/text.ts';
import type { TrackCall } from '../code/track-call.ts';
import type { PlanChange } from '../plan/diff/plan-change.ts';
import type { TrackingPlan } from '../plan/plan.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { underPlan } from '../workspace/under-plan.ts';
import { check } from './check.ts';
import { rules } from './index.ts';
import { quote } from './phrase.ts';

/** A call that has findings under one plan which it does not have under another: these findings. */
export interface BrokenCall {
  readonly call: TrackCall;
  readonly findings: readonly Finding[];
}

/**
 * The calls that a change of the plan breaks: those with findings under the new plan that they do not have under the old
 * one. `replaced` is the plan of the workspace that both stand for; without it, they stand for every plan there is.
 */
export function brokenCalls(
  snapshot: Snapshot,
  before: TrackingPlan,
  after: TrackingPlan,
  changes: readonly PlanChange[],
  replaced?: TrackingPlan,
): readonly BrokenCall[] {
  const breaking = changes.filter(change => change.breaking);
  if (breaking.length === 0) return [];
  const concerned = [...snapshot.allCalls()].filter(
    call => !call.forwards && breaking.some(change => concerns(change, call)),
  );
  const then = underPlan(snapshot, before, replaced);
  const now = underPlan(snapshot, after, replaced);
  return [...groupBy(concerned, call => call.uri)].flatMap(([uri, calls]) => {
    const known = new Set(faults(uri, then).map(keyOf));
    const fresh = faults(uri, now).filter(finding => !known.has(keyOf(finding)));
    return calls.flatMap(call => {
      const findings = fresh.filter(({ range }) => contains(call.range, range.start));
      return findings.length > 0 ? [{ call, findings }] : [];
    });
  });
}

/** Whether a broken call is broken by this change, among others that there may be. */
export function isBrokenBy({ call, findings }: BrokenCall, change: PlanChange): boolean {
  const { property } = change;
  if (!change.breaking || !concerns(change, call)) return false;
  return findings.some(({ rule, message }) =>
    property === undefined ? !ofProperties.has(rule) || change.closes === true : message.includes(quote(property)),
  );
}

const ofProperties: ReadonlySet<string> = new Set([
  'missing-property',
  'unknown-property',
  'wrong-type',
  'invalid-value',
  'personal-data',
]);

/** Changes of traits and of what every call sends name no event. */
function concerns({ event, subject }: PlanChange, { kind, event: sent }: TrackCall): boolean {
  if (!event) return subject.startsWith(`${kind}:`) || subject.startsWith('every call:');
  return event.kind === kind && sent.names.some(({ value }) => value === event.name);
}

function faults(uri: Uri, snapshot: Snapshot): readonly Finding[] {
  return check(uri, snapshot, undefined, ofCalls).filter(({ severity }) => severity !== 'info');
}

const ofCalls = rules.filter(rule => rule.call !== undefined);

function keyOf({ rule, range: { start }, message }: Finding): string {
  return `${rule} ${start.line}:${start.character} ${message}`;
}
