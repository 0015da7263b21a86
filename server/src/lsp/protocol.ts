import type { Uri } from '../base/text.ts';

export type { CallText, CallTextParams } from '../features/call-text.ts';
export type { PlanDraft, PlanDraftParams } from '../features/plan-draft.ts';
export type { PlanBranch, PlanTree, PlanTreeEvent } from '../features/plan-tree.ts';

/**
 * What Tracklint's server and an editor say to each other beyond the Language Server Protocol. All of it is optional for
 * an editor: what it does not announce in `initializationOptions` is left out or done in the protocol's own words.
 */
export interface InitializationOptions {
  /**
   * Commands that the editor carries out itself when they stand in a code lens or a code action. Where
   * `showReferencesCommand` is not among them, lenses carry no command.
   */
  readonly commands?: readonly string[];
  /**
   * Whether the user trusts the workspace. Only in a trusted one may the workspace's own TypeScript be run; in one that is
   * not, no type checker is. Absent: the editor does not know of trust, and only what is installed beside Tracklint is run.
   */
  readonly trusted?: boolean;
  /** Path of the folder of a TypeScript package (7 or later) whose checker is asked for types, where the workspace has none. */
  readonly typescript?: string;
  /**
   * Whether the editor answers `readFileRequest` and `readDirectoryRequest`. A server in a browser needs both; elsewhere
   * they serve files whose URI is not `file:`.
   */
  readonly files?: boolean;
  /** A folder, as a `file:` URI, in which the server may keep what it read for the next start. */
  readonly storage?: Uri;
  /** Whether the editor shows plans as a tree, and so wants to be told when it may have changed. */
  readonly tree?: boolean;
  /**
   * Languages of plan files that another extension already checks and completes by our schema: there the server leaves
   * out what the schema says, so that nothing is offered or reported twice.
   */
  readonly schemaElsewhere?: readonly ('yaml' | 'json')[];
}

/** VS Code's own command; an editor that names it has it run after completions that leave a value to be chosen. */
export const suggestCommand = 'editor.action.triggerSuggest';

/** Command of a code lens: arguments are a URI, the position of the lens, and `Location[]`. */
export const showReferencesCommand = 'tracklint.showReferences';

/** Notification to the editor, with a `Status`, whenever that has changed. */
export const statusNotification = 'tracklint/status';

/** What the server has read, and what it has not: nothing is left out in silence. */
export interface Status {
  readonly state: 'indexing' | 'ready';
  readonly plans: readonly PlanStatus[];
  /** Code files in a known language, and those among them that may hold a call and were parsed. */
  readonly files: number;
  readonly parsed: number;
  readonly skipped: readonly { readonly uri: Uri; readonly why: string }[];
  /** Recognised calls, and those among them whose event is not known. */
  readonly calls: number;
  readonly dynamic: number;
  /** What plan files that are open and not saved yet would break; absent where all are saved. */
  readonly unsaved?: UnsavedStatus;
  /** Where the types of values come from, and why that is less than it could be, in a sentence or two. */
  readonly types: string;
}

export interface UnsavedStatus {
  /** Changes of the plan that calls may not follow. */
  readonly breaking: number;
  /** Calls with findings that they do not have under the saved plan. */
  readonly calls: number;
}

export interface PlanStatus {
  readonly name: string;
  /** The file to open for it, and how many files it is made of. */
  readonly uri: Uri;
  readonly files: number;
  readonly events: number;
}

/** Request to the editor: `{ uri }`; answers the text of a file, or null where it cannot be read. */
export const readFileRequest = 'tracklint/readFile';

/** Request to the editor: `{ uri }`; answers `DirectoryEntry[]`, empty where the folder cannot be read. */
export const readDirectoryRequest = 'tracklint/readDirectory';

export interface DirectoryEntry {
  readonly name: string;
  readonly type: 'file' | 'folder';
}

/** Request to the server, without parameters: a `PlanTree`. */
export const planTreeRequest = 'tracklint/planTree';

/** Request to the server, with `CallTextParams`: a `CallText`, or null where the plan has no such event. */
export const callTextRequest = 'tracklint/callText';

/** Request to the server, with `PlanDraftParams`: a `PlanDraft`, or null where there is nothing to draft from. */
export const planDraftRequest = 'tracklint/planDraft';

/** Request to the server: a `ToolCall`; answers Markdown. The tools are those of `tracklint mcp`. */
export const toolRequest = 'tracklint/tool';

export interface ToolCall {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Notification to an editor that announces `tree`: what a `PlanTree` says may have changed. */
export const treeChangedNotification = 'tracklint/treeChanged';
