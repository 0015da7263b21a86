import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { canonicalUri } from '../server/src/base/uri.ts';
import { changesSince } from '../server/src/cli/changes.ts';
import type { Changes } from '../server/src/cli/changes.ts';
import { Misuse } from '../server/src/cli/terminal.ts';
import { nodeTerminal } from '../server/src/node/terminal.ts';

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
    write(folder, { 'a.ts': '2\n' });
    git(folder, 'commit', '-q', '-a', '-m', 'ours');
    git(folder, 'checkout', '-q', 'main');
    write(folder, { 'b.ts': '2\n' });
    git(folder, 'commit', '-q', '-a', '-m', 'theirs');
    git(folder, 'checkout', '-q', 'feature');
    assert.deepEqual(linesOf(await since('main', folder)), { 'a.ts': ['0-1'] });
  });

  test('a root below the top of the repository', async () => {
    const folder = makeRepository({ 'app/a.ts': '1\n', 'other.ts': '1\n' });
    write(folder, { 'app/a.ts': '2\n', 'other.ts': '2\n', 'app/new.ts': '', 'new.ts': '' });
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

  test('misuse is told', async () => {
    const folder = makeRepository({ 'a.ts': '1\n' });
    const refused = (ref: string) => assert.rejects(since(ref, folder), Misuse);
    await refused('nowhere');
    await refused('--output=stolen');
    await refused('');
    await assert.rejects(since('HEAD', temporary()), /needs git/);
  });
});

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tracklint-'));
  folders.push(folder);
  return folder;
}

type Files = Readonly<Record<string, string | undefined>>;

/** A repository with one commit, then changed. */
async function repository(before: Files, now: Files): Promise<{ changes: Changes }> {
  const folder = makeRepository(before);
  write(folder, now);
  return { changes: await since('HEAD', folder) };
}

function makeRepository(files: Files): string {
  const folder = temporary();
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'config', 'core.autocrlf', 'false');
  write(folder, files);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'before');
  return folder;
}

function write(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    if (text === undefined) rmSync(join(folder, name));
    else writeFileSync(join(folder, name), text);
  }
}

function git(folder: string, ...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false', ...args], {
    cwd: folder,
  });
}

function since(ref: string, folder: string): Promise<Changes> {
  return changesSince(ref, uriOf(folder), nodeTerminal([]));
}

function uriOf(folder: string): string {
  return `${canonicalUri(pathToFileURL(folder).href)}/`;
}

function nameOf(uri: string): string {
  const root = folders.map(uriOf).find(each => uri.startsWith(each)) ?? '';
  return decodeURIComponent(uri.slice(root.length)).replace(/^app\//, '');
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
