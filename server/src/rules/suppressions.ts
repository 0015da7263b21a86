import { Lines } from '../base/lines.ts';
import { readSuppressionComment } from '../base/suppression-comment.ts';
import type { Range, Uri } from '../base/text.ts';
import type { Suppression } from '../code/suppression.ts';
import type { TrackCall } from '../code/track-call.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { SuppressionUse } from './rule.ts';

/** The suppressing comments of one file; keeps account of what each was good for. */
export class Suppressions {
  readonly #entries: readonly (SuppressionUse & { readonly used: Set<string> })[];

  constructor(uri: Uri, snapshot: Snapshot, ruleIds: readonly string[]) {
    const isYaml = /\.ya?ml$/i.test(uri) && (snapshot.planFiles.has(uri) || snapshot.configFile(uri) !== undefined);
    const found = [
      ...(snapshot.codeFiles.get(uri)?.suppressions ?? []),
      ...(isYaml ? suppressionsInYaml(snapshot.text(uri) ?? '') : []),
    ];
    this.#entries = found.map(suppression => ({
      suppression,
      expired: suppression.until !== undefined && suppression.until < snapshot.today,
      used: new Set(),
      ruleIds,
    }));
  }

  /**
   * Whether a comment suppresses a finding of `rule` at `range`. A comment above a call's first line covers the whole
   * call, since most calls span several lines.
   */
  covers(rule: string, range: Range, call?: TrackCall): boolean {
    let isCovered = false;
    for (const { suppression, expired, used } of this.#entries) {
      if (expired || !namesRule(suppression, rule)) continue;
      const { scope, line } = suppression;
      const reaches =
        scope === 'file' ||
        range.start.line === line ||
        (call !== undefined && (call.range.start.line === line || call.calleeRange.start.line === line));
      if (!reaches) continue;
      used.add(rule);
      isCovered = true;
    }
    return isCovered;
  }

  uses(): readonly SuppressionUse[] {
    return this.#entries;
  }
}

/** A suppression can not do away with the finding that it is useless, unless it says so. */
function namesRule({ rules }: Suppression, rule: string): boolean {
  if (rules.length === 0) return rule !== 'unused-suppression';
  return rules.some(({ id }) => id === rule);
}

/** The suppressing comments of a plan or a config in YAML; JSON and CSV have no comments. */
function suppressionsInYaml(text: string): readonly Suppression[] {
  if (!text.includes('tracklint-ignore')) return [];
  const lines = new Lines(text);
  return [...text.matchAll(/(?<=^|\s)#[^\r\n]*/g)].flatMap(({ 0: comment, index }) => {
    const read = readSuppressionComment(comment);
    if (!read) return [];
    const range = lines.range(index, index + comment.length);
    const rules = read.rules.map(({ id, at, end }) => ({ id, range: lines.range(index + at, index + end) }));
    return [{ ...read, rules, range, line: read.scope === 'file' ? -1 : range.start.line + 1 }];
  });
}
