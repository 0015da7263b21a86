import type { Finding } from '../base/finding.ts';
import type { Uri } from '../base/text.ts';
import type { Style } from './style.ts';
import type { TypesUsed } from './type-source.ts';

/** Prints the outcome of a check in one format. */
export interface Reporter {
  /** What it is for, in one sentence, for the documentation. */
  readonly summary: string;
  write(report: Report, style: Style): string;
}

/** The outcome of a check. */
export interface Report {
  /** Sorted by file, place, rule and message. */
  readonly findings: readonly Finding[];
  readonly counts: Counts;
  readonly types: TypesUsed;
  /** Where the command was started: paths for people are relative to it. Ends in `/`. */
  readonly cwd: Uri;
  /** What the command looked at: paths in data are relative to it. Ends in `/`. */
  readonly root: Uri;
  readonly version: string;
  /** The screen's width in characters. */
  readonly columns: number;
  /** The text that a finding was found in; undefined where it is not at hand any more. */
  readonly text: (uri: Uri) => string | undefined;
}

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings that `--fix` would repair. */
  readonly fixable: number;
  /** Findings left out since the baseline knows them. */
  readonly known: number;
  /** Code files in a known language. */
  readonly files: number;
  readonly calls: number;
  readonly events: number;
  readonly notChecked: NotChecked;
}

/** What a clean report must not hide. */
export interface NotChecked {
  /** Calls whose event, or some of its possible names, is only known at run time. */
  readonly dynamicCalls: number;
  /** Calls in files that no plan covers. */
  readonly unplannedCalls: number;
  /** Files that were read only in part, since some of it is not understood. */
  readonly brokenFiles: readonly Uri[];
  readonly skippedFiles: readonly SkippedFile[];
}

export interface SkippedFile {
  readonly uri: Uri;
  readonly why: 'large' | 'minified' | 'binary' | 'unreadable';
}
