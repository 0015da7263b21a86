import { exporters } from '../../plan/export/index.ts';
import { formats } from '../../plan/formats/index.ts';
import { notice, table } from './markdown.ts';

/** Every format that a plan is read in, and every one that it is exported to. */
export function formatsPage(): string {
  return (
    [
      notice,
      '# Plan formats',
      'A plan is read in place, in whatever format it is: below a folder `tracking-plan/`, or where `plans` in the [configuration](config.md) says. Files of several formats are joined. What of a file is not understood is told as `unread-part`.',
      formatsTable(),
      '## Export',
      '`tracklint export <format>` writes a plan in these formats, and tells what of the plan each cannot say.',
      table(
        ['Format', ''],
        exporters.map(({ id, title }) => [`\`${id}\``, title]),
      ),
    ].join('\n\n') + '\n'
  );
}

export function formatsTable(): string {
  return table(
    ['Format', 'Files', 'Edited in place'],
    formats.map(({ title, extensions, write }) => [
      title,
      extensions
        .filter(extension => extension.startsWith('.'))
        .map(extension => `\`${extension}\``)
        .join(', '),
      write ? 'yes' : '',
    ]),
  );
}
