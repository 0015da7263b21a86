import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { canonicalUri } from '../server/src/base/uri.ts';
import type { CheckOutput } from '../server/src/cli/check-output.ts';
import { changesSince } from '../server/src/cli/changes.ts';
import type { Changes } from '../server/src/cli/changes.ts';
import { Misuse } from '../server/src/cli/terminal.ts';
import { nodeTerminal } from '../server/src/node/terminal.ts';
import { commit, git, makeRepository, temporaryFolder, writeFiles } from './support/repository.ts';
import type { Files } from './support/repository.ts';

suite('changes since a git ref', () => {
  test('changed, new and removed lines', async () => {
    const { changes } = await repository({ 'a.ts': '1\n2\n3\n4\n5\n6\n' }, { 'a.ts': '1\ntwo\n3\n4\n5\n6\n7\n8\n' });
    assert.deepEqual(linesOf(changes), { 'a.ts': ['1-2', '6-8'] });
  });

  test('a file that only lost lines has no changed line', async () => {
    const { changes } = await repository({ 'a.ts': '1\n2\n3\n' }, { 'a.ts': '1\n3\n' });
    assert.deepEqual(linesOf(changes), { 'a.ts': [] });
  });

  test('lines that look like the headers of a difference', async () => {
    const { changes } = await repository({ 'a.ts': '-- b\n++ c\n1\n' }, { 'a.ts': '++ b/x\n-- c\n1\n2\n' });
    assert.deepEqual(linesOf(changes), { 'a.ts': ['0-2', '3-4'] });
  });

  test('files that are new, gone or not yet known to git', async () => {
    const { changes } = await repository(
      { 'gone.ts': '1\n', 'same.ts': '1\n' },
      { 'gone.ts': undefined, 'same.ts': '1\n', 'new/file.ts': '1\n2\n' },
    );
    assert.deepEqual(linesOf(changes), { 'gone.ts': [], 'new/file.ts': ['0-Infinity'] });
    assert.deepEqual(await textsOf(changes), { 'gone.ts': '1\n', 'new/file.ts': undefined });
  });

  test('odd names of files', async () => {
    const names = [
      'a b.ts',
      'ümlaut.ts',
      'quo"te.ts',
      'tab\there.ts',
      'back\\slash.ts',
      '[id].tsx',
      '100%.ts',
      '-dash.ts',
    ];
    const before = Object.fromEntries(names.map(name => [name, `${name}\n`]));
    const { changes } = await repository(before, Object.fromEntries(names.map(name => [name, `${name}\nmore\n`])));
    assert.deepEqual(linesOf(changes), Object.fromEntries(names.map(name => [name, ['1-2']])));
    assert.deepEqual(await textsOf(changes), before);
  });

  test('texts before the change come back to the byte', async () => {
    const before = { 'empty.ts': '', 'bare.ts': 'no end', 'crlf.ts': 'a\r\nb\r\n', 'wide.ts': '\ufeffé😀\n\n' };
    const { changes } = await repository(before, { 'empty.ts': 'x', 'bare.ts': 'x', 'crlf.ts': 'x', 'wide.ts': 'x' });
    assert.deepEqual(await textsOf(changes), before);
  });

  test('the progress of the other branch is no change of ours', async () => {
    const folder = makeRepository({ 'a.ts': '1\n', 'b.ts': '1\n' });
    git(folder, 'checkout', '-q', '-b', 'feature');
    writeFiles(folder, { 'a.ts': '2\n' });
    commit(folder);
    git(folder, 'checkout', '-q', 'main');
    writeFiles(folder, { 'b.ts': '2\n' });
    commit(folder);
    git(folder, 'checkout', '-q', 'feature');
    assert.deepEqual(linesOf(await since('main', folder)), { 'a.ts': ['0-1'] });
  });

  test('a root below the top of the repository', async () => {
    const folder = makeRepository({ 'app/a.ts': '1\n', 'other.ts': '1\n' });
    writeFiles(folder, { 'app/a.ts': '2\n', 'other.ts': '2\n', 'app/new.ts': '', 'new.ts': '' });
    const changes = await since('HEAD', join(folder, 'app'));
    assert.deepEqual(linesOf(changes), { 'a.ts': ['0-1'], 'new.ts': ['0-Infinity'] });
    assert.deepEqual(await textsOf(changes), { 'a.ts': '1\n', 'new.ts': undefined });
  });

  test('a renamed file is a new one, and the old one is gone', async () => {
    const folder = makeRepository({ 'a.ts': '1\n2\n3\n' });
    renameSync(join(folder, 'a.ts'), join(folder, 'b.ts'));
    git(folder, 'add', '-A');
    assert.deepEqual(linesOf(await since('HEAD', folder)), { 'a.ts': [], 'b.ts': ['0-3'] });
  });

  const plan = 'events:\n  Order Completed: { properties: { id: { type: string, required: true } } }\n';
  const call = (name: string, payload = "{ id: '1' }") => `analytics.track('${name}', ${payload});\n`;

  test('findings on changed lines count, old ones do not', () => {
    const folder = makeRepository({ 'tracking-plan.yaml': plan, 'a.ts': call('Old Fault') });
    writeFiles(folder, { 'a.ts': `// A line above moves what is below.\n${call('Old Fault')}${call('New Fault')}` });
    assert.deepEqual(findingsSince('HEAD', folder), ['a.ts:3 unknown-event']);
  });

  test('a fault that is repeated is new where it was written', () => {
    const folder = makeRepository({ 'tracking-plan.yaml': plan, 'a.ts': call('Old Fault') });
    writeFiles(folder, { 'a.ts': call('Old Fault').repeat(2) });
    assert.deepEqual(findingsSince('HEAD', folder), ['a.ts:2 unknown-event']);
  });

  test('what a stricter plan says of unchanged calls counts', () => {
    const folder = makeRepository({ 'tracking-plan.yaml': plan, 'a.ts': call('Old Fault') + call('Order Completed') });
    writeFiles(folder, { 'tracking-plan.yaml': plan.replace('id:', 'total: { type: number, required: true }, id:') });
    const found = findingsSince('HEAD', folder).filter(each => each.startsWith('a.ts'));
    assert.deepEqual(found, ['a.ts:2 missing-property']);
  });

  test('what a changed constant says elsewhere counts', () => {
    const use = `import { NAME } from './names';\nanalytics.track(NAME, { id: '1' });\n`;
    const before = { 'tracking-plan.yaml': plan, 'names.ts': `export const NAME = 'Order Completed';\n`, 'a.ts': use };
    const folder = makeRepository(before);
    writeFiles(folder, { 'names.ts': `export const NAME = 'Basket Emptied';\n` });
    const found = findingsSince('HEAD', folder).filter(each => each.startsWith('a.ts'));
    assert.deepEqual(found, ['a.ts:2 unknown-event']);
  });

  test('misuse is told', async () => {
    const folder = makeRepository({ 'a.ts': '1\n' });
    const refused = (ref: string) => assert.rejects(since(ref, folder), Misuse);
    await refused('nowhere');
    await refused('--output=stolen');
    await refused('');
    await assert.rejects(since('HEAD', temporaryFolder()), /needs git/);
  });
});

