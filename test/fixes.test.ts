import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { suite, test } from 'node:test';
import type { Finding } from '../server/src/base/finding.ts';
import { check } from '../server/src/rules/check.ts';
import { applyEdits, printChange } from './support/edits.ts';
import { Fixture, isUpdating } from './support/fixture.ts';
import { open, type TextFile } from './support/open.ts';
import { printCall } from './support/print-call.ts';

/** The rules whose fixes write code. */
const written = new Set(['missing-property', 'unknown-event', 'unknown-property', 'wrong-type']);

/** Every fix of code is applied and the result read again: its finding is gone, and no call is lost or has become another. */
for (const name of readdirSync('test/fixes')) {
  const fixture = new Fixture(`test/fixes/${name}`);
  suite(`fixes: ${name.replace('.md', '')}`, () => {
    for (const { title, files, answers } of fixture.cases)
      test(title, async () => {
        const [answer] = answers;
        assert.ok(answer);
        const { findings, calls } = await checked(files);
        const printed: string[] = [];
        for (const finding of findings) {
          if (!written.has(finding.rule)) continue;
          const fixes = (finding.fixes?.() ?? []).filter(fix => fix.edits.every(({ uri }) => !uri.endsWith('.yaml')));
          if (fixes.length === 0) printed.push(`${finding.rule} in line ${finding.range.start.line + 1}: no fix`);
          for (const fix of fixes) {
            const fixed = applyEdits(files, fix.edits);
            const after = await checked(fixed);
            const count = (all: readonly Finding[]): number => all.filter(({ rule }) => rule === finding.rule).length;
            assert.ok(count(after.findings) < count(findings), `"${fix.title}" leaves: ${finding.message}`);
            assert.equal(after.calls, calls, `"${fix.title}" loses a call`);
            printed.push(`${fix.title}\n${printChange(files, fixed)}`);
          }
        }
        const text = printed.join('\n');
        if (isUpdating) fixture.replace(answer, text);
        else assert.equal(text, answer.text.trimEnd());
      });
    if (isUpdating)
      test('update', () => {
        fixture.save();
      });
  });
}

async function checked(files: readonly TextFile[]): Promise<{ findings: readonly Finding[]; calls: number }> {
  const { snapshot } = await open(files);
  const code = files.filter(({ uri }) => !uri.endsWith('.yaml'));
  const calls = code.flatMap(({ uri }) => snapshot.calls(uri).map(printCall));
  return {
    findings: code.flatMap(({ uri }) => check(uri, snapshot, message => assert.fail(message))),
    calls: calls.length,
  };
}
