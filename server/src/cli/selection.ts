import type { Finding } from '../base/finding.ts';
import { comparePositions } from '../base/text.ts';
import { checkAll } from '../rules/check.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { findRule } from './find-rule.ts';
import type { Scope } from './scope.ts';
import type { Terminal } from './terminal.ts';

/** Which findings were asked for: those of the paths and, where any are named, of the rules. */
export interface Selection {
  readonly scope: Scope;
  readonly rules: ReadonlySet<string> | undefined;
  /** Told of a rule that failed; what the others find counts nevertheless. */
  readonly log: (message: string) => void;
}

export function selectionOf(scope: Scope, ruleIds: readonly string[], terminal: Terminal): Selection {
  const told = new Set<string>();
  return {
    scope,
    rules: ruleIds.length === 0 ? undefined : new Set(ruleIds.map(id => findRule(id).id)),
    log: message => {
      if (!told.has(message)) terminal.writeError(`${message}\n`);
      told.add(message);
    },
  };
}

/** The selected findings, sorted by file, place, rule and message, so that the same input gives the same output. */
export function select(snapshot: Snapshot, { scope, rules: only, log }: Selection): readonly Finding[] {
  return [...checkAll(snapshot, log)]
    .filter(finding => scope.covers(finding.uri) && (only?.has(finding.rule) ?? true))
    .sort(compare);
}

function compare(a: Finding, b: Finding): number {
  return (
    compareTexts(a.uri, b.uri) ||
    comparePositions(a.range.start, b.range.start) ||
    comparePositions(a.range.end, b.range.end) ||
    compareTexts(a.rule, b.rule) ||
    compareTexts(a.message, b.message)
  );
}

/** By code units: a collation would depend on the machine. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
