import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { suite, test } from 'node:test';
import { languageOf } from '../server/src/code/languages/index.ts';
import { checkSpans } from './support/check-spans.ts';
import { Fixture, isUpdating } from './support/fixture.ts';
import { printFacts } from './support/print-facts.ts';

for (const name of readdirSync('test/facts')) {
  const fixture = new Fixture(`test/facts/${name}`);
  suite(`facts: ${name.replace('.md', '')}`, () => {
    for (const { title, files, answers } of fixture.cases)
      test(title, () => {
        const [file] = files;
        const [answer] = answers;
        assert.ok(file && answer, 'a case has a file and an expectation');
        const language = languageOf(file.uri);
        assert.ok(language, `no language reads ${file.uri}`);
        const facts = language.read(file.uri, file.text);
        checkSpans(facts, file.text);
        const printed = printFacts(facts);
        if (isUpdating) fixture.replace(answer, printed);
        else assert.equal(printed, answer.text.trimEnd());
      });
    if (isUpdating)
      test('update', () => {
        fixture.save();
      });
  });
}
