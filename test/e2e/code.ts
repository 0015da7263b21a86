#!/usr/bin/env node
/**
 * Stands in for the executable of VS Code, where that cannot be downloaded: takes the arguments that
 * `@vscode/test-electron` passes, runs the tests in the editor of this folder, and ends with their exit code.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installEditor } from './host/install.ts';
import { makeProfile, writeSettings } from './host/profile.ts';
import { runSuite } from './host/run-suite.ts';

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
});
const profile = makeProfile();
const user = text('user-data-dir') ?? join(profile.folder, 'user');
writeSettings(user);
const failure = await runSuite({
  editor: installEditor(process.env.TRACKLINT_EDITOR === 'oldest' ? 'oldest' : 'current'),
  profile,
  development: text('extensionDevelopmentPath') ?? '.',
  tests: text('extensionTestsPath') ?? '',
  workspace: positionals[0],
  args: [
    ...['--server-data-dir', join(profile.folder, 'server'), '--user-data-dir', user],
    ...['--extensions-dir', text('extensions-dir') ?? join(profile.folder, 'extensions')],
  ],
  limit: 300,
});
if (failure) console.error(`${failure}; see ${profile.folder}`);
else profile.remove();
process.exit(failure ? 1 : 0);

function text(name: 'extensionDevelopmentPath' | 'extensionTestsPath' | 'user-data-dir' | 'extensions-dir') {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}
