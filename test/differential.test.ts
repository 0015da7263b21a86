import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { suite, test } from 'node:test';
import { languageOf } from '../server/src/code/languages/index.ts';
import { callGrammars } from './differential/call-grammars.ts';
import { compareWithTree } from './differential/compare.ts';
import { treeParser } from './differential/tree-parser.ts';
import { parseFixture } from './support/fixture.ts';

/** All code in the fixtures of these folders, which was written to hold what is difficult to read. */
const files = ['languages', 'calls', 'sdks', 'half-typed', 'fixes', 'rules'].flatMap(folder =>
  readdirSync(`test/${folder}`)
    .filter(name => name.endsWith('.md'))
    .flatMap(name => parseFixture(readFileSync(`test/${folder}/${name}`, 'utf8')))
    .flatMap(({ title, files: all }) => all.map(file => ({ title, ...file }))),
);

suite('the same calls as tree-sitter finds', () => {
  for (const [id, grammar] of Object.entries(callGrammars))
    test(id, async () => {
      const parser = await treeParser(grammar.wasm);
      let calls = 0;
      const found: string[] = [];
      for (const { title, uri, text } of files) {
        if (languageOf(uri)?.id !== id || uri.endsWith('.erb') || uri.endsWith('.h')) continue;
        const plain = text.replaceAll(/[«»]/g, '');
        const result = compareWithTree(id, grammar, parser, uri, plain);
        calls += result.calls;
        for (const { kind, at, detail } of result.differences)
          found.push(`${title}, line ${plain.slice(0, at).split('\n').length}: ${kind}: ${detail}`);
      }
      assert.deepEqual(found, []);
      assert.ok(calls > 90, `only ${calls} calls`);
    });
});
