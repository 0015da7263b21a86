import type { Finding } from '../base/finding.ts';
import { baselineOf, beyond, ratchet, readBaseline, writeBaseline } from './baseline.ts';
import type { Baseline } from './baseline.ts';
import { Misuse } from './terminal.ts';
import type { Terminal } from './terminal.ts';
import type { Selection } from './selection.ts';

export interface BaselineRequest {
  /** As typed. */
  readonly path: string;
  readonly update: boolean;
}

/** Leaves out what the baseline knows, and writes the baseline where that is asked for. */
export async function applyBaseline(
  { path, update }: BaselineRequest,
  findings: readonly Finding[],
  { scope, rules }: Selection,
  terminal: Terminal,
): Promise<{ readonly findings: readonly Finding[]; readonly known: number }> {
  const uri = terminal.resolve(path);
  const exists = terminal.kindOf(uri) !== undefined;
  if (!exists && !update)
    throw new Misuse(`There is no baseline "${path}" yet. Write it with --baseline ${path} --update-baseline.`);
  const text = exists ? await terminal.readText(uri) : undefined;
  const old = text === undefined ? undefined : readBaseline(text);
  if (exists && !old) throw new Misuse(`"${path}" is no baseline that this version can read.`);

  const inScope = (file: string, rule: string) => scope.covers(scope.root + file) && (rules?.has(rule) ?? true);
  const baseline: Baseline = old ? ratchet(old, findings, scope.root, inScope) : baselineOf(findings, scope.root);
  if (update && !(await terminal.writeText(uri, writeBaseline(baseline)))) throw new Misuse(`Cannot write "${path}".`);
  const { unknown, known } = beyond(baseline, findings, scope.root);
  return { findings: unknown, known };
}
