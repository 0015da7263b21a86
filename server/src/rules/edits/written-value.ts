import type { Location } from '../../base/text.ts';
import type { Scalar } from '../../base/vocabulary.ts';
import { languageOf } from '../../code/languages/index.ts';
import type { LiteralPlace, SentProperty, SentValue, TrackCall } from '../../code/track-call.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { isInside, textAt } from './text-at.ts';

/** The literal that holds a known value: a string's, wherever it stands, or a number or word that is written at the call. */
export function literalOf(
  { literal, range }: SentValue,
  value: Scalar,
  sent: SentProperty,
  call: TrackCall,
  snapshot: Snapshot,
): LiteralPlace | undefined {
  if (literal) return literal;
  const place = { uri: call.uri, range };
  const written = writtenText(place, sent, call, snapshot);
  const isIt = written === String(value) || written === languageOf(call.uri)?.write.literal(value);
  return written !== undefined && isIt ? { ...place, quote: '' } : undefined;
}

/** The text of a place inside a property that is written at the call; undefined for one that comes from elsewhere. */
export function writtenText(
  place: Location,
  { entry }: SentProperty,
  call: TrackCall,
  snapshot: Snapshot,
): string | undefined {
  const isHere = entry?.uri === call.uri && isInside(entry.range, place.range) && isInside(call.range, place.range);
  return isHere ? textAt(place, snapshot) : undefined;
}
