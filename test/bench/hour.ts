import type { Bench } from './bench.ts';
import { startServer } from './editor.ts';
import { longFile, withWorkspace } from './generated-workspace.ts';
import { Random } from './random.ts';

const edits = 20_000;
const files = 200;
/** How many edits are looked at together at the start and at the end. */
const window = 2_000;

/** An hour of work, without the pauses: twenty thousand edits over two hundred files. Nothing may grow or slow down. */
export const hour: Bench = {
  name: 'hour',
  title: '20,000 edits over 200 files',
  run: () =>
    withWorkspace({ files: 3_000, events: 1_000 }, async folder => {
      const editor = await startServer(folder, { trusted: false });
      try {
        const text = longFile(120, 1_000);
        const line = text.split('\n').findIndex(each => each.includes('property_1: count'));
        const before = text.split('\n')[line] ?? '';
        const lines = new Array<string>(files).fill(before);
        for (let file = 0; file < files; file++) {
          await editor.open(`src/edited${file}.ts`, text);
          await editor.findings(`src/edited${file}.ts`);
        }
        const random = new Random(11);
        const values: number[] = [];
        const memory: number[] = [];
        for (let edit = 0; edit < edits; edit++) {
          const file = random.below(files);
          const name = `src/edited${file}.ts`;
          const now = lines[file] ?? before;
          const next =
            now.length > before.length + 20
              ? before
              : now.replace('property_1: count', `property_1: count${random.below(10)}`);
          const started = performance.now();
          editor.change(name, {
            range: { start: { line, character: 0 }, end: { line, character: now.length } },
            text: next,
          });
          lines[file] = next;
          await editor.findings(name);
          values.push(performance.now() - started);
          if (edit % 100 === 99) memory.push(editor.memory);
        }
        return [
          { what: `a key, of the first ${window}`, values: values.slice(0, window) },
          { what: `a key, of the last ${window}`, values: values.slice(-window) },
          { what: `memory during the first ${window}`, values: memory.slice(0, window / 100), unit: 'MB' },
          { what: `memory during the last ${window}`, values: memory.slice(-window / 100), unit: 'MB' },
        ];
      } finally {
        await editor.stop();
      }
    }),
};
