import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { CodeFile } from '../server/src/code/facts.ts';
import type { Language } from '../server/src/code/language.ts';
import { languageOf } from '../server/src/code/languages/index.ts';
import { breaks } from './support/breaks.ts';
import { checkSpans } from './support/check-spans.ts';
import { parseFixture } from './support/fixture.ts';

/** Reads a text, which must give facts whose places all lie in it. */
function read(language: Language, uri: string, text: string): CodeFile {
  const file = language.read(uri, text);
  checkSpans(file, text, true);
  assert.equal(
    file.units.some(({ problems = [] }) => problems.some(({ message }) => message.includes('could not be read'))),
    false,
    'the reader failed',
  );
  return file;
}

for (const name of readdirSync('test/languages')) {
  const files = parseFixture(readFileSync(`test/languages/${name}`, 'utf8')).flatMap(({ files }) => files);
  const texts = files.map(({ text }) => text);
  const [first] = files;
  const language = first && languageOf(first.uri);
  suite(`broken code: ${name.replace('.md', '')}`, () => {
    assert.ok(first && language);
    test('a file that ends anywhere', () => {
      for (const text of texts)
        for (let end = 0; end < text.length; end += 3) read(language, first.uri, text.slice(0, end));
    });
    test('a file that begins anywhere', () => {
      for (const text of texts)
        for (let from = 1; from < text.length; from += 5) read(language, first.uri, text.slice(from));
    });
    test('a file with damage at random', () => {
      const damage = fc.record({
        place: fc.nat(10_000),
        removed: fc.nat(12),
        inserted: fc.oneof(fc.constantFrom(...breaks), fc.string({ maxLength: 4 })),
      });
      fc.assert(
        fc.property(fc.constantFrom(...texts), fc.array(damage, { minLength: 1, maxLength: 6 }), (text, damages) => {
          let broken = text;
          for (const { place, removed, inserted } of damages) {
            const at = place % (broken.length + 1);
            broken = broken.slice(0, at) + inserted + broken.slice(at + removed);
          }
          read(language, first.uri, broken);
        }),
        { numRuns: 1000 },
      );
    });
  });
}
