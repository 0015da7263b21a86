/** What is kept on disk must never be seen in what is found: a warm start finds what a cold one does. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, mock, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { Answers } from '../server/src/node/answers.ts';
import { nodeHost } from '../server/src/node/host.ts';
import { pack, unpack } from '../server/src/node/index/pack.ts';
import { Trace } from '../server/src/node/trace.ts';
import { rules } from '../server/src/rules/index.ts';
import { checkAll } from '../server/src/rules/check.ts';
import { Workspace } from '../server/src/workspace/workspace.ts';
import { printCall } from './support/print-call.ts';

/** Each file with the texts that it may have; some of the same size, some that make others of interest. */
const versions: Readonly<Record<string, readonly string[]>> = {
  'tracking-plan.yaml': ['events: { Order Completed: {}, Order Viewed: {} }\n', 'events: { Order Completed: {} }\n'],
  '.tracklint.yaml': ['exclude: [excluded/**]\n', 'functions: { "report": { event: 0 } }\n'],
  'package.json': ['{ "name": "shop" }'],
  'src/track.ts': [
    `import posthog from 'posthog-js';\nexport const send = (name: string) => posthog.capture(name);\n`,
    `import posthog from 'posthog-js';\nexport const sent = (name: string) => posthog.capture(name);\n`,
    `export const send = (name: string) => console.log(name);\n`,
  ],
  'src/page.ts': [
    `import { send } from './track';\nimport { DONE } from './names';\nsend(DONE);\n`,
    `import { sent } from './track';\nimport { DONE } from './names';\nsent(DONE);\n`,
    `import { send } from './track';\nsend('Öffnen');\nsend('Half`,
  ],
  'src/names.ts': [`export const DONE = 'Order Completed';\n`, `export const DONE = 'Order Cancelled';\n`],
  'src/report.ts': [`report('Order Viewed');\n`, `\n`],
  'excluded/a.js': [`analytics.track('Order Viewed');\n`],
  'app/send.py': [
    `import posthog\n\ndef send(name):\n    posthog.capture('user', name)\n`,
    `import posthog\n\ndef mail(name):\n    posthog.capture('user', name)\n`,
  ],
  'app/use.py': [`from send import send\n\nsend('Order Completed')\n`, `from send import mail\n\nmail('Mail Sent')\n`],
  '.gitignore': ['ignored/\n', 'app/\n'],
  'ignored/a.js': [`analytics.track('Order Viewed');\n`, `analytics.track('Order Viewed', {});\n`],
  'dist/bundle.js': [`analytics.track('Order Viewed');${'a();'.repeat(6000)}`],
};

const edits = fc.array(fc.record({ file: fc.constantFrom(...Object.keys(versions)), version: fc.nat(3) }), {
  minLength: 1,
  maxLength: 4,
});

