import type { Lines } from '../../base/lines.ts';
import type { Position, Uri } from '../../base/text.ts';
import type { CodeWriter } from '../../code/language.ts';
import type { TrackCall } from '../../code/track-call.ts';
import type { TrackingPlan } from '../../plan/plan.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { Placeholders } from '../placeholders.ts';

/** What is asked inside a call, with all that the parts of the answer need. */
export interface CodeQuestion {
  readonly snapshot: Snapshot;
  readonly plan: TrackingPlan;
  readonly call: TrackCall;
  readonly uri: Uri;
  readonly text: string;
  readonly lines: Lines;
  readonly position: Position;
  /** Offset of the position. */
  readonly cursor: number;
  readonly write: CodeWriter;
  readonly snippets: boolean;
  /** Makes a new snippet, or plain text for an editor that knows none. */
  readonly placeholders: () => Placeholders;
}
