import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { Candidates, closest, nearest } from '../server/src/base/closest.ts';
import { plainName } from '../server/src/base/words.ts';

suite('the nearest name', () => {
  test('one letter wrong, missing, too much, or two swapped', () => {
    for (const word of ['totel', 'totl', 'tootal', 'ottal'])
      assert.equal(closest(word, ['total', 'items']), 'total', word);
  });

  test('case and separators count nothing, another word is not meant', () => {
    assert.equal(closest('order_completed', ['Order Completed']), 'Order Completed');
    assert.equal(closest('Basket Left', ['Order Completed']), undefined);
    assert.equal(closest('id', ['qty']), undefined);
  });

  test('the beginning of a name is meant for it', () => {
    assert.equal(closest('Order Comp', ['Order Completed', 'Product Viewed']), 'Order Completed');
  });

  test('the same as by comparing with every name in full', () => {
    const word = fc.stringMatching(/^[abc_]{1,12}$/);
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 8 }), (meant, names) => {
        const plain = plainName(meant);
        const limit = Math.max(1, Math.floor(plain.length / 3));
        const found = new Candidates(names).nearest(meant, names.length);
        for (const name of names) {
          const other = plainName(name);
          const isBeginning = plain.length >= 4 && plain.length * 2 >= other.length && other.startsWith(plain);
          const isNear = name !== meant && (isBeginning || distance(plain, other) <= limit);
          assert.equal(found.includes(name), isNear, `${meant} and ${name}`);
        }
        assert.deepEqual(nearest(meant, names, 2), found.slice(0, 2));
      }),
      { numRuns: 500 },
    );
  });
});

/** The whole table, as the textbook has it. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i || j));
  table.forEach((row, i) => {
    row.forEach((_, j) => {
      if (i === 0) row[j] = j;
      if (i === 0 || j === 0) return;
      const change = table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(change, table[i - 1]![j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], table[i - 2]![j - 2]! + 1);
    });
  });
  return table[a.length]![b.length]!;
}
