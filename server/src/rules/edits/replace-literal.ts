import type { Fix } from '../../base/finding.ts';
import type { Scalar } from '../../base/vocabulary.ts';
import { languageOf } from '../../code/languages/index.ts';
import type { LiteralPlace, TrackCall } from '../../code/track-call.ts';
import { quote } from '../phrase.ts';
import { isInside } from './text-at.ts';

interface Replacement {
  readonly kind?: 'correct-name' | 'correct-value';
  readonly isMeant?: boolean;
  readonly preferred?: boolean;
}

/**
 * Makes a literal hold another value. `isMeant` says that nothing else can have been meant; the fix is safe where the
 * literal also stands in the call itself, since a constant may serve for more than this call.
 */
export function replaceLiteral(
  place: LiteralPlace | undefined,
  value: Scalar,
  call: TrackCall,
  { kind = 'correct-name', isMeant = false, preferred = false }: Replacement = {},
): readonly Fix[] {
  const writer = place && languageOf(place.uri)?.write;
  if (!writer) return [];
  const isHere = place.uri === call.uri && isInside(call.range, place.range);
  const newText = writer.literal(value, typeof value === 'string' ? place.quote : undefined);
  return [
    {
      kind,
      title: `Change to ${quote(value)}${isHere ? '' : ' where it is defined'}`,
      edits: [{ uri: place.uri, range: place.range, newText }],
      preferred,
      safe: isMeant && isHere,
    },
  ];
}
