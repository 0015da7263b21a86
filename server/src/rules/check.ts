import type { Finding, Problem } from '../base/finding.ts';
import { comparePositions, isSameRange, type Range, type Uri } from '../base/text.ts';
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
  const config = snapshot.configFor(uri);
  const active = among.flatMap(rule => {
    const severity = config.rules.get(rule.id) ?? rule.severity[config.preset];
    return severity === 'off' ? [] : [{ rule, severity }];
  });
  const found: Finding[] = [];
  const ruleIds = among.map(rule => rule.id);
  const suppressions = new Suppressions(uri, snapshot, ruleIds);

  const own = snapshot.configFile(uri);
  if (own) for (const each of active) collect(each, [own], (rule, item) => rule.config?.(item));

  const plan = snapshot.planFor(uri);
  if (plan) {
    const on = new Set(active.map(({ rule }) => rule.id));
    const context: RuleContext = { plan, snapshot, uri, config, isOn: id => on.has(id) };
    const file = snapshot.planFiles.get(uri);
    const files = file ? [file] : [];
    const events = file ? eventsOf(file, plan) : [];
    const calls = snapshot.calls(uri).filter(call => !call.forwards);
    for (const each of active) {
      if (each.rule.call)
        collect(
          each,
          calls,
          (rule, call) => rule.call?.(call, context),
          call => call,
        );
      if (each.rule.event) collect(each, events, (rule, event) => rule.event?.(event, context));
      if (each.rule.planFile) collect(each, files, (rule, item) => rule.planFile?.(item, context));
    }
    // In a file whose calls nobody looks at, no suppression can be of use.
    const uses = file || snapshot.includes(uri) ? suppressions.uses() : [];
    for (const each of active) collect(each, uses, (rule, use) => rule.suppression?.(use, context));
  }
  return inOrder(found);

  function collect<T>(
    { rule, severity }: { readonly rule: Rule; readonly severity: Finding['severity'] },
    items: readonly T[],
    problemsOf: (rule: Rule, item: T) => Iterable<Problem> | undefined,
    callOf?: (item: T) => TrackCall,
  ): void {
    for (const item of items) {
      try {
        for (const problem of problemsOf(rule, item) ?? []) {
          if (suppressions.covers(rule.id, problem.range, callOf?.(item))) continue;
          found.push({ ...problem, rule: rule.id, severity, uri: problem.uri ?? uri });
        }
      } catch (error) {
        const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
        log(`The rule ${rule.id} failed in ${uri}: ${reason}`);
      }
    }
  }
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
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  const unique = findings.filter(({ rule, uri, range, message }) => {
    const key = `${rule} ${uri} ${print(range)} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
  const position = new Map(rules.map((rule, index) => [rule.id, index]));
  return unique.sort(
    (a, b) =>
      comparePositions(a.range.start, b.range.start) ||
      comparePositions(a.range.end, b.range.end) ||
      (position.get(a.rule) ?? 0) - (position.get(b.rule) ?? 0) ||
      (a.message < b.message ? -1 : a.message > b.message ? 1 : 0),
  );
}

function print({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

function ignore(): void {
  // Whoever does not ask is not told.
}
