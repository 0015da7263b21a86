import type { Finding } from '../../base/finding.ts';
import type { Location, Uri } from '../../base/text.ts';
import type { CheckOutput } from '../check-output.ts';
import { relativePath } from '../relative-path.ts';
import type { Report, Reporter } from '../report.ts';

export const json: Reporter = {
  summary: 'For programs: everything, in the shape of server/docs/check-output.schema.json.',
  write: report => `${JSON.stringify(output(report), undefined, 2)}\n`,
};

function output({ findings, counts, types, root }: Report): CheckOutput {
  return {
    version: 1,
    findings: findings.map(finding => entry(finding, root)),
    counts: {
      ...counts,
      notChecked: {
        ...counts.notChecked,
        brokenFiles: counts.notChecked.brokenFiles.map(uri => relativePath(root, uri)),
        skippedFiles: counts.notChecked.skippedFiles.map(({ uri, why }) => ({ file: relativePath(root, uri), why })),
      },
    },
    types,
  };
}

function entry(finding: Finding, root: Uri): CheckOutput['findings'][number] {
  return {
    rule: finding.rule,
    severity: finding.severity,
    ...place(finding, root),
    message: finding.message,
    related: (finding.related ?? []).map(each => ({ ...place(each, root), message: each.message })),
    fixes: (finding.fixes?.() ?? []).map(fix => ({
      title: fix.title,
      safe: fix.safe === true,
      preferred: fix.preferred === true,
      edits: fix.edits.map(edit => ({ ...place(edit, root), newText: edit.newText })),
    })),
  };
}

function place({ uri, range }: Location, root: Uri) {
  return {
    file: relativePath(root, uri),
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
  };
}
