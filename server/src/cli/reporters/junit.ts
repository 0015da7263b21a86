import { groupBy } from '../../base/group-by.ts';
import { relativePath } from '../relative-path.ts';
import type { Reporter } from '../report.ts';
import { notCheckedLine } from '../summary.ts';

/**
 * The JUnit XML that CI servers show as tests: one suite per file, one failed test per finding. What is only information
 * does not fail. A clean run is one passed test, since many servers reject a report without any.
 */
export const junit: Reporter = {
  summary: 'CI servers that show tests: one failed test per finding.',

  write(report) {
    const suites = [...groupBy(report.findings, each => each.uri)].map(([uri, findings]) => {
      const path = relativePath(report.cwd, uri);
      const cases = findings.map(({ rule, severity, message, range }) => {
        const place = `${path}:${range.start.line + 1}:${range.start.character + 1}`;
        const content =
          severity === 'info'
            ? `<system-out>${xml(message)}</system-out>`
            : `<failure message="${xml(message)}" type="${severity}">${xml(`${place} ${message} (${rule})`)}</failure>`;
        return `    <testcase name="${xml(`${rule} at line ${range.start.line + 1}`)}" classname="${xml(path)}">${content}</testcase>\n`;
      });
      const failures = findings.filter(each => each.severity !== 'info').length;
      return suite(path, findings.length, failures, cases.join(''));
    });
    if (suites.length === 0)
      suites.push(suite('tracklint', 1, 0, '    <testcase name="no findings" classname="tracklint"/>\n'));
    const hidden = notCheckedLine(report.counts);
    const { errors, warnings, infos } = report.counts;
    const total = Math.max(1, errors + warnings + infos);
    return [
      '<?xml version="1.0" encoding="UTF-8"?>\n',
      `<testsuites name="tracklint" tests="${total}" failures="${errors + warnings}">\n`,
      ...(hidden === '' ? [] : [`  <!-- ${xml(hidden).replaceAll('--', '- -')} -->\n`]),
      ...suites,
      '</testsuites>\n',
    ].join('');
  },
};

function suite(name: string, tests: number, failures: number, cases: string): string {
  return `  <testsuite name="${xml(name)}" tests="${tests}" failures="${failures}" errors="0">\n${cases}  </testsuite>\n`;
}

/** XML 1.0 has no way to write most control characters and lone surrogates: they become the replacement character. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"'\t\n\r]/g, character => entities[character] ?? `&#${character.charCodeAt(0)};`);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
