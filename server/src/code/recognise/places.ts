import type { Location, Range } from '../../base/text.ts';
import type { Place } from '../evaluate/value.ts';
import type { LiteralPlace } from '../track-call.ts';
import { offsetIn } from '../unit-places.ts';

export function rangeOf({ file, unit, at, end }: Place): Range {
  return file.lines.range(offsetIn(unit, at), offsetIn(unit, end));
}

export function locationOf(place: Place): Location {
  return { uri: place.file.uri, range: rangeOf(place) };
}

/** Whether a place stands inside another, in the same file. */
export function isWithin(place: Place, outer: Place): boolean {
  return place.file === outer.file && place.unit === outer.unit && place.at >= outer.at && place.end <= outer.end;
}

/** A string literal's place; undefined where its delimiter is not known, since then it cannot be replaced. */
export function literalPlace(literal: Place & { readonly quote: string | undefined }): LiteralPlace | undefined {
  return literal.quote === undefined ? undefined : { ...locationOf(literal), quote: literal.quote };
}
