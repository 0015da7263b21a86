import type { Finding } from '../base/finding.ts';
import type { Uri } from '../base/text.ts';
import { messageKey } from './fingerprint.ts';
import { relativePath } from './relative-path.ts';

/**
 * Findings that a team knows and has not repaired yet: how many of each rule stand in each file about the same names, so
 * that moved lines change nothing. File, then rule, then what the findings are about (`messageKey`).
 */
export interface Baseline {
  readonly version: 1;
  readonly findings: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
}

/** Undefined where the text is no baseline. */
export function readBaseline(text: string): Baseline | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isBaseline(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The findings that the baseline does not know, and how many it does. Where more stand than it knows, the last ones are new. */
export function beyond(
  baseline: Baseline,
  findings: readonly Finding[],
  root: Uri,
): { readonly unknown: readonly Finding[]; readonly known: number } {
  const left = countsOf(baseline);
  const unknown = findings.filter(finding => {
    const key = keyOf(finding, root);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
  return { unknown, known: findings.length - unknown.length };
}

/** A first baseline, which knows every finding. */
export function baselineOf(findings: readonly Finding[], root: Uri): Baseline {
  return fromCounts(countFindings(findings, root));
}

/**
 * The baseline without what is gone; it never grows. What this run did not look at (`inScope` is false for its file and
 * rule) stays as it is.
 */
export function ratchet(
  baseline: Baseline,
  findings: readonly Finding[],
  root: Uri,
  inScope: (file: string, rule: string) => boolean,
): Baseline {
  const found = countFindings(findings, root);
  const counts = new Map<string, number>();
  for (const [key, count] of countsOf(baseline)) {
    const [file, rule] = parts(key);
    const left = inScope(file, rule) ? Math.min(count, found.get(key) ?? 0) : count;
    if (left > 0) counts.set(key, left);
  }
  return fromCounts(counts);
}

export function writeBaseline(baseline: Baseline): string {
  return `${JSON.stringify(baseline, undefined, 2)}\n`;
}

function countFindings(findings: readonly Finding[], root: Uri): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const key = keyOf(finding, root);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** JSON, since a name may hold any character. */
function keyOf(finding: Finding, root: Uri): string {
  return JSON.stringify([relativePath(root, finding.uri), finding.rule, messageKey(finding)]);
}

function parts(key: string): [file: string, rule: string, subject: string] {
  return JSON.parse(key) as [string, string, string];
}

function countsOf(baseline: Baseline): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [file, rules] of Object.entries(baseline.findings))
    for (const [rule, subjects] of Object.entries(rules))
      for (const [subject, count] of Object.entries(subjects)) counts.set(JSON.stringify([file, rule, subject]), count);
  return counts;
}

/** Sorted, so that the file changes only where its content does. `fromEntries` takes `__proto__` for the name that it is. */
function fromCounts(counts: ReadonlyMap<string, number>): Baseline {
  const files = new Map<string, Map<string, Map<string, number>>>();
  for (const key of [...counts.keys()].sort()) {
    const [file, rule, subject] = parts(key);
    const rules = files.get(file) ?? new Map<string, Map<string, number>>();
    const subjects = rules.get(rule) ?? new Map<string, number>();
    files.set(file, rules.set(rule, subjects.set(subject, counts.get(key) ?? 0)));
  }
  const findings = [...files].map(([file, rules]) => {
    const written = [...rules].map(([rule, subjects]) => [rule, Object.fromEntries(subjects)] as const);
    return [file, Object.fromEntries(written)] as const;
  });
  return { version: 1, findings: Object.fromEntries(findings) };
}

function isBaseline(value: unknown): value is Baseline {
  const isObject = (each: unknown): each is Record<string, unknown> =>
    typeof each === 'object' && each !== null && !Array.isArray(each);
  return (
    isObject(value) &&
    value.version === 1 &&
    isObject(value.findings) &&
    Object.values(value.findings).every(
      rules =>
        isObject(rules) &&
        Object.values(rules).every(
          subjects => isObject(subjects) && Object.values(subjects).every(count => Number.isInteger(count)),
        ),
    )
  );
}
