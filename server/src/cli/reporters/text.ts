import { groupBy } from '../../base/group-by.ts';
import type { Finding } from '../../base/finding.ts';
import { Lines } from '../../base/lines.ts';
import { codeFrame } from '../code-frame.ts';
import { relativePath } from '../relative-path.ts';
import type { Report, Reporter } from '../report.ts';
import { printable } from '../style.ts';
import type { Style } from '../style.ts';
import { checkedLine, notCheckedLine, typesLine, verdict } from '../summary.ts';

export const text: Reporter = {
  summary: 'For people: findings by file, with the code and a summary.',

  write(report, style) {
    const files = groupBy(report.findings, finding => finding.uri);
    const blocks = [...files].map(([uri, findings]) => {
      const text = report.text(uri);
      const source = text === undefined ? undefined : { text, lines: new Lines(text) };
      return [
        style.bold(style.place(printable(relativePath(report.cwd, uri)))),
        ...findings.map(each => entry(each, source, report, style)),
      ].join('\n');
    });
    return `${[...blocks, summary(report, style)].join('\n\n')}\n`;
  },
};

/** An error or warning with its code; what is only information takes one line. */
function entry(
  finding: Finding,
  source: { readonly text: string; readonly lines: Lines } | undefined,
  report: Report,
  style: Style,
): string {
  const { line, character } = finding.range.start;
  const paint = style[finding.severity];
  const heading = `  ${style.dim(`${line + 1}:${character + 1}`)}  ${paint(finding.severity)}  ${printable(finding.message)}  ${style.dim(finding.rule)}`;
  if (finding.severity === 'info') return heading;
  const frame = source ? codeFrame(source.text, source.lines, finding.range, report.columns, style, paint) : [];
  return ['', heading, ...frame, ...notes(finding, report, style)].join('\n');
}

function notes(finding: Finding, report: Report, style: Style): string[] {
  const related = (finding.related ?? []).map(({ uri, range, message }) => {
    const place = `${relativePath(report.cwd, uri)}:${range.start.line + 1}:${range.start.character + 1}`;
    return `    ${style.dim('see')} ${style.place(printable(place))} ${style.dim(printable(message))}`;
  });
  const fixes = finding.fixes?.() ?? [];
  const fix = fixes.find(each => each.preferred) ?? fixes[0];
  if (!fix) return related;
  return [...related, `    ${style.good(fix.safe ? 'fix' : 'suggestion')} ${printable(fix.title)}`];
}

function summary(report: Report, style: Style): string {
  const { counts } = report;
  const paint = counts.errors > 0 ? style.error : counts.warnings > 0 ? style.warning : style.good;
  const hidden = notCheckedLine(counts);
  const types = typesLine(report.types);
  return [
    paint(verdict(report)),
    style.dim(checkedLine(counts)),
    ...(hidden === '' ? [] : [style.warning(hidden)]),
    ...(types === '' ? [] : [style.dim(types)]),
  ].join('\n');
}
