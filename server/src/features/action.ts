import type { Finding } from '../base/finding.ts';
import type { TextEdit, Uri } from '../base/text.ts';

/** A code action before it is written in the protocol's words. */
export interface Action {
  readonly title: string;
  readonly kind: string;
  /** The finding that it repairs or suppresses. */
  readonly finding?: Finding;
  readonly preferred?: boolean;
  /** A file that is made first, where it is not there yet. */
  readonly creates?: Uri;
  /** Asked for when the action is chosen, or when it is offered to an editor that cannot ask later. */
  edits(): readonly TextEdit[];
}
