import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { languageOf, languages } from '../server/src/code/languages/index.ts';
import { callGrammars } from './differential/call-grammars.ts';
import { parseFixture } from './support/fixture.ts';

const prefix = 'completion-in-';
const fixtures = readdirSync('test/features')
  .filter(name => name.startsWith(prefix))
  .map(name => ({
    id: name.slice(prefix.length, -3),
    cases: parseFixture(readFileSync(`test/features/${name}`, 'utf8')),
  }));

test('every language that has a reader of its own, and TypeScript, is completed', () => {
  const own = languages.map(({ id }) => id).filter(id => callGrammars[id] !== undefined);
  assert.deepEqual(fixtures.map(({ id }) => id).sort(), ['typescript', ...own].sort());
});

for (const { id, cases } of fixtures)
  test(`completion is applied in the same cases in ${id} as in every other language`, () => {
    assert.deepEqual(
      cases.map(({ title }) => title),
      fixtures[0]?.cases.map(({ title }) => title),
    );
    for (const { title, files, answers } of cases) {
      const asked = files.find(({ cursor }) => cursor);
      assert.ok(asked && languageOf(asked.uri)?.id === id, `${title} is asked in ${id}`);
      // What is left after an item was inserted is parsed; a list of items alone says nothing of it.
      assert.ok(
        answers.some(({ info, text }) => info !== '' && text.trim() !== ''),
        `nothing is applied in "${title}"`,
      );
    }
  });
