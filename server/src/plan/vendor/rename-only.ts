import type { PlanWriter } from '../format.ts';
import { spell } from '../yaml/spell.ts';

/** For formats in JSON or YAML in which a name can be changed where it stands, but nothing is added. */
export const renameOnly: PlanWriter = {
  addEvent: () => undefined,
  addProperty: () => undefined,
  setEventKey: () => undefined,
  spell,
};
