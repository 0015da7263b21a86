import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { suite, test } from 'node:test';
import type { Language } from '../server/src/code/language.ts';
import { languageOf } from '../server/src/code/languages/index.ts';
import { checkSpans } from './support/check-spans.ts';
import { Fixture, isUpdating, type FixtureFile } from './support/fixture.ts';
import { printFacts } from './support/print-facts.ts';

/** A text with everything in it that a string has to escape in some language. */
const awkward = `It's "new" \\ $1 #{x} {y} %s`;

const fixtures = readdirSync('test/languages').map(name => ({ name, fixture: new Fixture(`test/languages/${name}`) }));

for (const { name, fixture } of fixtures)
  suite(`language: ${name.replace('.md', '')}`, () => {
    for (const { title, files, answers } of fixture.cases)
      test(title, () => {
        const [file] = files;
        const [answer] = answers;
        assert.ok(file && answer, 'a case has a file and an expectation');
        const language = languageOf(file.uri);
        assert.ok(language, `no language reads ${file.uri}`);
        const text = written(language, file);
        const facts = language.read(file.uri, text);
        checkSpans(facts, text);
        const printed = (text === file.text ? '' : `${text.trimEnd()}\n--\n`) + printFacts(facts);
        if (isUpdating) fixture.replace(answer, printed);
        else assert.equal(printed, answer.text.trimEnd());
      });
    if (isUpdating)
      test('update', () => {
        fixture.save();
      });
  });

test('every language is tested by the same cases', () => {
  const [first, ...others] = fixtures.map(({ fixture }) => fixture.cases.map(({ title }) => title));
  assert.ok(first !== undefined && first.length >= 25);
  for (const titles of others) assert.deepEqual(titles, first);
});

/** The text with `__EVENT__` and `__PAYLOAD__` replaced by what the language's writer writes for an awkward name and all types. */
function written({ write }: Language, { text }: FixtureFile): string {
  const entries = [
    write.entry('plain_key', write.literal(awkward)),
    write.entry('odd key', write.literal(-1.5)),
    ...(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'] as const).map(type =>
      write.entry(type, write.placeholder(type)),
    ),
  ];
  return text
    .replaceAll('__EVENT__', () => write.literal(awkward))
    .replaceAll('__PAYLOAD__', () => write.payload(entries, ''))
    .replaceAll('__EMPTY__', () => write.payload([]));
}
