import type { OpenTypeChecker } from '../base/type-checker.ts';

/** What the server asks of the place where it runs, beyond the files. */
export interface Surroundings {
  /** Of Tracklint; undefined where it is not known. */
  readonly version?: string;
  /** Runs something later; the time is in milliseconds. */
  after(milliseconds: number, run: () => void): void;
  /** Opens a checker for the types of values; absent where no process can be started. */
  readonly openTypeChecker?: OpenTypeChecker;
  /** Address of a rule's page of documentation, where there is one that an editor can open. */
  rulePage(rule: string): string | undefined;
}
