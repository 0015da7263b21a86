import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { unifiedDiff } from '../server/src/cli/unified-diff.ts';

suite('unified diff', () => {
  // Few different lines, so that many are equal; with and without an end of line at the end of the text.
  const text = fc
    .tuple(fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 30 }), fc.boolean())
    .map(([lines, isEnded]) => lines.join('\n') + (isEnded && lines.length > 0 ? '\n' : ''));

  test('applied to the old text it gives the new one', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        assert.equal(patch(before, unifiedDiff('file', before, after)), after);
      }),
    );
  });

  test('equal texts have none', () => {
    fc.assert(fc.property(text, same => unifiedDiff('file', same, same) === ''));
  });

  test('a change far from another is a hunk of its own', () => {
    const lines = Array.from({ length: 20 }, (_, i) => `line ${i}`);
    const changed = lines.map((line, i) => (i === 2 || i === 16 ? `${line}!` : line));
    const diff = unifiedDiff('file', lines.join('\n'), changed.join('\n'));
    assert.deepEqual(diff.match(/^@@.*@@$/gm), ['@@ -1,6 +1,6 @@', '@@ -14,7 +14,7 @@']);
  });
});

/** Applies a difference, and checks that what it says of the old text is true. */
function patch(before: string, diff: string): string {
  if (diff === '') return before;
  const old = before === '' ? [] : before.split(/(?<=\n)/);
  let result = '';
  let at = 0;
  const lines = diff.split(/(?<=\n)/).slice(2);
  for (const [index, line] of lines.entries()) {
    const hunk = /^@@ -(\d+),(\d+)/.exec(line);
    if (hunk) {
      while (at < Number(hunk[1]) - 1) result += old[at++] ?? '';
      continue;
    }
    if (line.startsWith('\\')) continue;
    const content = lines[index + 1]?.startsWith('\\') ? line.slice(1, -1) : line.slice(1);
    if (!line.startsWith('+')) assert.equal(old[at++], content);
    if (!line.startsWith('-')) result += content;
  }
  return result + old.slice(at).join('');
}
