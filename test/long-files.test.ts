import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { Fixture } from './support/fixture.ts';
import type { Workspace } from '../server/src/workspace/workspace.ts';
import { longComment } from './support/long-comment.ts';
import { open } from './support/open.ts';
import { printCall } from './support/print-call.ts';

const inPieces = /\.(?:kt|swift|py|rb|go|java|cs|dart|php)$/;

/** What is recognised does not depend on whether a file is so long that its functions are read one by one. */
suite('long files', () => {
  for (const folder of ['calls', 'languages', 'sdks', 'facts'])
    for (const name of readdirSync(`test/${folder}`)) {
      if (!readFileSync(`test/${folder}/${name}`, 'utf8').includes('```')) continue;
      for (const { title, files } of new Fixture(`test/${folder}/${name}`).cases) {
        if (!files.some(({ uri }) => inPieces.test(uri))) continue;
        test(`${folder}/${name}: ${title}`, async () => {
          const long = files.map(({ uri, text }) => ({ uri, text: isPadded(uri, text) ? padded(uri, text) : text }));
          const [one, other] = [await open(files), await open(long)];
          for (const { uri } of files)
            assert.deepEqual(other.snapshot.calls(uri).map(printCall), one.snapshot.calls(uri).map(printCall));
        });
      }
    }
});

/** A file that ends in a page is padded with nothing that the page does not show. */
function isPadded(uri: string, text: string): boolean {
  return inPieces.test(uri) && !text.includes('?>') && (!uri.endsWith('.php') || text.includes('<?php'));
}

function padded(uri: string, text: string): string {
  return `${text}\n${longComment(uri.slice(uri.lastIndexOf('.')))}`;
}

const cases = ['calls', 'languages']
  .flatMap(folder => readdirSync(`test/${folder}`).flatMap(name => new Fixture(`test/${folder}/${name}`).cases))
  .map(({ files }) => files)
  .filter(files => files.some(({ uri, text }) => isPadded(uri, text)));

suite('files of other languages than JavaScript that are edited', () => {
  test('a workspace knows the same however their texts came about', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: cases.length - 1 }),
        fc.nat(),
        fc.boolean(),
        fc.array(fc.record({ place: fc.double({ min: 0, max: 1, noNaN: true }), piece: fc.constantFrom(...pieces) }), {
          minLength: 1,
          maxLength: 6,
        }),
        async (index, which, isLong, edits) => {
          const files = cases[index] ?? [];
          const now = new Map(
            files.map(({ uri, text }) => [uri, isLong && isPadded(uri, text) ? padded(uri, text) : text]),
          );
          const long = files.filter(({ uri, text }) => isPadded(uri, text));
          const workspace = await openAll(now);
          const { uri, text: code } = long[which % long.length] ?? { uri: '', text: '' };
          for (const { place, piece } of edits) {
            const text = now.get(uri) ?? '';
            const lines = code.split('\n').length;
            const line = Math.floor(place * lines);
            const at = text.split('\n').slice(0, line).join('\n').length;
            // At an end of a line or in its middle, where people type.
            const end = text.indexOf('\n', at + 1);
            const middle = Math.floor((at + Math.max(at, end)) / 2);
            const offset = piece.length % 2 === 0 ? middle : Math.max(at, end);
            const edited = text.slice(0, offset) + piece + text.slice(offset);
            now.set(uri, edited);
            await workspace.update(uri, edited);
          }
          const fresh = await openAll(now);
          for (const { uri: each } of files)
            assert.deepEqual(workspace.snapshot.calls(each).map(printCall), fresh.snapshot.calls(each).map(printCall));
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** What is typed. */
const pieces = [
  'x',
  ' ',
  '"',
  '(',
  '()',
  '{',
  '{}',
  '\n',
  '.a',
  ', 1',
  '// a',
  '"a"',
  '\n\n',
  'name',
  ' = 1',
  'a = 1;',
];

/** Everything is open, so that the same files are read whatever they ask for. */
async function openAll(texts: ReadonlyMap<string, string>): Promise<Workspace> {
  const workspace = await open([...texts].map(([uri, text]) => ({ uri, text })));
  for (const [uri, text] of texts) await workspace.update(uri, text);
  return workspace;
}
