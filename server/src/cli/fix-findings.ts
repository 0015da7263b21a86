import type { Finding, Fix } from '../base/finding.ts';
import { groupBy } from '../base/group-by.ts';
import type { TextEdit, Uri } from '../base/text.ts';
import { applyEdits, overlap } from '../base/apply-edits.ts';

/** What repairing would do. */
export interface Repair {
  /** Texts of files before and after, by file. */
  readonly files: ReadonlyMap<Uri, { readonly before: string; readonly after: string }>;
  /** How many findings were repaired. */
  readonly count: number;
}

export interface Repairable {
  /** The findings of the present state, in order. */
  findings(): readonly Finding[];
  text(uri: Uri): string | undefined;
  update(uri: Uri, text: string): Promise<void>;
}

/**
 * Applies fixes until none is left: those that touch each other one after the other, since the first may make the
 * second needless. Only the safe ones, or every preferred one where `unsafe` is set.
 */
export async function repair(workspace: Repairable, unsafe: boolean): Promise<Repair> {
  const files = new Map<Uri, { before: string; after: string }>();
  let count = 0;
  for (let round = 0; round < roundLimit; round++) {
    const { edits, fixed } = compatibleEdits(workspace.findings(), unsafe);
    if (fixed === 0) break;
    count += fixed;
    for (const [uri, own] of groupBy(edits, edit => edit.uri)) {
      const text = workspace.text(uri);
      if (text === undefined) continue;
      const after = applyEdits(text, own);
      files.set(uri, { before: files.get(uri)?.before ?? text, after });
      await workspace.update(uri, after);
    }
  }
  return { files, count };
}

/** The fix that `--fix` applies to a finding, if any. */
export function applicableFix(finding: Finding, unsafe: boolean): Fix | undefined {
  return finding.fixes?.().find(fix => fix.safe === true || (unsafe && fix.preferred === true));
}

/** Two rules whose fixes undo each other would go on for ever. */
const roundLimit = 10;

function compatibleEdits(findings: readonly Finding[], unsafe: boolean): { edits: TextEdit[]; fixed: number } {
  const edits: TextEdit[] = [];
  let fixed = 0;
  for (const finding of findings) {
    const fix = applicableFix(finding, unsafe);
    if (!fix || fix.edits.length === 0) continue;
    const isNew = (edit: TextEdit) => !edits.some(other => isSameEdit(edit, other));
    const added = fix.edits.filter(isNew);
    if (added.some(edit => edits.some(other => other.uri === edit.uri && overlap(other.range, edit.range)))) continue;
    edits.push(...added);
    fixed++;
  }
  return { edits, fixed };
}

/** Several findings may be repaired by one edit, as where a constant holds a wrong name. */
function isSameEdit(a: TextEdit, b: TextEdit): boolean {
  return a.uri === b.uri && a.newText === b.newText && JSON.stringify(a.range) === JSON.stringify(b.range);
}
