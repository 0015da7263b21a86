import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readPlanFile } from '../../server/src/plan/read.ts';
import type { Bench } from './bench.ts';
import { startServer } from './editor.ts';
import { planText } from './generated-plan.ts';
import { withWorkspace } from './generated-workspace.ts';

const events = 10_000;

/** Reading a plan of ten thousand events, and what an edit of one of them costs. */
export const plan: Bench = {
  name: 'plan',
  title: 'A plan of 10,000 events',
  run: () =>
    withWorkspace({ files: 300, events }, async folder => {
      const text = planText(events);
      const uri = 'file:///tracking-plan.yaml';
      const whole: number[] = [];
      const edits: number[] = [];
      for (let round = 0; round < 5; round++) {
        const started = performance.now();
        readPlanFile(uri, text);
        whole.push(performance.now() - started);
      }
      let file = readPlanFile(uri, text);
      const at = text.indexOf('What it is about', text.length / 2);
      for (let key = 0; key < 50; key++) {
        const edited = `${text.slice(0, at)}${'x'.repeat(key)}${text.slice(at)}`;
        const started = performance.now();
        file = readPlanFile(uri, edited, file);
        edits.push(performance.now() - started);
      }
      const editor = await startServer(folder, { trusted: false });
      const keys: number[] = [];
      try {
        const name = 'tracking-plan.yaml';
        await editor.open(name, readFileSync(join(folder, name), 'utf8'), 'yaml');
        await editor.findings(name);
        const line = text.slice(0, at).split('\n').length - 1;
        const character = at - (text.lastIndexOf('\n', at) + 1);
        for (let key = 0; key < 30; key++) {
          const started = performance.now();
          editor.change(name, { range: { start: { line, character }, end: { line, character } }, text: 'x' });
          await editor.findings(name);
          keys.push(performance.now() - started);
          await pause(50);
        }
      } finally {
        await editor.stop();
      }
      return [
        { what: 'reading it', values: whole, goal: { median: 500 } },
        { what: 'reading it again after an edit of one event', values: edits, goal: { median: 3 } },
        { what: 'a key in it, to the findings of the whole plan', values: keys },
      ];
    }),
};
