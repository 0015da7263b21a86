import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { rgPath } from '@vscode/ripgrep';
import type { Bench, Measurement } from './bench.ts';
import { withWorkspace } from './generated-workspace.ts';

/** What ripgrep looks for: the names that most SDKs' calls have. */
const names = '\\b(track|capture|logEvent|identify|sendEvent|trackEvent|report)(\\(|\\?\\.|<)';
const rounds = 5;

/**
 * The whole process that finds all calls, beside ripgrep that only looks for some names: for the first time, again, and again when
 * a file has changed. `BENCH_FOLDERS=a:b` measures folders of yours as well.
 */
export const check: Bench = {
  name: 'check',
  title: 'Checking a whole workspace',
  async run() {
    const own = (process.env.BENCH_FOLDERS ?? '').split(':').filter(folder => folder !== '' && existsSync(folder));
    const generated = await withWorkspace({ files: 30_000, events: 1_000 }, async folder => {
      // What was written in the last two seconds is not trusted to stay as it is.
      await pause(2_500);
      return measure('30,000 generated files', folder, join(folder, 'src/part0/module3.ts'));
    });
    return [...generated, ...own.flatMap(folder => measure(basename(resolve(folder)), folder))];
  },
};

/** `edited` is a file that may be changed; with it goes the goal. */
function measure(what: string, folder: string, edited?: string): Measurement[] {
  const cache = mkdtempSync(join(tmpdir(), 'tracklint-cache-'));
  const timed = (command: string, args: readonly string[]): number => {
    const started = performance.now();
    const { status, stderr } = spawnSync(command, [...args], { cwd: folder, maxBuffer: 1 << 28 });
    if (status === null || status > 1) throw new Error(`${command} failed: ${stderr.toString()}`);
    return performance.now() - started;
  };
  const calls = (): number =>
    timed(process.execPath, [resolve('dist/cli.js'), 'calls', '--no-types', '--format', 'json', '--cache-dir', cache]);
  const [cold, warm, touched, peer]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let round = 0; round < rounds; round++) {
    peer.push(timed(rgPath, ['-l', '-j2', names, '.']));
    rmSync(cache, { recursive: true, force: true });
    cold.push(calls());
    warm.push(calls());
    if (edited === undefined) continue;
    appendFileSync(edited, `export const round${round} = ${round};\n`);
    touched.push(calls());
  }
  rmSync(cache, { recursive: true, force: true });
  const files = countOfFiles(folder);
  const row = (how: string, values: readonly number[], ratio: number): Measurement => ({
    what: edited === undefined ? `${what} (${files}), ${how}` : `${what}, ${how}`,
    values,
    peer: { name: '`rg -l -j2`', values: peer },
    ...(edited !== undefined && { goal: { ratio } }),
  });
  return [
    row('for the first time', cold, 2),
    row('again', warm, 1),
    ...(edited === undefined ? [] : [row('after an edit', touched, 2)]),
  ];
}

/** How many files ripgrep would look into. */
function countOfFiles(folder: string): string {
  const { stdout } = spawnSync(rgPath, ['--files', '.'], { cwd: folder, maxBuffer: 1 << 28, encoding: 'utf8' });
  return `${(stdout.split('\n').length - 1).toLocaleString('en')} files`;
}
