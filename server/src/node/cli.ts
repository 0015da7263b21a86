#!/usr/bin/env node
import * as module from 'node:module';
import { resolve } from 'node:path';
import { Answers } from './answers.ts';
import { cacheFolder, keepWhatWasRead, newRun, nodeTerminal } from './terminal.ts';
import { today } from './today.ts';

// Commands are loaded when they run: from the second time on without compiling them, where Node can (22.8 and later).
if ('enableCompileCache' in module) module.enableCompileCache();

// A reader that has seen enough, such as `head`, closes the pipe: no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// The checker's API writes to its process where nobody can catch that this has just ended; who asked is told otherwise.
process.on('unhandledRejection', reason => {
  if (!isBrokenPipe(reason)) throw reason;
});

const args = process.argv.slice(2);
const run = newRun();
const terminal = nodeTerminal(args, run);
const answers = answersTo(args);
const known = answers?.recall();
if (known) {
  process.stdout.write(known.output);
  process.stderr.write(known.errors);
}
const code = known?.code ?? (await (await import('../cli/main.ts')).main(terminal));

// Workers and other processes may still be alive; what was printed must be out before they are left.
process.stdout.write('', () =>
  process.stderr.write('', () => {
    keepWhatWasRead();
    if (!known) answers?.keep(run.trace, { code, output: run.output, errors: run.errors });
    process.exit(code);
  }),
);

/** Commands that do nothing but tell what there is; undefined where nothing is to be kept. */
function answersTo(words: readonly string[]): Answers | undefined {
  const options = words.includes('--') ? words.slice(0, words.indexOf('--')) : words;
  if (!['check', 'calls', 'coverage'].includes(words[0] ?? '') || options.includes('--no-cache')) return undefined;
  const at = options.findLastIndex(word => word === '--cache-dir' || word.startsWith('--cache-dir='));
  const folder = at < 0 ? cacheFolder() : (/=(.*)$/.exec(options[at] ?? '')?.[1] ?? options[at + 1]);
  if (folder === undefined || folder === '') return undefined;
  const { cwd, version, columns, colours, isInteractive } = terminal;
  const { XDG_CONFIG_HOME, HOME, USERPROFILE } = process.env;
  const place = [cwd, version, columns, colours, isInteractive, today(), XDG_CONFIG_HOME, HOME, USERPROFILE];
  return new Answers(resolve(folder), [words, place]);
}

function isBrokenPipe(reason: unknown): boolean {
  const code = reason instanceof Error ? (reason as NodeJS.ErrnoException).code : undefined;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}
