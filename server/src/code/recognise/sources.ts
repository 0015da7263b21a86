import type { ParameterValue, Value } from '../evaluate/value.ts';
import type { Tracked } from './track.ts';

/** The parameters of a function that reach what it sends. */
export interface Sources {
  readonly inEvent: readonly ParameterValue[];
  /** Those that make the function a wrapper: they reach the event, or the payload (or the user) of a fixed one as a whole. */
  readonly sources: readonly ParameterValue[];
  /** Those that are the whole payload. */
  readonly whole: readonly ParameterValue[];
}

export function sourcesOf(message: Tracked): Sources {
  const { event, payload, kind } = message;
  const inEvent = parametersIn(event);
  const inRest = parametersIn([...(payload ?? []), ...ofUser(message)]).filter(source => isWholePayload(source, kind));
  return {
    inEvent,
    sources: inEvent.length > 0 ? inEvent : inRest,
    whole: parametersIn(payload).filter(({ path }) => path.length === 0),
  };
}

function parametersIn(value: Value | undefined): ParameterValue[] {
  return (value ?? []).flatMap(alternative =>
    alternative.v === 'parameter' ? [alternative] : alternative.v === 'object' ? [...(alternative.spreads ?? [])] : [],
  );
}

/** The user is what `identify` is about, as the event is of `track`; there it only goes with the event. */
function ofUser({ kind, user }: Tracked): Value {
  return kind === 'identify' || kind === 'alias' ? (user ?? []) : [];
}

/**
 * With a fixed event, a function is a wrapper if it hands a whole parameter on as the payload and does little else
 * (`trackOrderCompleted(properties)`). A function that also sends something of what it is given is a function that tracks; but one
 * that is named for the kind of call (`identifyUser(id, traits)`) may do what it likes besides.
 */
function isWholePayload({ unit, fn, path, derived }: ParameterValue, kind: Tracked['kind']): boolean {
  const { name = '', at = 0, end = 0 } = unit.functions[fn] ?? {};
  if (path.length > 0 || derived) return false;
  if (kind !== 'track' && name.toLowerCase().includes(kind)) return true;
  return unit.calls.filter(call => call.at >= at && call.end <= end).length <= 3;
}
