import type { Host } from '../base/host.ts';
import type { Uri } from '../base/text.ts';
import type { TypeChecker } from '../base/type-checker.ts';

/** Everything that a command asks of the outside. `node/cli.ts` implements it, tests with an in-memory one. */
export interface Terminal {
  /** What was typed after the program's name. */
  readonly args: readonly string[];
  /** The folder that the command was started in. Ends in `/`. */
  readonly cwd: Uri;
  readonly version: string;
  /** Characters in a line of the screen. */
  readonly columns: number;
  readonly colours: boolean;
  /** Whether a person watches standard error, so that progress is worth showing. */
  readonly isInteractive: boolean;
  write(text: string): void;
  writeError(text: string): void;
  /** Milliseconds since some moment; only differences mean something. */
  now(): number;

  /** The URI of a path as typed, relative to the current folder. Folders do not end in `/`. */
  resolve(path: string): Uri;
  kindOf(uri: Uri): 'file' | 'folder' | undefined;
  /** The exact text, with its byte-order mark; undefined where the file cannot be read or is not UTF-8. */
  readText(uri: Uri): Promise<string | undefined>;
  /** False where the file cannot be written. */
  writeText(uri: Uri, text: string): Promise<boolean>;
  /** What git prints; undefined where it fails or there is none. `input` is given to its standard input. */
  git(folder: Uri, args: readonly string[], input?: string): Promise<string | undefined>;

  /**
   * What the engine reads through; loaded only when it is asked for. `cache` is the folder in which to keep what was read; without
   * it, that is the user's own, and with null there is none.
   */
  openHost(cache?: Uri | null): Promise<Host>;
  /** TypeScript's own checker for the files of a folder; undefined where it cannot run. */
  openTypeChecker(folder: Uri): Promise<TypeChecker | undefined>;
  /** Runs the language server on standard input and output until it ends. */
  serve(): Promise<void>;
  /** Answers coding agents about a folder on standard input and output until that is closed. */
  serveAgents(root: Uri): Promise<void>;
}

/** 0: clean. 1: findings that fail the check. 2: misuse, or nothing could be checked. */
export type ExitCode = 0 | 1 | 2;

/** The command cannot be carried out as it was typed; the message says what to type instead. */
export class Misuse extends Error {}
