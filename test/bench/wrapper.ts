import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from './bench.ts';
import { startServer } from './editor.ts';
import { withWorkspace } from './generated-workspace.ts';

/** A wrapper is edited, and the findings of one of its thousand callers are asked for. */
export const wrapper: Bench = {
  name: 'wrapper',
  title: 'Editing a wrapper that 1,000 files call',
  run: () =>
    withWorkspace({ files: 3_000, events: 1_000, callers: 1_000 }, async folder => {
      const editor = await startServer(folder, { trusted: false });
      try {
        const name = 'src/tracking/send0.ts';
        const text = readFileSync(join(folder, name), 'utf8');
        const changed = text.replace('capture(event', "capture('Prefixed ' + event");
        const caller = 'src/callers/caller500.ts';
        await editor.open(name, text);
        await editor.open(caller, readFileSync(join(folder, caller), 'utf8'));
        await editor.findings(caller);
        const values: number[] = [];
        for (let round = 0; round < 20; round++) {
          const started = performance.now();
          editor.change(name, { text: round % 2 === 0 ? changed : text });
          const findings = await editor.findings(caller);
          values.push(performance.now() - started);
          if (findings.includes('unknown-event') !== (round % 2 === 0))
            throw new Error('The caller was not looked at.');
          await pause(200);
        }
        return [{ what: "a caller's findings after a key in the wrapper", values, goal: { median: 50 } }];
      } finally {
        await editor.stop();
      }
    }),
};
