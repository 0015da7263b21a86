import type { Finding, Fix } from '../../base/finding.ts';
import { groupBy } from '../../base/group-by.ts';
import type { Location, Range, Uri } from '../../base/text.ts';
import { rules } from '../../rules/index.ts';
import type { Rule } from '../../rules/rule.ts';
import { fingerprints } from '../fingerprint.ts';
import { relativePath } from '../relative-path.ts';
import type { Report, Reporter } from '../report.ts';
import { notCheckedLine } from '../summary.ts';

/**
 * Static Analysis Results Interchange Format.
 * Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
 */
export const sarif: Reporter = {
  summary: 'Code scanning, in GitHub and elsewhere: SARIF 2.1.0.',
  write: report => `${JSON.stringify(log(report), undefined, 2)}\n`,
};

function log(report: Report) {
  const { findings, cwd, version } = report;
  const names = fingerprints(findings, cwd);
  const broken = rules.filter(rule => findings.some(finding => finding.rule === rule.id));
  const hidden = notCheckedLine(report.counts);
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Tracklint', semanticVersion: version, rules: broken.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: hidden === '' ? [] : [{ level: 'note', message: { text: hidden } }],
          },
        ],
        results: findings.map((finding, index) => result(finding, broken, names[index] ?? '', cwd)),
      },
    ],
  };
}

function descriptor(rule: Rule) {
  return {
    id: rule.id,
    shortDescription: { text: rule.summary },
    help: { text: rule.why, markdown: rule.why },
    defaultConfiguration: { level: levels[rule.severity.recommended] },
  };
}

function result(finding: Finding, broken: readonly Rule[], fingerprint: string, cwd: Uri) {
  const related = (finding.related ?? []).map((each, id) => ({
    id,
    ...location(each, cwd),
    message: { text: each.message },
  }));
  const ruleIndex = broken.findIndex(rule => rule.id === finding.rule);
  return {
    ruleId: finding.rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [location(finding, cwd)],
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    partialFingerprints: { 'tracklint/v1': fingerprint },
    ...fixes(finding.fixes?.() ?? [], cwd),
  };
}

function fixes(offered: readonly Fix[], cwd: Uri) {
  if (offered.length === 0) return {};
  return {
    fixes: offered.map(({ title, edits }) => ({
      description: { text: title },
      artifactChanges: [...groupBy(edits, edit => edit.uri)].map(([uri, changes]) => ({
        artifactLocation: artifact(uri, cwd),
        replacements: changes.map(({ range, newText }) => ({
          deletedRegion: region(range),
          insertedContent: { text: newText },
        })),
      })),
    })),
  };
}

function location({ uri, range }: Location, cwd: Uri) {
  return { physicalLocation: { artifactLocation: artifact(uri, cwd), region: region(range) } };
}

function artifact(uri: Uri, cwd: Uri) {
  return { uri: relativePath(cwd, uri).split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

function region({ start, end }: Range) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

const levels = { error: 'error', warning: 'warning', info: 'note', off: 'none' } as const;
