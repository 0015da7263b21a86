import type { Finding, Problem } from '../base/finding.ts';
import { comparePositions, isSameRange, type Uri } from '../base/text.ts';
import type { TrackCall } from '../code/track-call.ts';
import type { EventDefinition, PlanFile, TrackingPlan } from '../plan/plan.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { rules } from './index.ts';
import type { Rule, RuleContext } from './rule.ts';
import { Suppressions } from './suppressions.ts';

/** Told of what must not happen: a rule that failed. */
export type Log = (message: string) => void;

/** Everything wrong with one file, be it a plan, a source or a config; ordered by place. The rest of the rules outlives one that fails. */
export function check(
  uri: Uri,
  snapshot: Snapshot,
  log: Log = ignore,
  among: readonly Rule[] = rules,
): readonly Finding[] {
  return findings(uri, snapshot, log, among, problemsOf);
}

/**
 * The same without fixes, for what is only shown: of calls that are as they were, under the same plan and config, no rule is
 * asked again.
 */
export function checkShown(uri: Uri, snapshot: Snapshot, log: Log = ignore): readonly Finding[] {
  return findings(uri, snapshot, log, rules, rememberedProblems);
}

/** A rule that is on, with what its findings count for. */
interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Finding['severity'];
}

/** What a rule says of one thing. */
interface Said {
  readonly by: ActiveRule;
  readonly problem: Problem;
}

type CallProblems = (call: TrackCall, active: readonly ActiveRule[], context: RuleContext, log: Log) => readonly Said[];

function findings(
  uri: Uri,
  snapshot: Snapshot,
  log: Log,
  among: readonly Rule[],
  ofCall: CallProblems,
): readonly Finding[] {
  const config = snapshot.configFor(uri);
  const active = among.flatMap((rule): ActiveRule[] => {
    const severity = config.rules.get(rule.id) ?? rule.severity[config.preset];
    return severity === 'off' ? [] : [{ rule, severity }];
  });
  const found: Finding[] = [];
  const ruleIds = among.map(rule => rule.id);
  const suppressions = new Suppressions(uri, snapshot, ruleIds);

  const own = snapshot.configFile(uri);
  if (own) for (const by of active) take(said(by, uri, log, rule => rule.config?.(own)));

  const plan = snapshot.planFor(uri);
  if (plan) {
    const on = new Set(active.map(({ rule }) => rule.id));
    const context: RuleContext = { plan, snapshot, uri, config, isOn: id => on.has(id) };
    const file = snapshot.planFiles.get(uri);
    for (const call of snapshot.calls(uri)) if (!call.forwards) take(ofCall(call, active, context, log), call);
    const events = file ? eventsOf(file, plan) : [];
    for (const by of active) {
      if (!file) break;
      const isOfEvents = by.rule.event !== undefined;
      for (const event of isOfEvents ? events : []) take(said(by, uri, log, rule => rule.event?.(event, context)));
      take(said(by, uri, log, rule => rule.planFile?.(file, context)));
    }
    // In a file whose calls nobody looks at, no suppression can be of use.
    const uses = file || snapshot.includes(uri) ? suppressions.uses() : [];
    // A comment may be about one below it, which has to be looked at first.
    for (const by of active)
      for (const use of uses.toReversed()) take(said(by, uri, log, rule => rule.suppression?.(use, context)));
  }
  return inOrder(found);

  function take(all: readonly Said[], call?: TrackCall): void {
    for (const { by, problem } of all) {
      if (suppressions.covers(by.rule.id, problem.range, call)) continue;
      found.push({ ...problem, rule: by.rule.id, severity: by.severity, uri: problem.uri ?? uri });
    }
  }
}

/** What one rule says; what it had said before it failed counts. */
function said(by: ActiveRule, uri: Uri, log: Log, ask: (rule: Rule) => Iterable<Problem> | undefined): readonly Said[] {
  const all: Said[] = [];
  try {
    for (const problem of ask(by.rule) ?? []) all.push({ by, problem });
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log(`The rule ${by.rule.id} failed in ${uri}: ${reason}`);
  }
  return all;
}

function problemsOf(call: TrackCall, active: readonly ActiveRule[], context: RuleContext, log: Log): readonly Said[] {
  return active.flatMap(by => (by.rule.call ? said(by, context.uri, log, rule => rule.call?.(call, context)) : []));
}

/** What is known of a call for as long as nothing changes that rules for calls read. */
interface Remembered {
  readonly rests: readonly unknown[];
  readonly said: readonly Said[];
}

const remembered = new WeakMap<TrackCall, Remembered>();

function rememberedProblems(
  call: TrackCall,
  active: readonly ActiveRule[],
  context: RuleContext,
  log: Log,
): readonly Said[] {
  const { plan, config, snapshot } = context;
  const rests = [plan, config, snapshot.today, snapshot.isComplete];
  const old = remembered.get(call);
  if (old?.rests.every((each, at) => each === rests[at])) return old.said;
  // Fixes would hold on to the snapshot that they were made from.
  const all = problemsOf(call, active, context, log).map(({ by, problem }) => ({ by, problem: withoutFixes(problem) }));
  remembered.set(call, { rests, said: all });
  return all;
}

function withoutFixes({ uri, range, message, related, tags, bySchema }: Problem): Problem {
  return {
    range,
    message,
    ...(uri !== undefined && { uri }),
    ...(related && { related }),
    ...(tags && { tags }),
    ...(bySchema && { bySchema }),
  };
}

/** Everything wrong with the workspace, file by file in the order of their addresses. */
export function checkAll(snapshot: Snapshot, log: Log = ignore): readonly Finding[] {
  return checkedFiles(snapshot).flatMap(uri => check(uri, snapshot, log));
}

/** Every file that can have findings. */
export function checkedFiles(snapshot: Snapshot): readonly Uri[] {
  const configs = snapshot.configs.flatMap(({ uri }) => uri ?? []);
  return [...new Set([...configs, ...snapshot.planFiles.keys(), ...snapshot.codeFiles.keys()])].sort();
}

/** The file's events with references resolved; what the joined plan left out (a second definition) as the file has it. */
function eventsOf(file: PlanFile, plan: TrackingPlan): readonly EventDefinition[] {
  return file.events.map(event => {
    const joined = plan.events[event.kind].get(event.name);
    const isSame = joined?.location.uri === file.uri && isSameRange(joined.location.range, event.location.range);
    return isSame ? joined : event;
  });
}

/** Several names that a call can send may give the same message; it is said once. */
function inOrder(findings: Finding[]): readonly Finding[] {
  findings.sort(compareFindings);
  return findings.filter((finding, at) => {
    const before = findings[at - 1];
    return before === undefined || compareFindings(before, finding) !== 0;
  });
}

const position = new Map(rules.map((rule, index) => [rule.id, index]));

function compareFindings(a: Finding, b: Finding): number {
  return (
    comparePositions(a.range.start, b.range.start) ||
    comparePositions(a.range.end, b.range.end) ||
    (position.get(a.rule) ?? 0) - (position.get(b.rule) ?? 0) ||
    compareTexts(a.message, b.message) ||
    compareTexts(a.uri, b.uri)
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function ignore(): void {
  // Whoever does not ask is not told.
}
