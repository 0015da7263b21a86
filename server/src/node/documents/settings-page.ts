import { manifest, wordsOf } from './manifest.ts';
import { notice, table } from './markdown.ts';

/** The settings and commands of the extension, as its manifest has them. */
export function settingsPage(): string {
  return (
    [
      notice,
      '# Settings and commands of the extension',
      'Settings change only what an editor shows. What decides findings stands in [.tracklint.yaml](config.md), so that the editor and CI agree.',
      settingsTable(),
      '## Commands',
      commandsTable(),
    ].join('\n\n') + '\n'
  );
}

export function settingsTable(): string {
  return table(
    ['Setting', 'Default', ''],
    Object.entries(manifest().contributes.configuration.properties).map(([name, setting]) => [
      `\`${name}\``,
      `\`${JSON.stringify(setting.default)}\``,
      // Links that run a command work in the editor only.
      wordsOf(setting.markdownDescription ?? setting.description ?? '').replace(/\[([^\]]*)\]\(command:[^)]*\)/g, '$1'),
    ]),
  );
}

function commandsTable(): string {
  return table(
    ['Command', 'Id'],
    manifest().contributes.commands.map(({ command, category, title }) => [
      `${category}: ${wordsOf(title)}`,
      `\`${command}\``,
    ]),
  );
}
