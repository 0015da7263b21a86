import { groupBy } from '../base/group-by.ts';
import type { Uri } from '../base/text.ts';
import type { TypeChecker } from '../base/type-checker.ts';
import type { Workspace } from './workspace.ts';

export interface TypeWaveProgress {
  /** Told after each file; both in files. */
  report?(done: number, total: number): void;
  readonly cancelled?: () => boolean;
}

/**
 * The second wave: asks the checker about the values in the calls of files, and gives its answers to the workspace. Answers
 * the files whose calls are known better (or otherwise) than before. Where the checker has failed for good, what it said
 * before is forgotten, so that what stands is what declarations tell.
 */
export async function typeWave(
  workspace: Workspace,
  checker: TypeChecker,
  uris: Iterable<Uri>,
  progress: TypeWaveProgress = {},
): Promise<ReadonlySet<Uri>> {
  const { cancelled = () => false } = progress;
  const changed = new Set<Uri>();
  const asked = new Set<string>();
  const all = [...uris];
  for (const [index, uri] of all.entries()) {
    if (cancelled()) break;
    for (const [file, questions] of groupBy(workspace.typeQuestions(uri), question => question.uri)) {
      const text = workspace.snapshot.text(file);
      const fresh = questions.filter(({ at, end }) => !asked.has(`${file}:${at}-${end}`));
      if (text === undefined || fresh.length === 0 || !checker.reads(file)) continue;
      for (const { at, end } of fresh) asked.add(`${file}:${at}-${end}`);
      const types = await checker.types(file, text, fresh, cancelled);
      if (checker.trouble !== undefined) {
        workspace.forgetTypes();
        return new Set(all);
      }
      if (types && !cancelled() && workspace.setTypes(file, text, fresh, types)) changed.add(uri);
    }
    progress.report?.(index + 1, all.length);
  }
  return changed;
}
