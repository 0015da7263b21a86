import type { Uri } from '../base/text.ts';
import type { CodeFile } from '../code/facts.ts';
import type { TrackCall } from '../code/track-call.ts';
import type { EventDefinition, PlanFile, TrackingPlan } from '../plan/plan.ts';
import { planRootOf } from '../plan/discovery.ts';
import { withTypes, type TypesView } from './checked-types.ts';
import type { Config } from './config.ts';
import type { Configs } from './configs.ts';
import type { Linked } from './linked.ts';
import type { Snapshot, WorkspaceCounts } from './snapshot.ts';

export interface SnapshotParts {
  readonly today: string;
  readonly isComplete: boolean;
  /** The folders that were looked into; each ends in `/`. */
  readonly folders: readonly Uri[];
  /** Projects among them that are read since a file of theirs is open. */
  readonly guests: readonly Uri[];
  readonly plans: readonly TrackingPlan[];
  readonly planFiles: ReadonlyMap<Uri, PlanFile>;
  readonly configs: Configs;
  readonly code: ReadonlyMap<Uri, CodeFile>;
  readonly textOf: (uri: Uri) => string | undefined;
  readonly counts: WorkspaceCounts;
  readonly linked: Linked;
  readonly types: TypesView;
}

const none: readonly TrackCall[] = [];

/** A snapshot whose joins are made when first asked for. */
export class WorkspaceSnapshot implements Snapshot {
  readonly #parts: SnapshotParts;
  #byEvent: Map<TrackingPlan, Map<string, TrackCall[]>> | undefined;
  readonly #planOf = new Map<Uri, TrackingPlan | undefined>();

  constructor(parts: SnapshotParts) {
    this.#parts = parts;
  }

  get today(): string {
    return this.#parts.today;
  }
  get isComplete(): boolean {
    return this.#parts.isComplete;
  }
  get plans(): readonly TrackingPlan[] {
    return this.#parts.plans;
  }
  get planFiles(): ReadonlyMap<Uri, PlanFile> {
    return this.#parts.planFiles;
  }
  get configs(): readonly Config[] {
    return this.#parts.configs.all();
  }
  get codeFiles(): ReadonlyMap<Uri, CodeFile> {
    return this.#parts.code;
  }
  get counts(): WorkspaceCounts {
    return this.#parts.counts;
  }

  planFor(uri: Uri): TrackingPlan | undefined {
    if (!this.#planOf.has(uri)) this.#planOf.set(uri, this.#findPlan(uri));
    return this.#planOf.get(uri);
  }

  #findPlan(uri: Uri): TrackingPlan | undefined {
    const { plans, planFiles, configs, folders } = this.#parts;
    if (planFiles.has(uri)) return plans.find(plan => plan.files.some(file => file.uri === uri));
    const config = configs.for(uri);
    const mapped = config.planFor.find(({ files }) => configs.matches([files], uri, config.root));
    if (mapped)
      return plans.find(
        plan =>
          plan.root === planRootOf(config.root + mapped.plan) ||
          configs.matches([mapped.plan], plan.files[0]?.uri ?? '', config.root),
      );
    let nearest: TrackingPlan | undefined;
    for (const plan of plans)
      if (uri.startsWith(plan.root) && plan.root.length > (nearest?.root.length ?? -1)) nearest = plan;
    // A single plan is meant for its whole project, wherever it lies there, and for nothing outside of it.
    const isOurs = folders.length === 0 || folders.some(folder => uri.startsWith(folder));
    const guest = this.#guestOf(uri);
    const own = nearest || !isOurs ? [] : plans.filter(plan => this.#guestOf(plan.root) === guest);
    return nearest ?? (own.length === 1 ? own[0] : undefined);
  }

  #guestOf(uri: Uri): Uri | undefined {
    return this.#parts.guests.find(guest => uri.startsWith(guest));
  }

  includes(uri: Uri): boolean {
    return this.#parts.configs.includes(uri);
  }

  configFor(uri: Uri): Config {
    return this.#parts.configs.for(uri);
  }

  configFile(uri: Uri): Config | undefined {
    return this.#parts.configs.at(uri);
  }

  text(uri: Uri): string | undefined {
    return this.#parts.textOf(uri);
  }

  calls(uri: Uri): readonly TrackCall[] {
    const { configs, linked, types, code } = this.#parts;
    if (!configs.includes(uri)) return none;
    const calls = linked.calls(uri);
    return configs.for(uri).types === 'checker' ? withTypes(calls, types, code) : calls;
  }

  *allCalls(): Iterable<TrackCall> {
    for (const uri of this.#parts.linked.candidates) yield* this.calls(uri);
  }

  callsTo(plan: TrackingPlan, event: EventDefinition): readonly TrackCall[] {
    return this.#index().get(plan)?.get(`${event.kind} ${event.name}`) ?? none;
  }

  callsOf(plan: TrackingPlan, kind: TrackCall['kind']): readonly TrackCall[] {
    return this.#index().get(plan)?.get(kind) ?? none;
  }

  #index(): Map<TrackingPlan, Map<string, TrackCall[]>> {
    if (this.#byEvent) return this.#byEvent;
    this.#byEvent = new Map();
    for (const call of this.allCalls()) {
      const plan = this.planFor(call.uri);
      if (!plan || call.forwards) continue;
      let calls = this.#byEvent.get(plan);
      if (!calls) this.#byEvent.set(plan, (calls = new Map<string, TrackCall[]>()));
      for (const key of [call.kind, ...call.event.names.map(name => `${call.kind} ${name.value}`)]) {
        const known = calls.get(key);
        if (known) known.push(call);
        else calls.set(key, [call]);
      }
    }
    return this.#byEvent;
  }
}
