import type { Finding } from '../base/finding.ts';
import type { TextEdit } from '../base/text.ts';

/** A code action before it is written in the protocol's words. */
export interface Action {
  readonly title: string;
  readonly kind: string;
  /** The finding that it repairs or suppresses. */
  readonly finding?: Finding;
  readonly preferred?: boolean;
  /** Asked for when the action is chosen, or when it is offered to an editor that cannot ask later. */
  edits(): readonly TextEdit[];
}
