import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { rgPath } from '@vscode/ripgrep';
import type { Bench, Measurement } from './bench.ts';
import { withWorkspace } from './generated-workspace.ts';

/** What ripgrep looks for: the names that most SDKs' calls have. */
const names = '\\b(track|capture|logEvent|identify|sendEvent|trackEvent|report)(\\(|\\?\\.|<)';
const rounds = 5;

/**
 * The whole process of `tracklint check`, with nothing kept from before and with what the run before has kept, beside ripgrep
 * that only looks for some names. `BENCH_FOLDERS=a:b` measures folders of yours as well.
 */
export const check: Bench = {
  name: 'check',
  title: 'Checking a whole workspace',
  async run() {
    const own = (process.env.BENCH_FOLDERS ?? '').split(':').filter(folder => folder !== '' && existsSync(folder));
    const generated = await withWorkspace({ files: 30_000, events: 1_000 }, folder =>
      Promise.resolve(measure('30,000 generated files', folder, true)),
    );
    return [...generated, ...own.flatMap(folder => measure(basename(resolve(folder)), folder, false))];
  },
};

function measure(what: string, folder: string, hasGoal: boolean): Measurement[] {
  const cache = mkdtempSync(join(tmpdir(), 'tracklint-cache-'));
  const env = { ...process.env, TRACKLINT_CACHE: cache, NODE_COMPILE_CACHE: join(cache, 'code') };
  const timed = (command: string, args: readonly string[]): number => {
    const started = performance.now();
    const { status, stderr } = spawnSync(command, [...args], { cwd: folder, env, maxBuffer: 1 << 28 });
    if (status === null || status > 1) throw new Error(`${command} failed: ${stderr.toString()}`);
    return performance.now() - started;
  };
  const cold: number[] = [];
  const warm: number[] = [];
  const peer: number[] = [];
  try {
    const cli = resolve('dist/cli.js');
    // What Node keeps of our own code, and the system of the files, is there from the second time on for everybody.
    timed(process.execPath, [cli, 'calls', '--no-types', '--format', 'json']);
    for (let round = 0; round < rounds; round++) {
      peer.push(timed(rgPath, ['-l', '-j2', names, '.']));
      rmSync(join(cache, 'facts'), { recursive: true, force: true });
      cold.push(timed(process.execPath, [cli, 'calls', '--no-types', '--format', 'json']));
      warm.push(timed(process.execPath, [cli, 'calls', '--no-types', '--format', 'json']));
    }
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
  const ripgrep = { name: '`rg -l -j2`', values: peer };
  return [
    { what: `${what}, cold`, values: cold, peer: ripgrep, ...(hasGoal && { goal: { ratio: 2 } }) },
    { what: `${what}, warm`, values: warm, peer: ripgrep, ...(hasGoal && { goal: { ratio: 1 } }) },
  ];
}