/** A repository with one commit, then changed. */
async function repository(before: Files, now: Files): Promise<{ changes: Changes }> {
  const folder = makeRepository(before);
  writeFiles(folder, now);
  return { changes: await since('HEAD', folder) };
}

function since(ref: string, folder: string): Promise<Changes> {
  return changesSince(ref, uriOf(folder), nodeTerminal([]));
}

function uriOf(folder: string): string {
  return `${canonicalUri(pathToFileURL(folder).href)}/`;
}

/** The path below the temporary folder, whose name is random. */
function nameOf(uri: string): string {
  return decodeURIComponent(uri.replace(/^.*?\/tracklint-[^/]*\/(?:app\/)?/, ''));
}

function linesOf({ lines }: Changes): Record<string, string[]> {
  const entries = [...lines].map(
    ([uri, spans]) => [nameOf(uri), spans.map(({ from, to }) => `${from}-${to}`)] as const,
  );
  return Object.fromEntries(entries.sort());
}

async function textsOf(changes: Changes): Promise<Record<string, string | undefined>> {
  const texts = await changes.before([...changes.lines.keys()]);
  return Object.fromEntries([...texts].map(([uri, text]) => [nameOf(uri), text]));
}

/** The findings of the command line, run as a process in the folder, as `file:line rule`. */
function findingsSince(ref: string, folder: string): string[] {
  const args = [resolve('out/test/tracklint.js'), 'check', '--since', ref, '--format', 'json', '--no-cache'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  assert.equal(stderr, '');
  const { findings } = JSON.parse(stdout) as CheckOutput;
  return findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}
