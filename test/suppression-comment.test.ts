import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readSuppressionComment } from '../server/src/base/suppression-comment.ts';

const read = (comment: string): unknown => {
  const found = readSuppressionComment(comment);
  return (
    found && {
      ...found,
      rules: found.rules.map(({ id, at, end }) => (comment.slice(at, end) === id ? id : 'misplaced')),
    }
  );
};

suite('suppression comments', () => {
  test('rules, reason and date', () => {
    assert.deepEqual(read('// tracklint-ignore-next-line unknown-event, wrong-type -- old app until 2027-01-01'), {
      scope: 'next-line',
      rules: ['unknown-event', 'wrong-type'],
      reason: 'old app',
      until: '2027-01-01',
    });
  });

  test('every rule, in the comments of several languages', () => {
    const all = { scope: 'file', rules: [], reason: 'generated' };
    for (const comment of [
      '# tracklint-ignore-file -- generated',
      '/* tracklint-ignore-file -- generated */',
      '<!-- tracklint-ignore-file -- generated -->',
      '{/* tracklint-ignore-file -- generated */}',
    ])
      assert.deepEqual(read(comment), all, comment);
  });

  test('no reason, and a date without one', () => {
    assert.deepEqual(read('//tracklint-ignore-next-line'), { scope: 'next-line', rules: [] });
    assert.deepEqual(read('# tracklint-ignore-next-line a until 2026-02-03'), {
      scope: 'next-line',
      rules: ['a'],
      until: '2026-02-03',
    });
  });

  test('prose that speaks of it is no suppression', () => {
    assert.equal(read('// Write tracklint-ignore-next-line above the call.'), undefined);
    assert.equal(read('// tracklint-ignore-next-lines a'), undefined);
  });
});
