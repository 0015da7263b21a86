import type { Range } from '../../base/text.ts';
import type { Payload, SentProperty, SentValue, TrackCall } from '../../code/track-call.ts';
import type { PropertyDefinition, TrackingPlan, ValueConstraint } from '../../plan/plan.ts';
import { byName, type Target } from './targets.ts';

/** The payload itself, or an object inside it, beside what the plan says of it. */
export interface Level {
  readonly payload: Payload;
  readonly definitions: ReadonlyMap<string, PropertyDefinition>;
  /** Whether members may be sent that the plan does not name. */
  readonly open: boolean;
  /** What leads here, as messages show it before a name: empty, `address.`, `items[].`. */
  readonly path: string;
  /** Where it is said that something is missing here. */
  readonly range: Range;
}

/** The payload of a call, then every object in it whose members are known to code and plan. */
export function levelsOf(call: TrackCall, target: Target, plan: TrackingPlan): readonly Level[] {
  let found = byTarget.get(target);
  if (!found) byTarget.set(target, (found = [...levels(topLevel(call, target, plan))]));
  return found;
}

/** A target is of one call and one plan. */
const byTarget = new WeakMap<Target, readonly Level[]>();

function topLevel(call: TrackCall, target: Target, plan: TrackingPlan): Level {
  return {
    payload: call.payload,
    definitions: target.event ? withCommon(target, plan) : target.properties,
    open: target.open,
    path: '',
    range: target.range,
  };
}

function* levels(level: Level): Iterable<Level> {
  yield level;
  for (const sent of level.payload.properties) {
    const definition = level.definitions.get(sent.name);
    if (definition) yield* inside(sent, sent.value, definition, `${level.path}${sent.name}`);
  }
}

function* inside(sent: SentProperty, value: SentValue, constraint: ValueConstraint, path: string): Iterable<Level> {
  if (value.members && constraint.properties) {
    yield* levels({
      payload: value.members,
      definitions: byName(constraint.properties),
      open: constraint.open ?? true,
      path: `${path}.`,
      range: sent.range,
    });
  }
  if (value.items && constraint.items) yield* inside(sent, value.items, constraint.items, `${path}[]`);
}

function withCommon(target: Target, plan: TrackingPlan): ReadonlyMap<string, PropertyDefinition> {
  return plan.common.size === 0 ? target.properties : new Map([...plan.common, ...target.properties]);
}

/** A payload, then every object in it whose members are known, whatever the plan says of it; `depth` counts from 0. */
export function* levelsIn(
  payload: Payload,
  depth = 0,
): Iterable<{ readonly payload: Payload; readonly depth: number }> {
  yield { payload, depth };
  for (const { value } of payload.properties) {
    for (let at: SentValue | undefined = value; at; at = at.items)
      if (at.members) yield* levelsIn(at.members, depth + 1);
  }
}
