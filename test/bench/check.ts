import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { rgPath } from '@vscode/ripgrep';
import type { Bench, Measurement } from './bench.ts';
import { withWorkspace } from './generated-workspace.ts';

/** What ripgrep looks for: the names that most SDKs' calls have. */
const names = '\\b(track|capture|logEvent|identify|sendEvent|trackEvent|report)(\\(|\\?\\.|<)';
const rounds = 5;

/**
 * The whole process that finds all calls, beside ripgrep that only looks for some names. `BENCH_FOLDERS=a:b` measures folders
 * of yours as well.
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
  const timed = (command: string, args: readonly string[]): number => {
    const started = performance.now();
    const { status, stderr } = spawnSync(command, [...args], { cwd: folder, maxBuffer: 1 << 28 });
    if (status === null || status > 1) throw new Error(`${command} failed: ${stderr.toString()}`);
    return performance.now() - started;
  };
  const cli = resolve('dist/cli.js');
  const own: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round < rounds; round++) {
    peer.push(timed(rgPath, ['-l', '-j2', names, '.']));
    own.push(timed(process.execPath, [cli, 'calls', '--no-types', '--format', 'json']));
  }
  return [
    {
      what,
      values: own,
      peer: { name: '`rg -l -j2`', values: peer },
      ...(hasGoal && { goal: { ratio: 2 } }),
    },
  ];
}
