import type { Call, CodeFile, Unit } from '../facts.ts';
import type { Message } from './sdk-match.ts';

/**
 * The method that a call with a fixed event stands in, where that stands for the event: `analytics.order_completed(total)`, whose
 * body tracks `'Order Completed'`. Only what a class does that is there for tracking is known to be nothing else. It is Ruby's way
 * alone: elsewhere such methods are many, with names that much else has, and the call in them is what sends.
 */
export function eventMethodAround({ language }: CodeFile, unit: Unit, call: Call): number | undefined {
  if (language !== 'ruby') return undefined;
  const fn = unit.functions[call.fn];
  const cls = unit.classes[fn?.cls ?? -1];
  if (!fn || !cls || cls.ctor === call.fn) return undefined;
  if (!isTrackerClass(cls.name) || !cls.members.some(({ fn: own }) => own === call.fn)) return undefined;
  const calls = unit.calls.filter(({ at, end }) => at >= fn.at && end <= fn.end);
  return calls.length <= mostCalls ? call.fn : undefined;
}

/** How many calls a method makes at most that does nothing but track. */
const mostCalls = 10;

/** Whether an event is known by name alone. */
export function isFixedEvent({ kind, event }: Message): boolean {
  return (
    kind === 'track' &&
    event !== undefined &&
    event.length > 0 &&
    event.every(({ v, ...each }) => v === 'scalar' && 'value' in each && typeof each.value === 'string')
  );
}

/** Whether a class is there for tracking, by its name. */
export function isTrackerClass(name: string | undefined): boolean {
  return (
    name !== undefined &&
    /analytics|tracker|tracking|telemetry|mixpanel|posthog|amplitude/i.test(name) &&
    !isPartOfView(name)
  );
}

/** Parts of an app that show something about analytics, or that do something else besides. */
function isPartOfView(name: string): boolean {
  return /(?:View|Model|Page|Controller|Presenter|Component|Repository|Store|Decorator|Job|Worker|Test|Spec|Mock)s?$/.test(
    name,
  );
}

/** Whether a method is called on something else than the object that it belongs to. */
export function isCalledFromOutside({ callee }: Call): boolean {
  return callee.k === 'member' && callee.object.k !== 'this';
}
