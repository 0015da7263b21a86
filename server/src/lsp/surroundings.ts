import type { OpenTypeChecker } from '../base/type-checker.ts';
import type { Activity } from './activity.ts';

/** What the server asks of the place where it runs, beyond the files. */
export interface Surroundings {
  /** Of Tracklint; undefined where it is not known. */
  readonly version?: string;
  /** Is told when somebody waits, where the host's pauses ask for that. */
  readonly activity?: Activity;
  /** Runs something later; the time is in milliseconds. */
  after(milliseconds: number, run: () => void): void;
  /** Opens a checker for the types of values; absent where no process can be started. */
  readonly openTypeChecker?: OpenTypeChecker;
  /** Address of a rule's page of documentation, where there is one that an editor can open. */
  rulePage(rule: string): string | undefined;
}
