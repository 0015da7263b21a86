import { fingerprints } from '../fingerprint.ts';
import { relativePath } from '../relative-path.ts';
import type { Reporter } from '../report.ts';

/**
 * The Code Quality report that GitLab shows in a merge request.
 * Source: GitLab's documentation, "Code Quality", section "Code Quality report format".
 */
export const gitlab: Reporter = {
  summary: 'GitLab: a Code Quality report for merge requests.',

  write({ findings, cwd }) {
    const names = fingerprints(findings, cwd);
    const entries = findings.map(({ rule, severity, uri, range: { start, end }, message }, index) => ({
      type: 'issue',
      check_name: rule,
      description: message,
      severity: severities[severity],
      fingerprint: names[index],
      location: {
        path: relativePath(cwd, uri),
        lines: { begin: start.line + 1, end: end.line + 1 },
      },
    }));
    return `${JSON.stringify(entries, undefined, 2)}\n`;
  },
};

const severities = { error: 'major', warning: 'minor', info: 'info' } as const;
