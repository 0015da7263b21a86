/** The language server as a process: `--stdio`, `--node-ipc`, `--socket=<port>` or `--pipe=<name>` says how it is spoken to. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { Activity } from '../lsp/activity.ts';
import { startServer } from '../lsp/server.ts';
import { nodeHost } from './host.ts';
import { version } from './version.ts';

const connection = createConnection();
const log = (message: string): void => {
  connection.console.log(message);
};

// A mistake in one answer must not take the editor's whole session down.
process.on('uncaughtException', error => {
  log(`Unexpected: ${error.stack ?? error.message}`);
});
process.on('unhandledRejection', reason => {
  log(`Unexpected: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`);
});

/** Every finding asks for its page. */
const pages = new Map<string, string | undefined>();

const activity = new Activity();

startServer(connection, nodeHost(log, { letPass: pause => activity.letPass(pause) }), {
  version,
  activity,
  after: (milliseconds, run) => void setTimeout(run, milliseconds),
  rulePage: rule => {
    if (!pages.has(rule)) pages.set(rule, rulePage(rule));
    return pages.get(rule);
  },
  openTypeChecker: async options => new (await import('./type-checker.ts')).NodeTypeChecker(options),
});

// A message is read and handled in later turns than the one that brings it: long work stops already then.
const heard = (): void => {
  activity.noted();
};
if (process.argv.includes('--stdio')) process.stdin.on('data', heard);
process.on('message', heard);

/** The pages stand beside the bundle, in the package. */
function rulePage(rule: string): string | undefined {
  const page = new URL(`../server/docs/rules/${rule}.md`, import.meta.url);
  return existsSync(fileURLToPath(page)) ? page.href : undefined;
}