suite('what is kept on disk', () => {
  // Files that were just written are read again, whatever is kept of them: here they are of yesterday.
  const { now } = Date;
  before(() => mock.method(Date, 'now', () => now() + 86_400_000));
  after(() => {
    mock.restoreAll();
  });

  test('gives the findings of a start from nothing, after any edits', async () => {
    await afterAnyEdits(async ({ folder, cache }) => {
      assert.deepEqual(await findings(folder, cache), await findings(folder));
    });
  });

  test('gives them where the file is damaged or cut off anywhere', () =>
    inFolder(async ({ folder, cache }) => {
      for (const file of Object.keys(versions)) write(folder, file, 0);
      const expected = await findings(folder, cache);
      assert.ok(expected.length > 3);
      const [name = ''] = readdirSync(cache);
      const whole = readFileSync(join(cache, name));
      await fc.assert(
        fc.asyncProperty(
          fc.nat(whole.length - 1),
          fc.integer({ min: 1, max: 255 }),
          fc.boolean(),
          async (at, by, cuts) => {
            const damaged = Buffer.from(whole);
            damaged[at] = (damaged[at] ?? 0) ^ by;
            writeFileSync(join(cache, name), cuts ? whole.subarray(0, at) : damaged);
            assert.deepEqual(await findings(folder, cache), expected);
          },
        ),
        { numRuns: 40 },
      );
    }));

  test('gives them where two processes write at once', () =>
    inFolder(async ({ folder, cache }) => {
      for (const file of Object.keys(versions)) write(folder, file, 0);
      const one = await start(folder, cache);
      write(folder, 'src/names.ts', 1);
      write(folder, 'app/send.py', 1);
      const other = await start(folder, cache);
      other.save();
      one.save();
      const expected = await findings(folder);
      assert.deepEqual(await findings(folder, cache), expected);
      // Of the one that came first, the filters and notes are no longer there.
      const third = await start(folder, cache);
      write(folder, 'src/names.ts', 0);
      await findings(folder, cache);
      third.save();
      assert.deepEqual(await findings(folder, cache), await findings(folder));
    }));

  test('gives an answer of before only where it is still right', async () => {
    await afterAnyEdits(async ({ folder, cache }) => {
      const expected = await findings(folder);
      const answers = new Answers(cache, ['what is found']);
      const known = answers.recall();
      if (known) assert.deepEqual(known.output, expected.join('\n'));
      const trace = new Trace();
      const { found } = await start(folder, cache, trace);
      answers.keep(trace, { code: 0, output: found.join('\n'), errors: '' });
      assert.equal(new Answers(cache, ['what is found']).recall()?.output, expected.join('\n'));
    });
  });

  test('gives no answer of a run that failed', () =>
    inFolder(async ({ folder, cache }) => {
      write(folder, Object.keys(versions)[0] ?? '', 0);
      const trace = new Trace();
      await start(folder, cache, trace);
      const answers = new Answers(cache, ['what is found']);
      answers.keep(trace, { code: 2, output: '', errors: 'tracklint failed' });
      assert.equal(answers.recall(), undefined);
      answers.keep(trace, { code: 1, output: 'a finding', errors: '' });
      assert.equal(answers.recall()?.output, 'a finding');
    }));

  test('is not looked at again where nothing has changed', () =>
    inFolder(async ({ folder, cache }) => {
      for (const file of Object.keys(versions)) write(folder, file, 0);
      await findings(folder, cache);
      const [name = ''] = readdirSync(cache);
      const kept = readFileSync(join(cache, name));
      await findings(folder, cache);
      assert.ok(kept.equals(readFileSync(join(cache, name))));
    }));
});

test('plain data comes back as it was packed', () => {
  const value = fc.anything({ key: fc.stringMatching(/^[a-z]\w{0,8}$/), maxDepth: 4 });
  const data = fc.oneof(
    value,
    fc.record(
      {
        at: fc.integer(),
        name: fc.string({ unit: 'binary' }),
        list: fc.array(fc.option(fc.double(), { nil: undefined })),
      },
      { noNullPrototype: true },
    ),
    fc.array(fc.nat()).map(all => Uint32Array.from(all.sort((a, b) => a - b))),
  );
  fc.assert(
    fc.property(data, each => {
      assert.deepStrictEqual(unpack(pack(each)), each);
    }),
  );
});

interface Folders {
  readonly folder: string;
  readonly cache: string;
}

/** Whatever was done to the files before, the same holds after each step. */
async function afterAnyEdits(holds: (folders: Folders) => Promise<void>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 5 }), history =>
      inFolder(async folders => {
        for (const file of Object.keys(versions)) write(folders.folder, file, 0);
        for (const step of [[], ...history]) {
          for (const { file, version } of step) write(folders.folder, file, version);
          await holds(folders);
        }
      }),
    ),
    { numRuns: 15 },
  );
}

async function inFolder(run: (folders: Folders) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tracklint-kept-'));
  try {
    await run({ folder: join(folder, 'shop'), cache: join(folder, 'cache') });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A version that a file does not have is none: the file is deleted. */
function write(folder: string, file: string, version: number): void {
  const path = join(folder, file);
  const text = versions[file]?.[version];
  if (text === undefined) rmSync(path, { force: true });
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

async function start(
  folder: string,
  cache?: string,
  trace?: Trace,
): Promise<{ readonly found: readonly string[]; readonly save: () => void }> {
  const host = nodeHost(() => undefined, trace && { trace });
  if (cache !== undefined) host.index?.keepIn(pathToFileURL(cache).href);
  const workspace = new Workspace(host, { ruleIds: rules.map(rule => rule.id) });
  workspace.setFolders([pathToFileURL(folder).href]);
  await workspace.load();
  const { snapshot } = workspace;
  const calls = [...snapshot.allCalls()].map(call => `${call.uri} ${printCall(call)}`);
  const skipped = snapshot.counts.skipped.map(({ uri, why }) => `${uri} ${why}`);
  const found = [
    ...checkAll(snapshot, message => {
      assert.ok(false, message);
    }),
  ].map(({ uri, rule, range, message }) => [uri, rule, JSON.stringify(range), message].join(' '));
  return { found: [...calls, ...skipped, ...found].sort(), save: () => host.index?.save() };
}

async function findings(folder: string, cache?: string): Promise<readonly string[]> {
  const { found, save } = await start(folder, cache);
  save();
  return found;
}
