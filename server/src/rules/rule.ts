import type { Problem, Severity } from '../base/finding.ts';
import type { TrackCall } from '../code/track-call.ts';
import type { EventDefinition, PlanFile, TrackingPlan } from '../plan/plan.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

/**
 * One way in which a workspace can be wrong. A rule looks at calls, at a plan's events, or at a plan file, and yields
 * what is wrong with each. It reads the snapshot and touches nothing else.
 */
export interface Rule {
  readonly id: string;
  /** By preset; `recommended` is the default. */
  readonly severity: Readonly<Record<'light' | 'recommended' | 'strict', Severity>>;
  readonly where: 'code' | 'plan' | 'both';
  /** One sentence for the table of rules and the settings. */
  readonly summary: string;
  /** Why it matters, for the page of the rule. Markdown. */
  readonly why: string;
  /** Shown in the documentation and run by the tests: `bad` must be reported, `good` must not. */
  readonly examples: readonly RuleExample[];

  /** Problems of one call, in its file. Never called for forwarding calls, nor where no plan covers the file. */
  call?(call: TrackCall, context: RuleContext): Iterable<Problem>;
  /** Problems of one event's entry, in its plan file. */
  event?(event: EventDefinition, context: RuleContext): Iterable<Problem>;
  /** Problems of one plan file that belong to no single event. */
  planFile?(file: PlanFile, context: RuleContext): Iterable<Problem>;
}

export interface RuleContext {
  readonly plan: TrackingPlan;
  readonly snapshot: Snapshot;
}

/** Each side is one plan and one TypeScript file; what is not given is taken from the other example fields. */
export interface RuleExample {
  readonly plan: string;
  readonly badPlan?: string;
  readonly bad: string;
  readonly good: string;
}
