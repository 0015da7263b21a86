import { commands } from '../../cli/commands/index.ts';
import { languages } from '../../code/languages/index.ts';
import { sdks } from '../../code/sdks/index.ts';
import { table } from './markdown.ts';
import { goalsTable } from './performance-page.ts';
import { rulesTable } from './rules-page.ts';
import { settingsTable } from './settings-page.ts';

/** The tables of the README, by the name of their place in it. */
export function readmeTables(): Readonly<Record<string, string>> {
  return {
    rules: rulesTable('server/docs/rules/'),
    commands: table(
      ['Command', ''],
      commands.map(({ name, operands, summary }) => [`\`${`tracklint ${name} ${operands}`.trim()}\``, summary]),
    ),
    options: table(
      ['Option of `check`', ''],
      (commands.find(({ name }) => name === 'check')?.options ?? []).map(option => [
        `\`${`${option.name} ${option.value ?? ''}`.trim()}\``,
        option.summary,
      ]),
    ),
    languages: languages.map(({ title }) => title).join(', ') + '.',
    sdks: table(
      ['SDK', 'Imported from', 'Global names'],
      sdks.map(({ title, imports, globals }) => [title, list(imports), list(globals)]),
    ),
    settings: settingsTable(),
    performance: goalsTable(),
  };
}

function list(names: readonly string[]): string {
  return names.map(name => `\`${name}\``).join(', ');
}
