/** What is made wrong, in plan or code, is noticed: in every case of what is recognised, and in the shop of the examples. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { suite, test } from 'node:test';
import type { Scalar } from '../server/src/base/vocabulary.ts';
import type { TrackCall } from '../server/src/code/track-call.ts';
import { planOf, type SeenCall } from './mutations/mutations.ts';
import { survivorsIn } from './mutations/survivors.ts';
import { Fixture } from './support/fixture.ts';
import { open, type TextFile } from './support/open.ts';

const seed = Number(process.env.SEED ?? 1);

suite('mutations', () => {
  for (const name of readdirSync('test/calls')) {
    test(`of the cases in ${name}`, async () => {
      const all: Record<string, readonly string[]> = {};
      for (const { title, files } of new Fixture(`test/calls/${name}`).cases) {
        // Half-typed code is left in peace.
        if (/^(?:Half-typed|Unclosed)/.test(title)) continue;
        const own = await unnoticed(files, 30);
        if (own.length > 0) all[title] = own;
      }
      assert.deepEqual(all, {});
    });
  }

  test('of the shop', async () => {
    const root = 'test/examples/shop';
    const files = readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter(entry => entry.isFile() && !entry.name.startsWith('tracking-plan'))
      .map(entry => resolve(entry.parentPath, entry.name))
      .map(path => ({
        uri: `file:///${relative(resolve(root), path).replaceAll('\\', '/')}`,
        text: readFileSync(path, 'utf8'),
      }));
    assert.deepEqual(await unnoticed(files, 200), []);
  });
});

/** What nobody noticed, in words. */
async function unnoticed(files: readonly TextFile[], limit: number): Promise<readonly string[]> {
  const planFile = 'tracking-plan.json';
  const uriOf = (file: string): string => `file:///${file}`;
  const first = await open(files);
  const calls = [...first.snapshot.allCalls()].filter(call => !call.forwards).map(seen);
  const plan = planOf(calls);
  const workspace = await open([...files, { uri: uriOf(planFile), text: JSON.stringify(plan) }]);
  const texts = new Map(files.map(({ uri, text }) => [uri.slice('file:///'.length), text]));
  const { survivors } = await survivorsIn({ workspace, uriOf, planFile, calls, plan, texts }, limit, seed);
  return survivors.map(({ what, call }) => `${call.file}:${call.line}: ${what}`);
}

function seen(call: TrackCall): SeenCall {
  return {
    file: call.uri.slice('file:///'.length),
    line: call.range.start.line + 1,
    endLine: call.range.end.line + 1,
    kind: call.kind,
    events: call.event.dynamic === undefined ? call.event.names.map(({ value }) => value) : null,
    properties: call.payload.properties.map(({ name, always, value }) => ({
      name,
      always: always && value.optional !== true,
      types: value.types ?? null,
      values: value.values?.map((each): Scalar => each) ?? null,
    })),
    open: call.payload.open,
  };
}
