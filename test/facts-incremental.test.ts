import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { CodeFile } from '../server/src/code/facts.ts';
import { languageOf } from '../server/src/code/languages/index.ts';
import { checkSpans } from './support/check-spans.ts';
import { parseFixture } from './support/fixture.ts';
import { longComment } from './support/long-comment.ts';
import { applyEdit, randomEdits } from './support/random-edits.ts';

/** All cases of a language in one file, so that there are many statements of all kinds. */
function sourceOf(extension: string): string {
  return readdirSync('test/facts')
    .flatMap(name => parseFixture(readFileSync(`test/facts/${name}`, 'utf8')))
    .flatMap(({ files }) => files)
    .filter(({ uri }) => uri.endsWith(extension))
    .map(({ text }) => text)
    .join('\n');
}

function facts({ units, suppressions }: CodeFile): unknown {
  return { units, suppressions };
}

suite('facts of an edited file', () => {
  for (const extension of ['.kt', '.swift', '.py', '.rb', '.go', '.java', '.cs', '.dart', '.php', '.m'])
    test(`are those of the text in a long file: ${extension}`, () => {
      // Comments make it long enough to be read in pieces, wherever they stand.
      areThoseOf(extension, `${sourceOf(extension)}\n${longComment(extension)}`, 60);
    });

  for (const extension of ['.ts', '.tsx', '.js', '.vue', '.svelte', '.astro', '.html'])
    test(`are those of the text, however it came about: ${extension}`, () => {
      areThoseOf(extension, sourceOf(extension), 150, checkSpans);
    });

  test('share what an edit does not touch', () => {
    const language = languageOf('file:///a.ts');
    const before = language?.read('file:///a.ts', 'const a = 1;\nconst b = 2;\nconst c = 3;\n');
    const after = language?.read('file:///a.ts', 'const a = 1;\nconst b = 20;\nconst c = 3;\n', before);
    assert.equal(after?.units[0], before?.units[0]);
    assert.equal(after?.units[2]?.bindings, before?.units[2]?.bindings);
    assert.notEqual(after?.units[1], before?.units[1]);
  });
});

/** Whether a file that was edited in some steps reads as its text does. */
function areThoseOf(
  extension: string,
  source: string,
  numRuns: number,
  check?: (file: CodeFile, text: string) => void,
): void {
  const uri = `file:///a${extension}`;
  const language = languageOf(uri);
  assert.ok(language);
  fc.assert(
    fc.property(randomEdits, edits => {
      let text = source;
      let file = language.read(uri, text);
      for (const edit of edits) {
        text = applyEdit(text, edit);
        file = language.read(uri, text, file);
      }
      assert.deepEqual(facts(file), facts(language.read(uri, text)));
      check?.(file, text);
    }),
    { numRuns },
  );
}
