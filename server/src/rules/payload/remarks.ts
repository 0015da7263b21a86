import type { Problem } from '../../base/finding.ts';
import type { Range } from '../../base/text.ts';
import type { TrackCall } from '../../code/track-call.ts';
import { list } from '../phrase.ts';
import type { RuleContext } from '../rule.ts';
import { targetsOf, type Target } from './targets.ts';

/** A problem of a payload, of which the same may be true of several events that the call can send. */
export interface Remark extends Omit<Problem, 'message'> {
  /** The message, given the events: `"Order Completed"`, or `"Order Completed" and "Order Refunded"`. */
  readonly says: (events: string, isSeveral: boolean) => string;
}

/** Looks at each event that a call can send, and tells once what is true of several. */
export function* remarks(
  call: TrackCall,
  context: RuleContext,
  look: (target: Target, targets: readonly Target[]) => Iterable<Remark>,
): Iterable<Problem> {
  const targets = targetsOf(call, context);
  const [only] = targets;
  if (!only) return;
  if (targets.length === 1) {
    for (const { says, ...rest } of look(only, targets)) yield { ...rest, message: says(only.label, false) };
    return;
  }
  const groups = new Map<string, { readonly labels: string[]; readonly remark: Remark }>();
  for (const target of targets) {
    for (const remark of look(target, targets)) {
      const key = `${place(remark.range)} ${remark.says('', false)}`;
      const group = groups.get(key);
      if (group) group.labels.push(target.label);
      else groups.set(key, { labels: [target.label], remark });
    }
  }
  for (const { labels, remark } of groups.values()) {
    const { says, ...rest } = remark;
    yield { ...rest, message: says(list(labels), labels.length > 1) };
  }
}

/** Whether the call can send more than one event, so that what it sends sometimes may belong to the other one. */
export function isOneOfSeveral({ event }: TrackCall): boolean {
  return event.names.length > 1 || (event.names.length > 0 && event.dynamic !== undefined);
}

function place({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}
