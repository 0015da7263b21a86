import type { Exporter } from './exporter.ts';
import { everything } from './losses.ts';
import { printPlan } from './written-plan.ts';

/** The plan in our own format as one file, whatever it was written in. */
export const yamlExport: Exporter = {
  id: 'yaml',
  title: 'our own YAML, one file',
  isFolder: false,
  carries: everything,
  write: plan => [{ path: 'tracking-plan.yaml', text: printPlan(plan) }],
};
