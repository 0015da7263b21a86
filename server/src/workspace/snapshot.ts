import type { Uri } from '../base/text.ts';
import type { CodeFile } from '../code/facts.ts';
import type { TrackCall } from '../code/track-call.ts';
import type { EventDefinition, PlanFile, TrackingPlan } from '../plan/plan.ts';
import type { Config } from './config.ts';

/** The whole workspace at one moment. Never changes; the next one shares with it whatever did not change. */
export interface Snapshot {
  /** ISO date, for expiry. */
  readonly today: string;
  /** Whether every file has been read: what needs the whole workspace waits for it. */
  readonly isComplete: boolean;
  readonly plans: readonly TrackingPlan[];
  /** Every plan file that was read, by URI. */
  readonly planFiles: ReadonlyMap<Uri, PlanFile>;
  /** Every code file that has facts, by URI. */
  readonly codeFiles: ReadonlyMap<Uri, CodeFile>;
  readonly counts: WorkspaceCounts;
  /** The plan that a code file belongs to, or that a plan file is part of. */
  planFor(uri: Uri): TrackingPlan | undefined;
  /** Every config file that was read. */
  readonly configs: readonly Config[];
  configFor(uri: Uri): Config;
  /** Whether the calls of a code file are looked at: its config includes it. */
  includes(uri: Uri): boolean;
  /** The config file of this URI, where it is one. */
  configFile(uri: Uri): Config | undefined;
  /** Text of an open, plan, config or read code file. */
  text(uri: Uri): string | undefined;
  /** The recognised calls of a file, in textual order. */
  calls(uri: Uri): readonly TrackCall[];
  /** Every recognised call of the workspace, by file. */
  allCalls(): Iterable<TrackCall>;
  /** Calls that can send the event, forwarding ones left out. A map look-up. */
  callsTo(plan: TrackingPlan, event: EventDefinition): readonly TrackCall[];
  /** Calls of a kind that belong to the plan, such as `identify`. */
  callsOf(plan: TrackingPlan, kind: TrackCall['kind']): readonly TrackCall[];
}

/** What was read and what was not, so that nothing is left out in silence. */
export interface WorkspaceCounts {
  /** Files that the walk found in a known language. */
  readonly files: number;
  /** Files that were parsed since they may hold a call. */
  readonly parsed: number;
  readonly skipped: readonly { readonly uri: Uri; readonly why: 'large' | 'minified' | 'binary' | 'unreadable' }[];
}
