import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bench, Measurement } from './bench.ts';
import { BenchEditor, startServer, type ServerProgram } from './editor.ts';
import { eventName } from './generated-plan.ts';
import { longFile, withWorkspace } from './generated-workspace.ts';
import { snippets } from './snippets.ts';

const events = 10_000;
const keys = 200;
/** What is typed, one key after the other, inside a payload in the middle of the file. */
const typed = ", property_2: Math.round(count * 1.5), label: 'a'";

/** From a key to the findings, and from asking to completions, in a loaded workspace with a plan of ten thousand events. */
export const keystroke: Bench = {
  name: 'keystroke',
  title: 'Typing, with 10,000 events and 3,000 files',
  run: () =>
    withWorkspace({ files: 3_000, events }, async folder => {
      const short = longFile(2_000, events);
      const long = longFile(12_000, events);
      writeFileSync(join(folder, 'src/short.ts'), short);
      const editor = await startServer(folder, { trusted: false });
      const measurements: Measurement[] = [];
      try {
        const own = await typing(editor, 'src/short.ts', short, 'property_1: count');
        const oxlint = await typingIn(oxlintServer(), folder, 'src/short.ts', short);
        measurements.push({
          what: 'a key in 2,000 lines of TypeScript',
          values: own,
          goal: { median: 2, most: 5, ratio: 0.6 },
          peer: { name: 'oxlint', values: oxlint },
        });
        measurements.push({
          what: 'a key in 12,000 lines of TypeScript',
          values: await typing(editor, 'src/long.ts', long, 'property_1: count'),
          goal: { most: 25 },
        });
        measurements.push({
          what: "completion of an event's name among 10,000",
          values: await completing(editor),
          goal: { most: 2 },
        });
        for (const { language, file, text, needle } of snippets(2_000, events))
          measurements.push({
            what: `a key in 2,000 lines of ${language}`,
            values: await typing(editor, file, text, needle, language),
            goal: { most: 5 },
          });
      } finally {
        await editor.stop();
      }
      return measurements;
    }),
};

/** Types in a file after the occurrence of `needle` that is nearest to its middle. Returns the time of each key. */
async function typing(
  editor: BenchEditor,
  name: string,
  text: string,
  needle: string,
  language = 'typescript',
): Promise<readonly number[]> {
  await editor.open(name, text, language);
  await editor.findings(name);
  // As long as a person takes before the first key.
  await pause(1_500);
  const at = text.indexOf(needle, text.length / 2) + needle.length;
  if (at < needle.length) throw new Error(`"${needle}" is not in ${name}.`);
  const line = text.slice(0, at).split('\n').length - 1;
  let character = at - (text.lastIndexOf('\n', at - 1) + 1);
  const values: number[] = [];
  for (let key = 0; key < keys; key++) {
    const started = performance.now();
    const range = { start: { line, character }, end: { line, character } };
    // What was typed to its end is taken away again, so that the line does not grow without end.
    const isFull = key > 0 && key % typed.length === 0;
    const first = { line, character: character - typed.length };
    editor.change(
      name,
      isFull
        ? { range: { start: first, end: range.end }, text: '' }
        : { range, text: typed[key % typed.length] ?? ' ' },
    );
    character += isFull ? -typed.length : 1;
    await editor.findings(name);
    values.push(performance.now() - started);
    if (isFull) {
      const start = { line, character };
      editor.change(name, { range: { start, end: start }, text: typed[0] ?? ' ' });
      character++;
      await editor.findings(name);
    }
    await pause(10);
  }
  return values;
}

async function typingIn(
  program: ServerProgram,
  folder: string,
  name: string,
  text: string,
): Promise<readonly number[]> {
  const editor = new BenchEditor(program, folder);
  try {
    await editor.initialize();
    return await typing(editor, name, text, 'property_1: count');
  } finally {
    await editor.stop();
  }
}

async function completing(editor: BenchEditor): Promise<readonly number[]> {
  const name = 'src/completed.ts';
  const line = `posthog.capture('${eventName(0).slice(0, 3)}`;
  await editor.open(name, `import posthog from 'posthog-js';\n${line}', {});\n`);
  await editor.findings(name);
  const values: number[] = [];
  for (let round = 0; round < 50; round++) {
    const started = performance.now();
    const items = await editor.complete(name, { line: 1, character: line.length });
    values.push(performance.now() - started);
    if (items === 0) throw new Error('Nothing is offered.');
    await pause(20);
  }
  return values;
}

function oxlintServer(): ServerProgram {
  const folder = dirname(createRequire(import.meta.url).resolve('oxlint/package.json'));
  return { command: process.execPath, args: [join(folder, 'bin/oxlint'), '--lsp'], isPulled: false };
}
