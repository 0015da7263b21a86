import { groupBy } from '../../base/group-by.ts';
import { relativePath } from '../relative-path.ts';
import type { Reporter } from '../report.ts';
import { checkedLine, notCheckedLine, verdict } from '../summary.ts';

/** A summary for a pull request's comment or a job's page. */
export const markdown: Reporter = {
  summary: 'A table for a pull request or a job summary.',

  write(report) {
    const { counts } = report;
    const mark = counts.errors > 0 ? '❌' : counts.warnings > 0 ? '⚠️' : '✅';
    const parts = [`## ${mark} Tracklint`, `${verdict(report)} ${checkedLine(counts)}`];
    const hidden = notCheckedLine(counts);
    if (hidden !== '') parts.push(hidden);
    for (const [uri, findings] of groupBy(report.findings, each => each.uri)) {
      const rows = findings.map(
        ({ severity, rule, message, range }) =>
          `| ${range.start.line + 1} | ${severity} | ${code(rule)} | ${cell(message)} |`,
      );
      parts.push(
        `### ${cell(relativePath(report.cwd, uri))}`,
        ['| Line | Severity | Rule | |', '| ---: | --- | --- | --- |', ...rows].join('\n'),
      );
    }
    return `${parts.join('\n\n')}\n`;
  },
};

function code(text: string): string {
  return `\`${text}\``;
}

/** Names from code and plan are text, not markup. */
function cell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\|*_<>[\]`~&]/g, character => `\\${character}`)
    .replaceAll('@', '@\u200b');
}
