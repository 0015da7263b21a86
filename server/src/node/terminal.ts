import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Host } from '../base/host.ts';
import type { Uri } from '../base/text.ts';
import { canonicalUri } from '../base/uri.ts';
import type { Terminal } from '../cli/terminal.ts';
import { Trace } from './trace.ts';
import { version } from './version.ts';

/** The terminal, the files and the processes of this machine. */
export function nodeTerminal(args: readonly string[], run: Run = newRun()): Terminal {
  const { trace } = run;
  return {
    args,
    cwd: `${uriOf(process.cwd())}/`.replace(/\/\/$/, '/'),
    version,
    columns: process.stdout.isTTY ? process.stdout.columns : widthOfLogs,
    colours: hasColours(),
    isInteractive: process.stderr.isTTY && process.env.CI === undefined,
    write: text => {
      run.output += text;
      process.stdout.write(text);
    },
    writeError: text => {
      run.errors += text;
      process.stderr.write(text);
    },
    now: () => performance.now(),
    resolve: path => uriOf(resolve(path)),
    kindOf: uri => {
      trace.looked(fileURLToPath(uri));
      return kindOf(uri);
    },
    readText: uri => {
      trace.read(fileURLToPath(uri));
      return readText(uri);
    },
    writeText: (uri, text) => {
      trace.broken();
      return writeText(uri, text);
    },
    git: (folder, words, input) => {
      trace.broken();
      return git(folder, words, input);
    },
    openHost: async cache => {
      const host = (await import('./host.ts')).nodeHost(
        line => {
          run.errors += `${line}\n`;
          process.stderr.write(`${line}\n`);
        },
        { trace },
      );
      if (cache !== null) host.index?.keepIn(cache ?? uriOf(cacheFolder()));
      opened.push(host);
      return host;
    },
    openTypeChecker: async folder => {
      trace.broken();
      const { NodeTypeChecker } = await import('./type-checker.ts');
      // Whoever asks for types on the command line trusts the project as much as to compile it.
      return new NodeTypeChecker({ folders: [folder], trusted: true, log: () => undefined });
    },
    serveAgents: async root => (await import('./mcp.ts')).serveAgentsOnStdio(root),
    serve: async () => {
      if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
      await import('./server.ts');
      await new Promise(() => {
        // The server ends the process when its client is gone.
      });
    },
  };
}

/** What a run has read and printed so far. */
export interface Run {
  readonly trace: Trace;
  output: string;
  errors: string;
}

export function newRun(): Run {
  return { trace: new Trace(), output: '', errors: '' };
}

/** Keeps what was read for the next run; when everything is printed, since nobody waits for it. */
export function keepWhatWasRead(): void {
  for (const { index } of opened) index?.save();
}

const opened: Host[] = [];

/** The user's folder for what can be made again: https://specifications.freedesktop.org/basedir-spec, and the habits of others. */
export function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME !== undefined && isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'tracklint');
  if (process.platform === 'win32') return join(LOCALAPPDATA ?? tmpdir(), 'tracklint', 'Cache');
  return join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'tracklint');
}

/** In characters; logs of CI servers are wide, and nobody wants lines of a thousand. */
const widthOfLogs = 120;

/** Whether to colour: https://no-color.org, and FORCE_COLOR as Node itself understands it. */
function hasColours(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return process.stdout.isTTY && TERM !== 'dumb';
}

function uriOf(path: string): Uri {
  return canonicalUri(pathToFileURL(path).href);
}

function kindOf(uri: Uri): 'file' | 'folder' | undefined {
  try {
    return statSync(fileURLToPath(uri)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

async function readText(uri: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(fileURLToPath(uri)));
  } catch {
    return undefined;
  }
}

async function writeText(uri: Uri, text: string): Promise<boolean> {
  try {
    const path = fileURLToPath(uri);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    return true;
  } catch {
    return false;
  }
}

/** A repository's own configuration may name programs to run: those that `diff` and `status` would start are left out. */
function git(folder: Uri, args: readonly string[], input = ''): Promise<string | undefined> {
  return new Promise(done => {
    const child = spawn('git', ['-c', 'core.fsmonitor=false', ...args], {
      cwd: fileURLToPath(folder),
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', () => {
      done(undefined);
    });
    child.on('close', code => {
      done(code === 0 ? Buffer.concat(chunks).toString('utf8') : undefined);
    });
    // git may end before it has read everything.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
