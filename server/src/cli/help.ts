import type { Command } from './command.ts';
import { commands } from './commands/index.ts';
import type { Style } from './style.ts';

/** What `tracklint help` prints: every command with its sentence. */
export function overview(style: Style): string {
  return [
    'Tracklint checks the analytics tracking calls in source code against a tracking plan.',
    '',
    `${style.bold('Usage')}  tracklint <command> [options]`,
    '',
    ...table([
      ...commands.map(({ name, operands, summary }) => [style.bold(`${name} ${operands}`.trim()), summary] as const),
      [style.bold('help [command]'), 'Describe a command and its options.'],
      [style.bold('--version'), 'Print the version.'],
    ]),
    '',
    'Exit code 0: nothing to complain about. 1: errors, or more warnings than allowed. 2: misuse, or nothing could be checked.',
    '',
  ].join('\n');
}

/** What `tracklint help <command>` prints. */
export function commandHelp(command: Command, style: Style): string {
  const { name, operands, operandsHelp, summary, options, examples } = command;
  const parts = [
    `${style.bold('Usage')}  ${`tracklint ${name} ${operands}`.trim()}${options.length > 0 ? ' [options]' : ''}`,
    summary,
  ];
  const rows = options.map(
    option => [style.bold(`${option.name} ${option.value ?? ''}`.trim()), option.summary] as const,
  );
  if (operands !== '') rows.unshift([style.bold(operands), operandsHelp]);
  if (rows.length > 0) parts.push(table(rows).join('\n'));
  if (examples.length > 0) parts.push([style.bold('Examples'), ...examples.map(example => `  ${example}`)].join('\n'));
  return `${parts.join('\n\n')}\n`.replaceAll('`', '');
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => plainLength(left)));
  return rows.map(([left, right]) => `  ${left}${' '.repeat(width - plainLength(left) + 2)}${right}`);
}

/** Escape sequences take no column. */
function plainLength(text: string): number {
  return text
    .split('\u001b')
    .reduce((length, part, index) => length + (index === 0 ? part : part.replace(/^\[\d+m/, '')).length, 0);
}
