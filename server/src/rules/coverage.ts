import type { TrackCall } from '../code/track-call.ts';
import type { EventDefinition } from '../plan/plan.ts';
import type { RuleContext } from './rule.ts';

/**
 * Whether calls of this workspace are expected to send an event: it is in use, and some source that may send it is code
 * of ours. Nothing is expected before the whole workspace has been read, nor where it has no calls at all.
 */
export function isExpectedInCode(event: EventDefinition, { plan, snapshot }: RuleContext): boolean {
  if (!snapshot.isComplete || event.status !== 'active') return false;
  const sources = event.sources?.map(({ value }) => plan.sources.find(({ name }) => name === value));
  if (sources && sources.length > 0 && sources.every(source => source?.origin === 'external')) return false;
  return (['track', 'page', 'screen'] as const).some(kind => snapshot.callsOf(plan, kind).length > 0);
}

/** Those of the calls whose name has a pattern only. Kept for each list, since every event of a plan is held against them. */
export function madeAtRunTime(calls: readonly TrackCall[]): readonly TrackCall[] {
  let found = patterned.get(calls);
  if (!found) patterned.set(calls, (found = calls.filter(({ event }) => event.pattern !== undefined)));
  return found;
}

const patterned = new WeakMap<readonly TrackCall[], readonly TrackCall[]>();

/** Whether a name that is made at run time may be this event's: its fixed parts are in the event's name, in order. */
export function mayBeSentBy(call: TrackCall, { name }: EventDefinition): boolean {
  const { pattern } = call.event;
  if (!pattern) return false;
  const [first = ''] = pattern;
  const last = pattern.at(-1) ?? '';
  if (!name.startsWith(first) || !name.endsWith(last)) return false;
  let from = first.length;
  for (const part of pattern.slice(1, -1)) {
    const at = name.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from <= name.length - last.length;
}
