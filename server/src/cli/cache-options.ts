import type { Uri } from '../base/text.ts';
import type { CommandInput, Option } from './command.ts';
import type { Terminal } from './terminal.ts';

/** The options of every command that reads a whole workspace. */
export const cacheOptions: readonly Option[] = [
  {
    name: '--cache-dir',
    value: '<folder>',
    summary:
      "Where to keep what was read, so that the next run reads only what changed. Without it, `tracklint` in the user's cache folder (such as `~/.cache`).",
  },
  { name: '--no-cache', summary: 'Read everything anew, and keep nothing.' },
];

/** Where to keep what was read: a folder, the user's own (undefined), or nowhere (null). */
export function cacheOf(input: CommandInput, terminal: Terminal): Uri | null | undefined {
  if (input.has('--no-cache')) return null;
  const folder = input.value('--cache-dir');
  return folder === undefined ? undefined : terminal.resolve(folder);
}
