#!/usr/bin/env node
import * as module from 'node:module';
import { main } from '../cli/main.ts';
import { keepWhatWasRead, nodeTerminal } from './terminal.ts';

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

const code = await main(nodeTerminal(process.argv.slice(2)));

// Workers and other processes may still be alive; what was printed must be out before they are left.
process.stdout.write('', () =>
  process.stderr.write('', () => {
    keepWhatWasRead();
    process.exit(code);
  }),
);

function isBrokenPipe(reason: unknown): boolean {
  const code = reason instanceof Error ? (reason as NodeJS.ErrnoException).code : undefined;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}
