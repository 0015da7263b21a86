import type { FixKind } from './fix-kinds.ts';
import type { Location, Range, TextEdit, Uri } from './text.ts';

export type Severity = 'off' | 'info' | 'warning' | 'error';

/** What a rule yields: what is wrong, where, and how it could be repaired. */
export interface Problem {
  /** The file of the range, where it is not the file being checked. */
  readonly uri?: Uri;
  readonly range: Range;
  /** Names the fault, why it matters, and what to do. One or two sentences. */
  readonly message: string;
  /** The other side: the plan entry, the constant that holds the name, the first definition. */
  readonly related?: readonly RelatedPlace[];
  /** `deprecated` is struck through in the editor, `unnecessary` is faded. */
  readonly tags?: readonly ('deprecated' | 'unnecessary')[];
  /** Any tool that knows the schema says it too; an editor with such a tool does not want to hear it twice. */
  readonly bySchema?: true;
  /** Computed only when someone asks: a light bulb in the editor, `--fix` on the command line. */
  readonly fixes?: () => readonly Fix[];
}

export interface RelatedPlace extends Location {
  readonly message: string;
}

/** A problem with its rule, severity and file filled in. */
export interface Finding extends Problem {
  readonly rule: string;
  readonly severity: Exclude<Severity, 'off'>;
  readonly uri: Uri;
}

export interface Fix {
  readonly kind: FixKind;
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The one that a person would choose; at most one of a finding's fixes. */
  readonly preferred?: boolean;
  /** Whether the meaning of the program is surely kept or surely meant: only such fixes are applied by `--fix` and fix all. */
  readonly safe?: boolean;
}
