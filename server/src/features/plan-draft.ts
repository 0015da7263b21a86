import type { Uri } from '../base/text.ts';
import { draftPlan } from '../rules/draft/draft-plan.ts';
import { mergeCalls } from '../rules/draft/merge-calls.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

export interface PlanDraftParams {
  /** The folder whose calls count, and to which places are relative. */
  readonly folder: Uri;
}

export interface PlanDraft {
  readonly text: string;
  readonly events: number;
}

/** A plan of the events that the code sends, in our own YAML; null where no call with a known name was found. */
export function planDraft(snapshot: Snapshot, { folder }: PlanDraftParams): PlanDraft | null {
  const root = folder.endsWith('/') ? folder : `${folder}/`;
  const draft = mergeCalls([...snapshot.allCalls()].filter(({ uri }) => uri.startsWith(root)));
  return draft.events.length === 0 ? null : { text: draftPlan(draft, root).text, events: draft.events.length };
}
