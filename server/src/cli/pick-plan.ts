import type { TrackingPlan } from '../plan/plan.ts';
import { relativePath } from './relative-path.ts';
import { Misuse, type Terminal } from './terminal.ts';

/** The plan that a command is about: the one of a file or folder that was named, or the only one there is. */
export function pickPlan(plans: readonly TrackingPlan[], named: string | undefined, terminal: Terminal): TrackingPlan {
  const [only, another] = plans;
  if (named !== undefined) {
    const uri = terminal.resolve(named);
    const found = plans.find(
      plan => plan.root === `${uri}/` || plan.files.some(file => file.uri === uri || file.uri.startsWith(`${uri}/`)),
    );
    if (!found) throw new Misuse(`No tracking plan lies at ${named}.`);
    return found;
  }
  if (!only) throw new Misuse('There is no tracking plan here. "tracklint init" drafts one from the code.');
  if (another) {
    const roots = plans.map(plan => relativePath(terminal.cwd, plan.root)).join(', ');
    throw new Misuse(`There are several tracking plans (${roots}); say with --plan which one is meant.`);
  }
  return only;
}
