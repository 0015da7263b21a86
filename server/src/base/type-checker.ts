import type { Uri } from './text.ts';
import type { Scalar, StaticType } from './vocabulary.ts';

/**
 * A language's own type checker, where one is in reach. It answers what reading declarations cannot: inference, generics,
 * narrowing, the types of packages. It may be slow to start, so nobody waits for it: findings are told without it first.
 */
export interface TypeChecker {
  /** What answers, such as `TypeScript 7.0.2`; undefined while nothing has been asked, or where it cannot answer. */
  readonly name: string | undefined;
  /** One sentence where it cannot answer although it was asked; undefined while nothing is wrong. */
  readonly trouble: string | undefined;
  /** Whether it may answer for files of this name at all. */
  reads(uri: Uri): boolean;
  /**
   * The types of expressions in a file whose text is `text`, in the order of the spans; undefined for what is `any`, or no
   * expression. Undefined as a whole where it was cancelled or cannot answer; it never throws.
   */
  types(
    uri: Uri,
    text: string,
    spans: readonly TextSpan[],
    cancelled?: () => boolean,
  ): Promise<readonly (CheckedType | undefined)[] | undefined>;
  /** An open document's text, which counts instead of what is on disk; undefined once it is closed. */
  change(uri: Uri, text: string | undefined): void;
  /** Files were made, changed or deleted on disk. */
  refresh(uris: readonly Uri[]): void;
  /** Ends its process. It is never started again. */
  dispose(): Promise<void>;
}

/** Makes a checker for a workspace that is not untrusted. Nothing is started before the first question. */
export type OpenTypeChecker = (options: TypeCheckerOptions) => Promise<TypeChecker>;

export interface TypeCheckerOptions {
  readonly folders: readonly Uri[];
  /** Whether the user trusts the workspace, so that it may bring its own. */
  readonly trusted: boolean;
  /** Folder of the checker's package that the user or the editor names, as a path. */
  readonly named?: string;
  readonly log: (message: string) => void;
}

/** Half-open, in UTF-16 units from the start of the text. */
export interface TextSpan {
  readonly at: number;
  readonly end: number;
}

/** What a checker knows of an expression's value. */
export interface CheckedType {
  /** All types that it can have; `undefined` is no type here, see `optional`. */
  readonly types: readonly StaticType[];
  /** All values that it can have, where each is known. */
  readonly values?: readonly Scalar[];
  /** Whether it may be `undefined`. */
  readonly optional?: true;
  /** Members of an object, without methods. */
  readonly members?: readonly CheckedMember[];
  /** Items of an array. */
  readonly items?: CheckedType;
}

export interface CheckedMember {
  readonly name: string;
  /** Undefined where it can be anything. */
  readonly type: CheckedType | undefined;
  readonly optional: boolean;
}
