import type { PlanFormat } from '../format.ts';
import { yaml } from './yaml.ts';

/** Every format that a plan can be written in. The first that recognizes a file reads it; ours, the most general, is last. */
export const formats: readonly PlanFormat[] = [yaml];
