import type { Uri } from '../base/text.ts';
import { planRootOf } from '../plan/discovery.ts';
import { joinPlan } from '../plan/join.ts';
import type { PlanFile, TrackingPlan } from '../plan/plan.ts';

/** Joins plan files by their root, and keeps what did not change. */
export class Plans {
  readonly #known = new Map<Uri, { readonly files: readonly PlanFile[]; readonly plan: TrackingPlan }>();

  joined(files: ReadonlyMap<Uri, PlanFile>): readonly TrackingPlan[] {
    const byRoot = new Map<Uri, PlanFile[]>();
    for (const file of files.values()) {
      const root = planRootOf(file.uri);
      const known = byRoot.get(root);
      if (known) known.push(file);
      else byRoot.set(root, [file]);
    }
    for (const root of this.#known.keys()) if (!byRoot.has(root)) this.#known.delete(root);
    return [...byRoot]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([root, parts]) => {
        const old = this.#known.get(root);
        if (old?.files.length === parts.length && old.files.every((file, at) => file === parts[at])) return old.plan;
        const plan = joinPlan(root, parts, old?.plan);
        this.#known.set(root, { files: parts, plan });
        return plan;
      });
  }
}
