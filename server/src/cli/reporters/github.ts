import { relativePath } from '../relative-path.ts';
import type { Reporter } from '../report.ts';
import { checkedLine, notCheckedLine, verdict } from '../summary.ts';

/**
 * Workflow commands that become annotations on a pull request.
 * Source: GitHub's documentation, "Workflow commands for GitHub Actions".
 */
export const github: Reporter = {
  summary: 'GitHub Actions: annotations on the lines of a pull request.',

  write(report) {
    const lines = report.findings.map(({ rule, severity, uri, range, message }) => {
      const properties = {
        file: relativePath(report.cwd, uri),
        line: range.start.line + 1,
        endLine: range.end.line + 1,
        // A column makes sense to GitHub only where the annotation is of one line.
        ...(range.end.line === range.start.line
          ? { col: range.start.character + 1, endColumn: range.end.character + 1 }
          : {}),
        title: `tracklint: ${rule}`,
      };
      const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
      return `::${severity === 'info' ? 'notice' : severity} ${written.join(',')}::${escapeData(message)}\n`;
    });
    const hidden = notCheckedLine(report.counts);
    return `${lines.join('')}${[verdict(report), checkedLine(report.counts), hidden].filter(each => each !== '').join('\n')}\n`;
  },
};

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
