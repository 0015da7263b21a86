import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { mayHave, WordScan } from '../server/src/node/index/word-scan.ts';

const scan = new WordScan();

/** Words and what may stand beside them: digits, letters beyond ASCII, half of a letter, runs longer than a block. */
const pieces = fc.oneof(
  fc.stringMatching(/^\w{1,12}$/),
  fc.stringMatching(/^[a-z]{60,200}$/),
  fc.constantFrom(' ', '.', '(', '\n', '\0', '$', 'é', '名', '-', 'track', 'trackEvent', '_', '9lives', 'x'),
);
const texts = fc.array(pieces, { maxLength: 120 }).map(each => each.join(''));

suite('words of a text', () => {
  test('none is denied, and each that is looked for is told', () => {
    const looked = ['track', 'trackEvent', 'lives'];
    fc.assert(
      fc.property(texts, text => {
        scan.telling = looked.map(hashOf);
        const found = look(text);
        const words = wordsOf(text);
        for (const word of words) assert.ok(found.filter && mayHave(found.filter, hashOf(word)), word);
        assert.equal(
          found.isTelling,
          looked.some(word => words.has(word)),
        );
        assert.equal(found.lines, text.split('\n').length);
        assert.equal(found.hasZero, text.includes('\0'));
      }),
    );
  });

  test('few are taken for others', () => {
    const words = Array.from({ length: 5000 }, (_, at) => `word${at}`);
    const { filter } = look(words.join(' '));
    const wrong = Array.from({ length: 10_000 }, (_, at) => `other${at}`).filter(
      word => filter && mayHave(filter, hashOf(word)),
    );
    assert.ok(wrong.length < 50, `${wrong.length} of 10,000`);
  });

  test('of a text with more words than can be kept, nothing is said', () => {
    const found = look(Array.from({ length: 100_000 }, (_, at) => `word${at}`).join(' '));
    assert.equal(found.filter, undefined);
    assert.equal(found.isTelling, true);
  });

  test('what is no word cannot be looked for', () => {
    assert.deepEqual(
      ['', 'a', '9lives', 'a-b', 'é'].map(word => scan.hash(word)),
      [undefined, undefined, undefined, undefined, undefined],
    );
  });
});

function look(text: string) {
  const bytes = Buffer.from(text);
  scan.input.set(bytes);
  return scan.look(bytes.length);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[A-Za-z0-9_]+/g)?.filter(word => word.length > 1 && !/^\d/.test(word)));
}

function hashOf(word: string): number {
  return scan.hash(word) ?? assert.fail(word);
}
