/** What becomes of types when the checker's process fails: nothing that was known is lost in silence. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { nodeHost } from '../server/src/node/host.ts';
import { findTypeScript } from '../server/src/node/type-checker/find-typescript.ts';
import { NodeTypeChecker } from '../server/src/node/type-checker.ts';
import { typeWave } from '../server/src/workspace/type-wave.ts';
import { Workspace } from '../server/src/workspace/workspace.ts';

const options = findTypeScript(process.cwd(), { trusted: false }) ? {} : { skip: 'no TypeScript 7 is installed' };
const call = `analytics.track('Order Completed', { total: ['10'].map(n => n)[0] });\n`;

suite('a checker whose process ends', options, () => {
  const cleanups: (() => unknown)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0)) await cleanup();
  });

  test('is started again by the next question', async () => {
    const { checker, ask, kill, types } = await project();
    await ask();
    assert.deepEqual(types(), ['string']);
    const [first] = checker.processes;
    await kill();
    await ask('// The text moves.\n');
    assert.deepEqual(types(), ['string']);
    assert.notEqual(checker.processes[0], first);
    assert.equal(checker.trouble, undefined);
    assert.match(checker.name ?? '', /^TypeScript 7/);
  });

  test('answers a question during which it ended', { skip: process.platform === 'win32' }, async () => {
    const { checker, ask, kill, types } = await project();
    await ask();
    for (const pid of checker.processes) process.kill(pid, 'SIGSTOP');
    const answered = ask('// The text moves.\n');
    await new Promise(resolve => setTimeout(resolve, 50));
    await kill();
    await answered;
    assert.deepEqual(types(), ['string']);
  });

  test('is given up when that happens too often; what it said is forgotten, and the trouble is told', async () => {
    const { checker, ask, kill, types } = await project();
    for (let round = 0; round < 8 && checker.trouble === undefined; round++) {
      await ask('// The text moves.\n'.repeat(round));
      await kill();
    }
    assert.match(checker.trouble ?? '', /ended unexpectedly too often\.$/);
    assert.equal(types(), undefined);
    assert.deepEqual(checker.processes, []);
  });

  test('is never started where nothing is asked', async () => {
    const { checker } = await project();
    assert.deepEqual(checker.processes, []);
    assert.equal(checker.name, undefined);
  });

  async function project() {
    const folder = mkdtempSync(join(tmpdir(), 'tracklint-process-'));
    const uri = pathToFileURL(join(folder, 'a.ts')).href;
    const root = pathToFileURL(folder).href;
    writeFileSync(join(folder, 'a.ts'), call);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { strict: true, types: [] } }));
    const log = (): void => undefined;
    const checker = new NodeTypeChecker({ trusted: false, folders: [root], log });
    cleanups.push(() => checker.dispose());
    cleanups.push(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    const workspace = new Workspace(nodeHost(log));
    workspace.setFolders([root]);
    await workspace.load();
    return {
      checker,
      /** Asks about the file with a comment before the call. */
      ask: async (comment = '') => {
        await workspace.update(uri, comment + call);
        checker.change(uri, comment + call);
        return typeWave(workspace, checker, [uri]);
      },
      kill: async () => {
        for (const pid of checker.processes) {
          process.kill(pid, 'SIGKILL');
          while (isAlive(pid)) await new Promise(resolve => setTimeout(resolve, 5));
        }
      },
      types: () => workspace.snapshot.calls(uri)[0]?.payload.properties[0]?.value.types,
    };
  }
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
