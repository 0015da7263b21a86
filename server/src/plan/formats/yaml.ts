import type { PlanFormat } from '../format.ts';
import { yamlWriter } from '../yaml/write.ts';
import { readPlan, readPlanSteps } from '../yaml/read-plan.ts';

/** Our own format: `events: { Order Completed: { properties: { total: { type: number } } } }`, in YAML or in JSON. */
export const yaml: PlanFormat = {
  id: 'yaml',
  title: 'Tracklint YAML',
  extensions: ['.yaml', '.yml', '.json'],

  recognizes: (_uri, text) => topLevelKey.test(text),

  parse: readPlan,

  parseSteps: readPlanSteps,

  write: yamlWriter,
};

/** One of our own sections at the beginning of a line (YAML), or quoted after little indentation (JSON). */
const topLevelKey =
  /^(?:\ufeff)?(?:(?:events|pages|screens|identify|group|common|properties|vocabulary|naming|sources|destinations|metrics|funnels)[ \t]*:|(?:\{[ \t]*|\t| {0,4})"(?:events|pages|screens|identify|group|common|properties|vocabulary|naming|sources|destinations|metrics|funnels)"[ \t]*:[ \t]*\{)/m;
