import type { Uri } from '../base/text.ts';
import { isOwnPlanName } from '../plan/discovery.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

/**
 * What the editor at the other end can do, as it announced, and which version of each open document it has. Features
 * that give richer answers to some editors take it as their third argument.
 */
export interface Editor {
  /** Placeholders in inserted text. */
  readonly snippets: boolean;
  /** Edits that name the version of the document that they were made for. */
  readonly versionedEdits: boolean;
  /** Edits that make files. */
  readonly createsFiles: boolean;
  /** Code actions whose edit is asked for later. */
  readonly lazyEdits: boolean;
  /** Symbols with children. */
  readonly nestedSymbols: boolean;
  /** Definitions that say which text is the link. */
  readonly definitionLinks: boolean;
  /** A command of the editor that shows places: arguments are a URI, a position and `Location[]`. */
  readonly showReferences?: string;
  /** A command of the editor that asks for completion again, for what is inserted with a value yet to be chosen. */
  readonly suggestAgain?: string;
  /** Languages of plan files in which another extension speaks for our schema: what it says is left to that one. */
  readonly schemaElsewhere: ReadonlySet<string>;
  /** Address of a rule's page of documentation; undefined where the editor has no way to show it. */
  rulePage(rule: string): string | undefined;
  /** Tells the log of what must not happen, such as a rule that failed. */
  readonly log: (message: string) => void;
  /** Version of a document as the editor last sent it; null for files that it has not opened. */
  version(uri: Uri): number | null;
}

/**
 * Whether another extension checks, completes and explains the file by our schema. Such extensions know plans and configs
 * by the names that they have without any configuration.
 */
export function isSchemaElsewhere(snapshot: Snapshot, uri: Uri, { schemaElsewhere }: Editor): boolean {
  const hasOwnName = isOwnPlanName(uri) || snapshot.configFile(uri) !== undefined;
  return hasOwnName && schemaElsewhere.has(uri.endsWith('.json') ? 'json' : 'yaml');
}

/** An editor that announces nothing beyond the first version of the protocol. */
export const plainEditor: Editor = {
  snippets: false,
  versionedEdits: false,
  createsFiles: false,
  lazyEdits: false,
  nestedSymbols: false,
  definitionLinks: false,
  schemaElsewhere: new Set(),
  rulePage: () => undefined,
  log: () => undefined,
  version: () => null,
};
