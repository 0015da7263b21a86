import type { ExitCode, Terminal } from './terminal.ts';

/** A command as the help, the README and the argument parser know it. Its code is loaded only when it runs. */
export interface Command {
  readonly name: string;
  /** What may follow the name, such as `[paths]` or `<rule>`; empty where nothing may. */
  readonly operands: string;
  readonly operandsHelp: string;
  /** One sentence. */
  readonly summary: string;
  readonly options: readonly Option[];
  /** Lines to try, for the help. */
  readonly examples: readonly string[];
  readonly load: () => Promise<RunCommand>;
}

export interface Option {
  /** With the dashes. */
  readonly name: string;
  /** Placeholder of the value; absent for a switch. */
  readonly value?: string;
  /** The only values allowed. */
  readonly choices?: readonly string[];
  /** The value is a whole number that is not negative. */
  readonly isCount?: true;
  /** Whether it may be given several times, or with several values between commas. */
  readonly isList?: true;
  readonly summary: string;
}

export type RunCommand = (input: CommandInput, terminal: Terminal) => Promise<ExitCode>;

/** The arguments of one command, checked against its options. */
export interface CommandInput {
  readonly operands: readonly string[];
  has(option: string): boolean;
  /** The last value given. */
  value(option: string): string | undefined;
  values(option: string): readonly string[];
}
