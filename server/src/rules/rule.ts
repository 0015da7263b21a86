import type { Problem, Severity } from '../base/finding.ts';
import type { FixKind } from '../base/fix-kinds.ts';
import type { Uri } from '../base/text.ts';
import type { Suppression } from '../code/suppression.ts';
import type { TrackCall } from '../code/track-call.ts';
import type { EventDefinition, PlanFile, TrackingPlan } from '../plan/plan.ts';
import type { Config } from '../workspace/config.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

/**
 * One way in which a workspace can be wrong. A rule looks at calls, at a plan's events, or at a plan file, and yields
 * what is wrong with each. It reads the snapshot and touches nothing else.
 */
export interface Rule {
  readonly id: string;
  /** By preset; `recommended` is the default. */
  readonly severity: Readonly<Record<'light' | 'recommended' | 'strict', Severity>>;
  readonly where: 'code' | 'plan' | 'both' | 'config';
  /** One sentence for the table of rules and the settings. */
  readonly summary: string;
  /** Why it matters, for the page of the rule. Markdown. */
  readonly why: string;
  /** What the fixes of its problems do, the likeliest first; nothing where a person has to decide. */
  readonly fixes?: readonly FixKind[];
  /** Shown in the documentation and run by the tests: `bad` must be reported, `good` must not. */
  readonly examples: readonly RuleExample[];

  /** Problems of one call, in its file. Never called for forwarding calls, nor where no plan covers the file. */
  call?(call: TrackCall, context: RuleContext): Iterable<Problem>;
  /** Problems of one event's entry, in its plan file. */
  event?(event: EventDefinition, context: RuleContext): Iterable<Problem>;
  /** Problems of one plan file that belong to no single event. */
  planFile?(file: PlanFile, context: RuleContext): Iterable<Problem>;
  /** Problems of a config file. */
  config?(config: Config): Iterable<Problem>;
  /** Problems of a suppressing comment, once it is known what it suppressed. */
  suppression?(suppression: SuppressionUse, context: RuleContext): Iterable<Problem>;
}

export interface RuleContext {
  readonly plan: TrackingPlan;
  readonly snapshot: Snapshot;
  /** The file that is checked. */
  readonly uri: Uri;
  /** Config of the file that is checked. */
  readonly config: Config;
  /** Whether a rule reports anything in the file that is checked: what one rule leaves to another must not be lost. */
  isOn(rule: string): boolean;
}

/** A suppressing comment and what it was good for. */
export interface SuppressionUse {
  readonly suppression: Suppression;
  /** Its date has passed: it suppresses nothing any more. */
  readonly expired: boolean;
  /** Ids of the rules of which it suppressed a finding. */
  readonly used: ReadonlySet<string>;
  /** Ids of all rules, to tell those that do not exist. */
  readonly ruleIds: readonly string[];
}

/** Each side is one plan and one TypeScript file; what is not given is taken from the other example fields. */
export interface RuleExample {
  /** The plan in our YAML; for `bad` only if there is no `badPlan`. */
  readonly plan: string;
  readonly badPlan?: string;
  readonly bad: string;
  readonly good: string;
}
