import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { version } from 'vscode';
import type { SuiteResult } from '../host/run-suite.ts';

/** Called by the editor inside its extension host. Throws where a test failed or none ran. */
export async function run(): Promise<void> {
  const { TEST_OUTPUT_FILE: outputFile, TEST_RESULT_FILE: resultFile, TEST_GREP: grep } = process.env;
  // The extension host's console does not expand `%s`, and a file can be read from outside.
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => {
    if (outputFile) appendFileSync(outputFile, `${format(...parts)}\n`);
    else console.log(format(...parts));
  };
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, color: false, reporter: 'spec' });
  if (grep) mocha.grep(grep);
  for (const file of readdirSync(__dirname).sort())
    if (file.endsWith('.test.cjs')) mocha.addFile(join(__dirname, file));
  const stats = await new Promise<Mocha.Stats>(done => {
    const runner = mocha.run(() => {
      done(runner.stats ?? noStats);
    });
  });
  const result: SuiteResult = {
    passed: stats.passes,
    failed: stats.failures,
    skipped: stats.pending,
    editor: version,
    node: process.versions.node,
  };
  if (resultFile) writeFileSync(resultFile, JSON.stringify(result));
  if (result.failed > 0) throw new Error(`${result.failed} tests failed`);
  if (result.passed === 0) throw new Error('No test ran');
}

/** A run without statistics is one in which no test ran. */
const noStats: Mocha.Stats = { suites: 0, tests: 0, passes: 0, pending: 0, failures: 0 };
