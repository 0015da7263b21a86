import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { suite, test } from 'node:test';
import { sdks } from '../server/src/code/sdks/index.ts';
import { Fixture, isUpdating } from './support/fixture.ts';
import { open } from './support/open.ts';
import { printCall } from './support/print-call.ts';

/** One case for each SDK in each of its languages: `## <id of the SDK> in <language>`. */
const tested = new Set<string>();

for (const name of readdirSync('test/sdks')) {
  const fixture = new Fixture(`test/sdks/${name}`);
  suite(`sdks: ${name.replace('.md', '')}`, () => {
    for (const { title, files, answers } of fixture.cases) {
      tested.add(title);
      test(title, async () => {
        const [answer] = answers;
        assert.ok(files.length > 0 && answer, 'a case has a file and an expectation');
        const { snapshot } = await open(files);
        const calls = files.flatMap(({ uri }) => snapshot.calls(uri));
        const id = title.split(' ')[0];
        for (const call of calls) assert.equal(call.sdk, id);
        const printed = calls.map(printCall).join('\n') || 'nothing';
        if (isUpdating) fixture.replace(answer, printed);
        else assert.equal(printed, answer.text.trimEnd());
      });
    }
    if (isUpdating)
      test('update', () => {
        fixture.save();
      });
  });
}

test('every SDK is tested in every language that is not of the JavaScript family', () => {
  const missing = sdks.flatMap(sdk =>
    sdk.languages
      .filter(language => !/^(?:javascript|typescript|vue|svelte|astro|html)/.test(language))
      .map(language => `${sdk.id} in ${language}`)
      .filter(title => !tested.has(title)),
  );
  assert.deepEqual(missing, []);
});
