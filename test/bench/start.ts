import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import type { Bench } from './bench.ts';
import { BenchEditor, tracklint } from './editor.ts';
import { withWorkspace } from './generated-workspace.ts';

/** From starting the process to its first answer, beside Node doing nothing. */
export const start: Bench = {
  name: 'start',
  title: 'Starting',
  run: () =>
    withWorkspace({ files: 10, events: 10 }, async folder => {
      const own: number[] = [];
      const nothing: number[] = [];
      for (let round = 0; round < 15; round++) {
        const started = performance.now();
        spawnSync(process.execPath, ['-e', '0']);
        nothing.push(performance.now() - started);
        const editor = new BenchEditor(tracklint, folder);
        await editor.initialize({ trusted: false });
        own.push(editor.startTime);
        await editor.stop();
      }
      const size = statSync('tracklint.vsix', { throwIfNoEntry: false })?.size;
      return [
        {
          what: "the answer to an editor's `initialize`",
          values: own,
          goal: { ratio: 2 },
          peer: { name: '`node -e 0`', values: nothing },
        },
        ...(size === undefined
          ? []
          : [{ what: 'the packaged extension', values: [size / 1e6], unit: 'MB' as const, goal: { median: 5 } }]),
      ];
    }),
};
