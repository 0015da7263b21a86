import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { suite, test } from 'node:test';
import { Fixture, isUpdating } from './support/fixture.ts';
import { open } from './support/open.ts';
import { printCall } from './support/print-call.ts';

/** What is recognised in code: each case is a small workspace, and its answer lists every call with all that is known of it. */
for (const name of readdirSync('test/calls')) {
  const fixture = new Fixture(`test/calls/${name}`);
  suite(`calls: ${name.replace('.md', '')}`, () => {
    for (const { title, files, answers } of fixture.cases)
      test(title, async () => {
        const [answer] = answers;
        assert.ok(files.length > 0 && answer, 'a case has a file and an expectation');
        const { snapshot } = await open(files);
        const printed = files.flatMap(({ uri }) => snapshot.calls(uri).map(printCall)).join('\n') || 'nothing';
        if (isUpdating) fixture.replace(answer, printed);
        else assert.equal(printed, answer.text.trimEnd());
      });
    if (isUpdating)
      test('update', () => {
        fixture.save();
      });
  });
}
