import type { Host } from '../base/host.ts';
import type { Uri } from '../base/text.ts';
import { comparePlans } from '../plan/diff/compare-plans.ts';
import { joinPlan } from '../plan/join.ts';
import type { PlanFile, TrackingPlan } from '../plan/plan.ts';
import { readPlanFile } from '../plan/read.ts';
import { brokenCalls } from '../rules/broken-calls.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

/** What the plan files that are open and not saved yet would do to the code. */
export interface UnsavedPlans {
  /** Breaking changes of the plans. */
  readonly breaking: number;
  /** Calls with findings that they do not have under the saved plan. */
  readonly calls: number;
}

/** Compares open plan files with what is on disk. Keeps what it found until a plan changes. */
export class UnsavedPlanChecks {
  readonly #host: Pick<Host, 'readFile'>;
  readonly #saved = new Map<Uri, PlanFile>();
  readonly #found = new Map<TrackingPlan, { readonly before: readonly PlanFile[]; readonly result: UnsavedPlans }>();

  constructor(host: Pick<Host, 'readFile'>) {
    this.#host = host;
  }

  /** Undefined where every plan is saved, and before every file has been read. */
  async look(snapshot: Snapshot, open: readonly Uri[]): Promise<UnsavedPlans | undefined> {
    const changed = new Map<Uri, PlanFile>();
    for (const uri of snapshot.isComplete ? open : []) {
      const file = snapshot.planFiles.get(uri);
      const text = file && (await this.#host.readFile(uri));
      if (text !== undefined && text !== file?.text) changed.set(uri, this.#savedFile(uri, text));
    }
    const plans = snapshot.plans.filter(plan => plan.files.some(({ uri }) => changed.has(uri)));
    for (const plan of this.#found.keys()) if (!plans.includes(plan)) this.#found.delete(plan);
    const results = plans.map(plan => this.#compared(snapshot, plan, changed));
    return results.length === 0
      ? undefined
      : {
          breaking: results.reduce((sum, { breaking }) => sum + breaking, 0),
          calls: results.reduce((sum, { calls }) => sum + calls, 0),
        };
  }

  #savedFile(uri: Uri, text: string): PlanFile {
    const known = this.#saved.get(uri);
    const file = known?.text === text ? known : readPlanFile(uri, text);
    this.#saved.set(uri, file);
    return file;
  }

  #compared(snapshot: Snapshot, plan: TrackingPlan, changed: ReadonlyMap<Uri, PlanFile>): UnsavedPlans {
    const before = plan.files.flatMap(({ uri }) => changed.get(uri) ?? snapshot.planFiles.get(uri) ?? []);
    const known = this.#found.get(plan);
    if (known?.before.every((file, at) => file === before[at])) return known.result;
    const old = joinPlan(plan.root, before);
    const changes = comparePlans(old, plan);
    const calls = brokenCalls(snapshot, old, plan, changes, plan).length;
    const result = { breaking: changes.filter(change => change.breaking).length, calls };
    this.#found.set(plan, { before, result });
    return result;
  }
}
