import { commands } from './commands/index.ts';
import { commandHelp, overview } from './help.ts';
import { parseArguments } from './parse-arguments.ts';
import { styleOf } from './style.ts';
import { suggest } from './suggest.ts';
import { Misuse } from './terminal.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Runs what was typed. Never throws: misuse and defects become a message and exit code 2. */
export async function main(terminal: Terminal): Promise<ExitCode> {
  try {
    return await run(terminal);
  } catch (error) {
    const style = styleOf(terminal);
    if (error instanceof Misuse) terminal.writeError(`${style.error('tracklint:')} ${error.message}\n`);
    else
      terminal.writeError(
        `${style.error('tracklint failed:')} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
    return 2;
  }
}

async function run(terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = terminal.args;
  if (name === undefined) {
    terminal.writeError(overview(styleOf(terminal)));
    return 2;
  }
  if (name === '--version' || name === '-V' || name === 'version') {
    terminal.write(`${terminal.version}\n`);
    return 0;
  }
  if (name === 'help' || name === '--help' || name === '-h') {
    const topic = rest.find(word => !word.startsWith('-'));
    terminal.write(
      topic === undefined ? overview(styleOf(terminal)) : commandHelp(commandNamed(topic), styleOf(terminal)),
    );
    return 0;
  }
  const command = commandNamed(name);
  const options = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  if (options.includes('--help') || options.includes('-h')) {
    terminal.write(commandHelp(command, styleOf(terminal)));
    return 0;
  }
  const input = parseArguments(command, rest);
  const execute = await command.load();
  return execute(input, terminal);
}

function commandNamed(name: string) {
  const command = commands.find(each => each.name === name);
  if (command) return command;
  if (name.startsWith('-')) throw new Misuse(`Name a command before ${name}, as in "tracklint check ${name}".`);
  const names = commands.map(each => each.name);
  throw new Misuse(`Unknown command "${name}". ${suggest(name, names, 'See "tracklint help".')}`);
}
