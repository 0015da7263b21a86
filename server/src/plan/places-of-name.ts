import type { Location } from '../base/text.ts';

/** Every place where a plan writes the name of an event or a property; none where it is put together from others. */
export function placesOfName(definition: {
  readonly location: Location;
  readonly names?: readonly Location[] | undefined;
}): readonly Location[] {
  return definition.names ?? [definition.location];
}
