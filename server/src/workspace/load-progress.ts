/** How the reading of a workspace is followed and ended. */
export interface LoadProgress {
  /** Told from time to time; both in files. */
  report?(done: number, total: number): void;
  /** Checked between slices of work; loading stops where it stands. */
  readonly cancelled?: () => boolean;
}
