import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outdated } from '../server/src/node/generate.ts';

test('generated files say what the code says', async () => {
  assert.deepEqual(await outdated(), [], 'run `npm run generate`');
});
