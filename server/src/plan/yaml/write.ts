import type { PlanWriter } from '../format.ts';
import { spell } from './spell.ts';

/** Edits of our own YAML. */
export const yamlWriter: PlanWriter = {
  addEvent: () => undefined,
  addProperty: () => undefined,
  setEventKey: () => undefined,
  spell,
};
