import { DerivedEvent } from './derived-event.ts';
import type { EventDefinition } from './plan.ts';

/** The part of a list of events that an edit replaced; what stands before and after it says the same as before. */
export interface EventChanges {
  readonly start: number;
  readonly endBefore: number;
  readonly endAfter: number;
}

/** Compares two lists from both ends. Events that only moved count as the same. */
export function eventChanges(before: readonly EventDefinition[], after: readonly EventDefinition[]): EventChanges {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && saysTheSame(before[start], after[start])) start++;
  let same = 0;
  while (same < most - start && saysTheSame(before[before.length - 1 - same], after[after.length - 1 - same])) same++;
  return { start, endBefore: before.length - same, endAfter: after.length - same };
}

/** Whether the lists define the same names, in the same order. */
export function haveSameNames(
  before: readonly EventDefinition[],
  after: readonly EventDefinition[],
  { start, endBefore, endAfter }: EventChanges,
): boolean {
  if (endBefore !== endAfter) return false;
  for (let i = start; i < endAfter; i++) {
    if (before[i]?.name !== after[i]?.name || before[i]?.kind !== after[i]?.kind) return false;
  }
  return true;
}

function saysTheSame(a: EventDefinition | undefined, b: EventDefinition | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && DerivedEvent.origin(a) === DerivedEvent.origin(b));
}
