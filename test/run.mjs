#!/usr/bin/env node
/**
 * `npm test`: every check, one after the other, whatever the ones before said; the last line is the total.
 *
 *   node test/run.mjs [types] [lint] [unit] [editor]
 *
 * A step that prints `12 passed, 1 failed` counts as that; any other counts as one test. A step that fails without a
 * failed test counts as one failure.
 */
import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

const steps = {
  types: ['tsc -b'],
  lint: ['eslint .', 'prettier --check --log-level warn .'],
  unit: ['npm run --silent test:unit'],
  editor: [
    'npm run --silent package',
    'node build.mjs --e2e',
    'node out/e2e/run.js',
    'node out/e2e/ui.js',
    'node out/e2e/tour.js',
    'node out/e2e/worker.js',
  ],
};

const chosen = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const [name, commands] of Object.entries(steps)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  for (const command of commands) {
    console.log(`\n> ${command}`);
    const { code, output } = await run(command);
    const totals = [...output.matchAll(/(\d+) passed, (\d+) failed/g)];
    const failures = totals.reduce((sum, [, , count]) => sum + Number(count), 0);
    passed += totals.length > 0 ? totals.reduce((sum, [, count]) => sum + Number(count), 0) : code === 0 ? 1 : 0;
    failed += failures > 0 ? failures : code === 0 ? 0 : 1;
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** Shows what the command prints as it comes, and keeps it. */
function run(command) {
  const env = { ...process.env, PATH: resolve('node_modules/.bin') + delimiter + process.env.PATH };
  return new Promise(done => {
    const child = spawn(command, { stdio: ['ignore', 'pipe', 'inherit'], shell: true, env });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', text => {
      output += text;
      process.stdout.write(text);
    });
    child.on('error', error => done({ code: 1, output: String(error) }));
    child.on('close', code => done({ code: code ?? 1, output }));
  });
}
