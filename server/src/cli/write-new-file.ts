import { relativePath } from './relative-path.ts';
import { Misuse, type Terminal } from './terminal.ts';

/** Writes a file that must not be there yet, unless `force`; `-` prints instead. Says what was written. */
export async function writeNewFile(path: string, text: string, force: boolean, terminal: Terminal): Promise<void> {
  if (path === '-') {
    terminal.write(text);
    return;
  }
  const uri = terminal.resolve(path);
  const shown = relativePath(terminal.cwd, uri);
  if (!force && terminal.kindOf(uri) !== undefined) {
    throw new Misuse(`${shown} is already there. Write elsewhere with --output, or over it with --force.`);
  }
  if (!(await terminal.writeText(uri, text))) throw new Misuse(`${shown} cannot be written.`);
  terminal.writeError(`Written to ${shown}.\n`);
}
