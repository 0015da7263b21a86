import type { PlanFormat } from '../format.ts';
import { segment } from './segment.ts';
import { segmentConfig } from './segment-config.ts';
import { yaml } from './yaml.ts';

/** Every format that a plan can be written in. The first that recognizes a file reads it; ours, the most general, is last. */
export const formats: readonly PlanFormat[] = [segment, segmentConfig, yaml];

/** The format of this id, for edits of a file that it read. */
export function formatById(id: string): PlanFormat | undefined {
  return formats.find(format => format.id === id);
}
