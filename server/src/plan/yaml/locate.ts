import { Lines } from '../../base/lines.ts';
import type { Position } from '../../base/text.ts';
import { locateInBlock } from './locate-block.ts';
import type { YamlPlace } from './yaml-place.ts';

export type { YamlPlace };

/** Undefined in comments, in the lines of a block text, and where nothing can be written. */
export function locateYaml(text: string, position: Position): YamlPlace | undefined {
  const lines = new Lines(text);
  const place = locateInBlock(text, lines.offset(position));
  if (!place) return undefined;
  const { start, end, ...rest } = place;
  return { ...rest, range: lines.range(start, end) };
}
