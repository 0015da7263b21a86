/**
 * The editor's requests. `test/features/<request>.md` and `<request>-<topic>.md` ask that request at `$0`; the files are
 * unsaved buffers, and nothing is on disk. `expect` is the answer as a person would write it down. `expect <label>` shows
 * what is left after the completion or the code action of that name was applied: every line that changed.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, suite, test } from 'node:test';
import { ask } from './support/ask.ts';
import { Fixture, isUpdating, type TestCase } from './support/fixture.ts';
import { openBuffers } from './support/open-buffers.ts';

for (const name of readdirSync('test/features').filter(file => file.endsWith('.md'))) {
  const fixture = new Fixture(`test/features/${name}`);
  suite(`features/${name}`, () => {
    for (const testCase of fixture.cases) test(testCase.title, () => run(name, fixture, testCase));
    after(() => {
      if (isUpdating) fixture.save();
    });
  });
}

async function run(name: string, fixture: Fixture, { title, files, answers }: TestCase): Promise<void> {
  const workspace = await openBuffers(files);
  const asked = files.find(file => file.cursor) ?? files.at(-1);
  assert.ok(asked, 'a case has a file');
  assert.ok(answers.length > 0, 'a case has an answer');
  for (const block of answers) {
    const actual = await ask(name, { workspace, files, asked, title, info: block.info });
    if (isUpdating) fixture.replace(block, actual);
    else assert.equal(actual.trimEnd(), block.text.trimEnd());
  }
}
