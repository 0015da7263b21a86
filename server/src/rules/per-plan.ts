import type { TrackingPlan } from '../plan/plan.ts';

/** Makes an index of a plan that is computed when first asked for. A plan never changes, so neither does its index. */
export function perPlan<T extends object>(compute: (plan: TrackingPlan) => T): (plan: TrackingPlan) => T {
  const known = new WeakMap<TrackingPlan, T>();
  return plan => {
    let index = known.get(plan);
    if (index === undefined) known.set(plan, (index = compute(plan)));
    return index;
  };
}
