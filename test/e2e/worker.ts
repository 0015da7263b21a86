/**
 * Asks the packaged server, as a worker in a real browser, everything that the fixtures of the editor's requests ask, and
 * compares the answers with those that the engine gives in Node.
 *
 *   node out/e2e/worker.js [fixture]
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { ask } from '../support/ask.ts';
import { Fixture, type TestCase } from '../support/fixture.ts';
import { openBuffers } from '../support/open-buffers.ts';
import { launchChromium } from './host/chromium.ts';
import { eventually, WorkerServer, type EditorKind } from './host/worker-server.ts';

const only = process.argv[2];
const started = Date.now();
const browser = await launchChromium();
const servers = new Map<EditorKind, Promise<WorkerServer>>();
let passed = 0;
let failed = 0;
try {
  for (const name of readdirSync('test/features').filter(file => file.endsWith('.md'))) {
    if (only !== undefined && !name.startsWith(only)) continue;
    for (const testCase of new Fixture(`test/features/${name}`).cases) {
      try {
        await run(name, testCase);
        passed++;
      } catch (error) {
        failed++;
        console.log(`FAIL features/${name}, ${testCase.title}\n${String(error)}`);
      }
    }
  }
} finally {
  await browser.close();
}
const seconds = ((Date.now() - started) / 1000).toFixed(1);
console.log(`Server in a worker of Chromium ${browser.version()}, ${seconds} s: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

async function run(name: string, { title, files, answers }: TestCase): Promise<void> {
  const kind = title.includes('(plain editor)') ? 'plain' : title.includes('(YAML extension)') ? 'yaml' : 'modern';
  const server = await (servers.get(kind) ?? begin(kind));
  const asked = files.find(file => file.cursor) ?? files.at(-1);
  assert.ok(asked);
  // What an action leaves is counted here, as everywhere else.
  const workspace = await openBuffers(files);
  const answer = (method: string, params: object) => server.request(method, params);
  await Promise.all(files.map(({ uri, text }) => server.open(uri, text)));
  try {
    for (const { info, text } of answers) {
      const question = { workspace, files, asked, title, info, answer };
      await eventually(async () => {
        assert.equal((await ask(name, question)).trimEnd(), text.trimEnd());
      });
    }
  } finally {
    await Promise.all(files.map(({ uri }) => server.close(uri)));
  }
}

function begin(kind: EditorKind): Promise<WorkerServer> {
  const server = WorkerServer.start(browser, kind);
  servers.set(kind, server);
  return server;
}
