import { inSlices } from '../base/slices.ts';
import type { Uri } from '../base/text.ts';
import { planRootOf } from '../plan/discovery.ts';
import { joinPlan } from '../plan/join.ts';
import type { ColumnNames } from '../plan/format.ts';
import type { PlanFile, TrackingPlan } from '../plan/plan.ts';
import { readPlanFile, readPlanFileSteps } from '../plan/read.ts';

/** What the columns of plans in tables are called, for a file. */
export type ColumnsOf = (uri: Uri) => ColumnNames;

/** Reads plan files, joins them by their root, and keeps what did not change. */
export class Plans {
  readonly #files = new Map<Uri, PlanFile>();
  readonly #columnsOf: ColumnsOf;
  readonly #known = new Map<Uri, { readonly files: readonly PlanFile[]; readonly plan: TrackingPlan }>();

  constructor(columnsOf: ColumnsOf) {
    this.#columnsOf = columnsOf;
  }

  has(uri: Uri): boolean {
    return this.#files.has(uri);
  }

  set(uri: Uri, text: string): void {
    if (this.#files.get(uri)?.text === text) return;
    this.#files.set(uri, readPlanFile(uri, text, this.#files.get(uri), { columns: this.#columnsOf(uri) }));
  }

  /** The same for those who can wait. What comes in meanwhile counts. Returns whether this is what is known now. */
  async read(uri: Uri, text: string, pause: () => Promise<void>): Promise<boolean> {
    const before = this.#files.get(uri);
    const file = await inSlices(readPlanFileSteps(uri, text, before, { columns: this.#columnsOf(uri) }), pause);
    if (!file || this.#files.get(uri) !== before) return false;
    this.#files.set(uri, file);
    return true;
  }

  delete(uri: Uri): void {
    this.#files.delete(uri);
  }

  /** Reads plans in tables again, whose columns may be called something else by now. */
  readTables(): void {
    for (const [uri, { text }] of [...this.#files]) {
      if (!/\.[ct]sv$/i.test(uri)) continue;
      this.#files.delete(uri);
      this.set(uri, text);
    }
  }

  /** The plans, each joined from its files, and kept until one of these changes. Whoever reads them all joins them, so that nobody waits. */
  joined(): readonly TrackingPlan[] {
    const byRoot = new Map<Uri, PlanFile[]>();
    for (const file of this.#files.values()) {
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
