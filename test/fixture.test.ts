import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { compareAnnotations, printCarets, readCarets } from './support/carets.ts';
import { parseFixture } from './support/fixture.ts';

suite('fixtures', () => {
  test('a case has files, a cursor and answers', () => {
    const [first, second] = parseFixture(
      [
        '# suite',
        '',
        '## one',
        '',
        '```ts a.ts',
        'track($0);',
        '// ^^ rule: bad',
        '```',
        '',
        '```expect',
        'x',
        '```',
        '',
        '## two',
        '',
        '```py b.py',
        '```',
        '',
      ].join('\n'),
    );
    assert.equal(first?.title, 'one');
    assert.equal(first.expected, 'x');
    const file = first.files[0];
    assert.equal(file?.uri, 'file:///a.ts');
    assert.equal(file.text, 'track();\n');
    assert.deepEqual(file.cursor, { line: 0, character: 6 });
    assert.deepEqual(file.annotations, [
      { range: { start: { line: 0, character: 3 }, end: { line: 0, character: 5 } }, text: 'rule: bad' },
    ]);
    assert.equal(second?.title, 'two');
  });

  test('a range of several lines is read', () => {
    const { text, annotations } = readCarets('f({\n//^... a\n  b\n  })\n//...^\n'.replace('//...^', '...^'));
    assert.equal(text, 'f({\n  b\n  })\n');
    assert.deepEqual(annotations[0]?.range, { start: { line: 0, character: 2 }, end: { line: 2, character: 4 } });
  });

  test('a range that nothing ends is an error', () => {
    assert.throws(() => readCarets('f({\n//^... a\n'), /nothing ends/);
  });

  test('what is printed is read back', () => {
    const line = fc.stringMatching(/^[ ]{0,6}[a-z(){}]{4,20}$/);
    const annotation = fc.record({
      line: fc.nat(5),
      from: fc.nat(8),
      length: fc.nat(5),
      text: fc.stringMatching(/^[a-z]{1,5}: [a-z ]{0,5}[a-z]$/),
    });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.array(annotation, { maxLength: 5 }),
        (lines, drafts) => {
          const annotations = drafts
            .map(({ line, from, length, text }) => ({
              range: {
                start: { line: line % lines.length, character: from },
                end: { line: line % lines.length, character: from + length },
              },
              text,
            }))
            .sort(compareAnnotations);
          const text = lines.join('\n');
          assert.deepEqual(readCarets(printCarets(text, annotations, '//')), { text, annotations });
        },
      ),
    );
  });
});
