import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import { settledInsertion } from '../server/src/rules/edits/insert-entries.ts';

test('objects that are made from others share their hidden class', () => {
  setFlagsFromString('--allow-natives-syntax');
  const haveSameMap = runInThisContext('(a, b) => %HaveSameMap(a, b)') as (a: object, b: object) => boolean;
  const start = { line: 0, character: 0 };
  const made = Array.from({ length: 500 }, (_, at) => {
    const uri = `file:///${at}.ts`;
    return settledInsertion({ uri, range: { start, end: start }, kind: 'argument', before: '', after: '' }, '');
  });
  // The first few are made before V8 keeps in mind what it copies.
  const [first = {}, ...others] = made.slice(100);
  for (const other of others) assert.ok(haveSameMap(first, other));
});
