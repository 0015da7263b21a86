import type { Unit } from './facts.ts';

/** The offset in the file of an offset in a unit. */
export function offsetIn({ start, gaps }: Unit, at: number): number {
  let offset = start + at;
  if (gaps) for (const gap of gaps) if (gap.at <= at) offset += gap.length;
  return offset;
}
