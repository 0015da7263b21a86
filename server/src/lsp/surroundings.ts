/** What the server asks of the place where it runs, beyond the files. */
export interface Surroundings {
  /** Runs something later; the time is in milliseconds. */
  after(milliseconds: number, run: () => void): void;
  /** Address of a rule's page of documentation, where there is one that an editor can open. */
  rulePage(rule: string): string | undefined;
}
