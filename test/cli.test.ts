import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { suite, test } from 'node:test';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import { callsOutput } from '../server/src/cli/calls-output.ts';
import { coverageOutput } from '../server/src/cli/coverage-output.ts';
import { diffOutput } from '../server/src/cli/diff-output.ts';
import { checkOutput } from '../server/src/cli/check-output.ts';
import type { CheckOutput } from '../server/src/cli/check-output.ts';
import { Fixture, isUpdating } from './support/fixture.ts';
import type { TestCase } from './support/fixture.ts';
import { MemoryMachine } from './support/memory-terminal.ts';
import type { Outcome } from './support/memory-terminal.ts';

const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
const validators: Readonly<Record<string, ValidateFunction>> = {
  'check json': ajv.compile(checkOutput.schema),
  'calls json': ajv.compile(callsOutput.schema),
  'coverage json': ajv.compile(coverageOutput.schema),
  'diff json': ajv.compile(diffOutput.schema),
  'check sarif': ajv.compile(sarifSchema()),
};

/** As OASIS published it. Its words mean the same in the drafts that ajv knows, but for these two. */
function sarifSchema(): object {
  const path = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
  const schema = Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>);
  return Object.fromEntries(schema.filter(([key]) => key !== '$schema' && key !== 'id'));
}

/**
 * Each `expect` block of a case is a command, its arguments behind the word, run one after the other on the same files.
 * `expect places check …` tells only the places of what was found. A case without one only has files: they are there in all the cases that follow.
 */
for (const name of readdirSync('test/cli')) {
  const fixture = new Fixture(`test/cli/${name}`);
  const shared: TestCase['files'][number][] = [];
  suite(name, () => {
    for (const each of fixture.cases) {
      if (each.answers.length === 0) {
        shared.push(...each.files);
        continue;
      }
      const files = [...shared, ...each.files];
      test(each.title, async () => {
        const machine = new MemoryMachine(new Map(files.map(file => [file.uri, file.text])));
        for (const block of each.answers) {
          const told = await runAndTell(machine, block.info);
          if (isUpdating) fixture.replace(block, told);
          else assert.equal(told, block.text);
        }
        if (isUpdating) fixture.save();
      });
    }
  });
}

/** `places check …` tells only where what was found, so that the case does not depend on the words of rules. */
async function runAndTell(machine: MemoryMachine, info: string): Promise<string> {
  const onlyPlaces = info.startsWith('places ');
  const command = onlyPlaces ? `${info.slice('places '.length)} --format json` : info;
  const outcome = await machine.run(command);
  if (outcome.code === 2) return tell(outcome);
  checkShape(command, outcome.output);
  return tell(onlyPlaces ? { ...outcome, output: placesOf(JSON.parse(outcome.output) as CheckOutput) } : outcome);
}

function placesOf({ findings, counts }: CheckOutput): string {
  const lines = findings.map(({ file, line, severity, rule }) => `${file}:${line} ${severity} ${rule}\n`);
  return `${lines.join('')}${counts.calls} calls in ${counts.files} files, ${counts.known} findings known\n`;
}

/** What is printed for programs must be what is documented, whatever the case is about. */
function checkShape(command: string, output: string): void {
  const name = /^(\w+).*--format (json|sarif)/.exec(command)?.slice(1).join(' ');
  const validate = name === undefined ? undefined : validators[name];
  if (!validate) return;
  assert.ok(validate(JSON.parse(output)), ajv.errorsText(validate.errors));
}

/** All that a command did, as text: output, errors, written files, exit code. */
function tell({ code, output, errors, written }: Outcome): string {
  const parts = [
    output,
    errors.replace(/^(?=.)/gm, 'stderr: '),
    ...[...written].map(([path, text]) => `=== ${path}\n${text.replace(/\n?$/, '\n')}`),
    `exit ${code}\n`,
  ];
  return parts.filter(part => part !== '').join('');
}
