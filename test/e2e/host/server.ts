import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Editor } from './install.ts';
import type { Profile } from './profile.ts';

/** A running editor, reachable from this machine only. */
export interface EditorServer {
  /** The address of a workspace: a folder or a `.code-workspace` file, or of an empty window. */
  url(workspace: string | undefined, payload?: Payload): string;
  /** A file of this machine as the editor names it. */
  remote(file: string): string;
  /** Settles when the server's process has ended. */
  readonly gone: Promise<unknown>;
  /** What the log says about an extension host that died: the window reports success even then. */
  crash(): string | undefined;
  stop(): Promise<void>;
}

/** What the window is told in its address, as the workbench reads it. */
export type Payload = readonly (readonly [key: string, value: string])[];

export interface ServerOptions {
  /** Default: any free port. */
  readonly port?: number;
  /** Lets the address choose an extension under development and its tests; for tests only. */
  readonly testing?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Instead of the profile's own. */
  readonly args?: readonly string[];
}

/** Starts the editor on 127.0.0.1 behind a random token; settles once it listens. */
export async function startServer(
  editor: Editor,
  profile: Profile,
  options: ServerOptions = {},
): Promise<EditorServer> {
  const token = randomBytes(16).toString('hex');
  const child = spawn(
    editor.node,
    [
      editor.serverMain,
      ...['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--connection-token', token],
      ...['--accept-server-license-terms', '--disable-telemetry', '--telemetry-level', 'off', '--disable-experiments'],
      ...['--disable-workspace-trust', '--disable-getting-started-override', '--log', 'info'],
      ...(options.args ?? profile.args),
      ...(options.testing ? ['--enable-smoke-test-driver'] : []),
    ],
    { env: environment(options.env), stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  );
  const gone = new Promise(done => child.once('exit', done));
  const log = createWriteStream(join(profile.folder, 'server.log'));
  let crash: string | undefined;
  const watch = (data: Buffer) => {
    log.write(data);
    const end = /Extension Host Process exited with code: (\w+), signal: (\w+)/.exec(data.toString());
    if (end && (end[1] !== '0' || end[2] !== 'null')) crash ??= end[0];
  };
  child.stdout.on('data', watch);
  child.stderr.on('data', watch);

  const authority = `127.0.0.1:${await listeningPort(child, gone)}`;
  return {
    url: (workspace, payload) => {
      const kind = !workspace ? 'ew' : workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
      const query = new URLSearchParams({ tkn: token, [kind]: workspace ?? 'true' });
      if (payload) query.set('payload', JSON.stringify(payload));
      return `http://${authority}/?${query.toString()}`;
    },
    remote: file => `vscode-remote://${authority}${resolve(file)}`,
    gone,
    crash: () => crash,
    stop: async () => {
      signal(child, 'SIGTERM');
      await Promise.race([gone, new Promise(done => setTimeout(done, 3000))]);
      signal(child, 'SIGKILL');
      log.end();
    },
  };
}

/** Installs a packaged extension into the profile. Throws with the editor's own words where it refuses. */
export function installExtension(editor: Editor, profile: Profile, vsix: string): void {
  const args = ['--accept-server-license-terms', ...profile.args, '--install-extension', resolve(vsix), '--force'];
  const run = spawnSync(editor.node, [editor.serverMain, ...args], { env: environment(), encoding: 'utf8' });
  if (run.status !== 0 || !/successfully installed/i.test(run.stdout))
    throw new Error(`Installing ${vsix} failed:\n${run.stdout}${run.stderr}`);
}

/** Without a gallery the editor asks no other machine for anything. */
function environment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return { ...process.env, EXTENSIONS_GALLERY: '{}', ...more };
}

async function listeningPort(child: ChildProcess, gone: Promise<unknown>): Promise<string> {
  let output = '';
  const port = new Promise<string>(found => {
    const read = (data: Buffer) => {
      output += data.toString();
      const address = /Web UI available at https?:\/\/[^\s:]+:(\d+)/.exec(output);
      if (address?.[1]) found(address[1]);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
  });
  const late = new Promise<undefined>(done => setTimeout(done, 60_000, undefined).unref());
  const first = await Promise.race([port, late, gone.then(() => undefined)]);
  if (first !== undefined) return first;
  signal(child, 'SIGKILL');
  throw new Error(`The editor did not start:\n${output}`);
}

/** Reaches the whole process group of the editor, and nothing else. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // The processes have ended already, which is what was wanted.
  }
}
