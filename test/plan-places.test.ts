/** Plans in places where no walk of the workspace goes, or that belong to another repository. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, suite, test } from 'node:test';
import { nodeHost } from '../server/src/node/host.ts';
import { checkAll } from '../server/src/rules/check.ts';
import { Workspace } from '../server/src/workspace/workspace.ts';

const plan = 'events:\n  Ping: {}\n';
const code = "analytics.track('Ping');\nanalytics.track('Pong');\n";

suite('a plan', () => {
  const home = mkdtempSync(join(tmpdir(), 'tracklint-places-'));
  after(() => {
    rmSync(home, { recursive: true });
  });

  test('in a package below node_modules is read where the config names it', async () => {
    const folder = write('package', {
      '.gitignore': 'node_modules\n',
      '.tracklint.yaml': 'plans: [./node_modules/@acme/plan/events.yaml]\n',
      'node_modules/@acme/plan/events.yaml': plan,
      'src/a.ts': code,
    });
    assert.deepEqual(await findings(folder), ['src/a.ts unknown-event']);
  });

  test('that the config names later is read then', async () => {
    const folder = write('later', { 'node_modules/@acme/plan/events.yaml': plan, 'src/a.ts': code });
    const workspace = await open(folder);
    assert.equal(workspace.snapshot.plans.length, 0);
    write('later', { '.tracklint.yaml': 'plans: [node_modules/@acme/plan/events.yaml]\n' });
    await workspace.refresh([uriOf(join(folder, '.tracklint.yaml'))]);
    assert.deepEqual(found(folder, workspace), ['src/a.ts unknown-event']);
  });

  test('in a git submodule is found by itself', async () => {
    const shared = write('shared', { 'tracking-plan.yaml': plan });
    const folder = write('with-submodule', { 'src/a.ts': code });
    for (const each of [shared, folder]) git(each, 'init', '--quiet');
    git(shared, 'add', '.');
    git(shared, 'commit', '--quiet', '--message', 'plan');
    git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', shared, 'plan');
    assert.deepEqual(await findings(folder), ['src/a.ts unknown-event']);
  });

  test('of one project says nothing about files of another', async () => {
    const folder = write('own', { 'plans/tracking-plan.yaml': plan, 'src/a.ts': code });
    const other = write('other', { 'src/b.ts': code });
    const workspace = await open(folder);
    workspace.change(uriOf(join(other, 'src/b.ts')), code);
    assert.deepEqual(found(folder, workspace), ['src/a.ts unknown-event']);
  });

  function write(name: string, files: Readonly<Record<string, string>>): string {
    const folder = join(home, name);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return folder;
  }
});

function git(folder: string, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.org'];
  execFileSync('git', [...identity, ...args], { cwd: folder });
}

async function findings(folder: string): Promise<readonly string[]> {
  return found(folder, await open(folder));
}

function found(folder: string, { snapshot }: Workspace): readonly string[] {
  return checkAll(snapshot)
    .filter(({ severity }) => severity === 'error')
    .map(({ uri, rule }) => `${uri.slice(uriOf(folder).length + 1)} ${rule}`);
}

async function open(folder: string): Promise<Workspace> {
  const workspace = new Workspace(nodeHost(() => undefined));
  workspace.setFolders([uriOf(folder)]);
  await workspace.load();
  return workspace;
}

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
