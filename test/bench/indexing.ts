import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from './bench.ts';
import { BenchEditor, tracklint } from './editor.ts';
import { longFile, withWorkspace } from './generated-workspace.ts';

/** Typing while thirty thousand files are being read for the first time, and what memory that leaves. */
export const indexing: Bench = {
  name: 'indexing',
  title: 'The first reading of a large workspace',
  run: async () => [
    ...(await withWorkspace({ files: 30_000, events: 1_000 }, async folder => {
      const editor = new BenchEditor(tracklint, folder);
      const values: number[] = [];
      try {
        const started = performance.now();
        await editor.initialize({ trusted: false });
        const state = { isReady: false };
        void editor.ready.then(() => (state.isReady = true));
        const name = 'src/typed.ts';
        const text = longFile(300, 1_000);
        const needle = 'property_1: count';
        const at = text.indexOf(needle) + needle.length;
        const line = text.slice(0, at).split('\n').length - 1;
        const character = at - (text.lastIndexOf('\n', at) + 1);
        await editor.open(name, text);
        await editor.findings(name);
        while (!state.isReady) {
          const key = performance.now();
          const range = { start: { line, character }, end: { line, character: character + (values.length % 2) } };
          editor.change(name, { range, text: values.length % 2 === 0 ? '1' : '' });
          await editor.findings(name);
          values.push(performance.now() - key);
          await pause(30);
        }
        return [
          { what: 'a key in 300 lines while 30,000 files are read', values, goal: { most: 15 } },
          { what: 'until all of them are read', values: [performance.now() - started] },
        ];
      } finally {
        await editor.stop();
      }
    })),
    ...(await withWorkspace({ files: 37_000, events: 1_000 }, async folder => {
      const editor = new BenchEditor(tracklint, folder);
      try {
        await editor.initialize({ trusted: false });
        await editor.ready;
        await pause(3_000);
        return [
          {
            what: 'memory once 37,000 files are read',
            values: [editor.memory],
            unit: 'MB' as const,
            goal: { median: 150 },
          },
        ];
      } finally {
        await editor.stop();
      }
    })),
  ],
};
