import type { TextEdit, Uri } from '../base/text.ts';
import type { CallKind, Scalar, ValueType } from '../base/vocabulary.ts';
import type { EventDefinition, EventKind, PlanFile, PropertyDefinition, TraitsDefinition } from './plan.ts';

/** What the columns of a plan in a table are called, by what they hold; in addition to the usual names. */
export type ColumnNames = ReadonlyMap<string, readonly string[]>;

/** What a team has said of its plan files. */
export interface ReadOptions {
  readonly columns?: ColumnNames;
}

/** A way of writing a tracking plan down. Reading never fails: problems are part of the answer. */
export interface PlanFormat {
  readonly id: string;
  readonly title: string;
  /** File name endings with the dot. */
  readonly extensions: readonly string[];
  /** Whether this text is a plan in this format; several formats share `.json` and `.yaml`. Must be cheap. */
  recognizes(uri: Uri, text: string, options?: ReadOptions): boolean;
  /** `previous` is the same file before an edit, where there is one: what the edit did not touch can be kept. */
  parse(uri: Uri, text: string, previous?: PlanFile, options?: ReadOptions): PlanFile;
  /** The same in steps between which others may run, for a format whose files may be large. */
  parseSteps?(uri: Uri, text: string, previous?: PlanFile, options?: ReadOptions): Generator<undefined, PlanFile>;
  /**
   * For a format whose files refer to each other: understands all of a plan's files of the format together, and answers
   * them in the same order.
   */
  link?(files: readonly PlanFile[]): readonly PlanFile[];
  /** Absent for a format that is only read. */
  readonly write?: PlanWriter;
}

/**
 * Edits of a plan's text that keep comments, order and formatting. Each returns undefined where the text has no place
 * for the edit (it is broken, or written in a way that the writer does not know).
 */
export interface PlanWriter {
  addEvent(file: PlanFile, event: EventDraft): readonly TextEdit[] | undefined;
  addProperty(
    file: PlanFile,
    owner: EventDefinition | TraitsDefinition,
    property: PropertyDraft,
  ): readonly TextEdit[] | undefined;
  /** Sets a scalar key of an event, such as `status`, `description`, `owner` or `replaced_by`; replaces what is there. */
  setEventKey(file: PlanFile, event: EventDefinition, key: string, value: Scalar): readonly TextEdit[] | undefined;
  /** As `setEventKey`, of a property such as its `description`. */
  setPropertyKey?(
    file: PlanFile,
    property: PropertyDefinition,
    key: string,
    value: Scalar,
  ): readonly TextEdit[] | undefined;
  /** The text of a name or value as it must stand at a range of this format: quoted where needed, as the old one was. */
  spell(oldText: string, value: string): string;
}

export interface EventDraft {
  readonly kind: EventKind;
  readonly name: string;
  readonly description?: string;
  readonly properties?: readonly PropertyDraft[];
}

export interface PropertyDraft {
  readonly name: string;
  readonly types?: readonly ValueType[];
  readonly enum?: readonly Scalar[];
  readonly items?: Omit<PropertyDraft, 'name' | 'required'>;
  readonly properties?: readonly PropertyDraft[];
  readonly required?: boolean;
}

/** The call kinds whose payload a plan describes as traits. */
export type TraitsKind = Extract<CallKind, 'identify' | 'group'>;
