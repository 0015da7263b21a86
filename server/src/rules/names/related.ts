import type { RelatedPlace } from '../../base/finding.ts';
import type { EventName, TrackCall } from '../../code/track-call.ts';
import type { EventDefinition } from '../../plan/plan.ts';
import { isInside } from '../edits/text-at.ts';
import { quote } from '../phrase.ts';

/** Where a name is written, if that is not in the call: its constant. */
export function whereWritten({ literal, value }: EventName, call: TrackCall): readonly RelatedPlace[] {
  if (!literal || (literal.uri === call.uri && isInside(call.range, literal.range))) return [];
  return [{ uri: literal.uri, range: literal.range, message: `${quote(value)} is written here.` }];
}

/** The entry of the plan that a finding speaks of. */
export function planEntry({ name, location }: EventDefinition): RelatedPlace {
  return { ...location, message: `${quote(name)} in the tracking plan.` };
}

/** How a message begins that speaks of one of a call's names: a call with several names sends it only sometimes. */
export function sends(name: string, call: TrackCall): string {
  return call.event.names.length + (call.event.dynamic === undefined ? 0 : 1) > 1
    ? `This call may send ${quote(name)}, which`
    : quote(name);
}
