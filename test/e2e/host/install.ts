import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';

/** A complete VS Code on this machine: a server with a Node extension host; its window is a browser. */
export interface Editor {
  /** The Node that this build was made for. */
  readonly node: string;
  readonly serverMain: string;
  /** Version of VS Code, such as `1.139.1`. */
  readonly version: string;
}

/**
 * The two versions that the tests run in. The npm package `code-server` holds a full build of VS Code; `node` is the
 * version that this build was made for, as an npm package too.
 */
export const editorVersions = {
  current: { codeServer: '4.139.1', node: '24.9.0' },
  oldest: { codeServer: '4.100.3', node: '20.19.5' },
} as const;

export type EditorVersion = keyof typeof editorVersions;

/** Installs the editor from the npm registry, once; later calls only look it up. Throws where a step fails. */
export function installEditor(which: EditorVersion): Editor {
  const { codeServer, node } = editorVersions[which];
  const home = resolve(process.env.VSCODE_HOST_DIR ?? '.vscode-host');
  const place = placeOf(join(home, `code-server-${codeServer}-node-${node}`));
  if (!existsSync(place.complete)) {
    console.log(`VS Code for tests: installing code-server ${codeServer} into ${place.folder}, once (about a minute)`);
    const started = Date.now();
    install(place, codeServer, node);
    writeFileSync(place.complete, '');
    console.log(`VS Code for tests: ready after ${Math.round((Date.now() - started) / 1000)} s`);
  }
  const manifest = JSON.parse(readFileSync(join(place.build, 'package.json'), 'utf8')) as { version: string };
  return { node: place.node, serverMain: join(place.build, 'out/server-main.js'), version: manifest.version };
}

interface Place {
  readonly folder: string;
  /** The build of VS Code inside `code-server`. */
  readonly build: string;
  readonly nodePackage: string;
  readonly node: string;
  /** Written last, so that an interrupted installation is not taken for a whole one. */
  readonly complete: string;
}

function placeOf(folder: string): Place {
  const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  return {
    folder,
    build: join(folder, 'node_modules/code-server/lib/vscode'),
    nodePackage,
    node: join(folder, 'node_modules', nodePackage, 'bin/node'),
    complete: join(folder, '.complete'),
  };
}

/** Install scripts stay off: those of `code-server` insist on one Node version and compile what is not needed here. */
const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--engine-strict=false', '--loglevel=error'];

function install(place: Place, codeServer: string, node: string): void {
  rmSync(place.folder, { recursive: true, force: true });
  mkdirSync(place.folder, { recursive: true });
  const dependencies = { 'code-server': codeServer, [place.nodePackage]: node };
  writeFileSync(join(place.folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  npm(['install', ...quietly], place.folder);
  npm(['install', '--omit=dev', ...quietly], place.build);
  compileAddons(place);
  addRipgrep(place);
  // Builds older than VS Code 1.103 look for their modules under this name.
  const archive = join(place.build, 'node_modules.asar');
  if (!existsSync(archive)) symlinkSync('node_modules', archive);
  removeUnused(place.build);
}

/** Without `spdlog` every output channel stays empty. The tests run all the same, so a missing compiler only warns. */
function compileAddons(place: Place): void {
  const addons = ['@vscode/spdlog', '@vscode/native-watchdog', 'native-watchdog'].filter(name =>
    existsSync(join(place.build, 'node_modules', name)),
  );
  const env = {
    ...process.env,
    PATH: `${join(place.node, '..')}:${process.env.PATH ?? ''}`,
    npm_config_nodedir: join(place.folder, 'node_modules', place.nodePackage),
    npm_config_ignore_scripts: 'false',
  };
  try {
    npm(['rebuild', ...addons, '--foreground-scripts', '--loglevel=error'], place.build, env);
  } catch (error) {
    console.warn(`Output channels will be empty: install g++, make and python3. ${String(error)}`);
  }
}

/** Builds that fetch `rg` in an install script come without it, and then find no files. */
function addRipgrep(place: Place): void {
  const target = join(place.build, 'node_modules/@vscode/ripgrep');
  if (!existsSync(target) || existsSync(join(target, 'bin/rg'))) return;
  npm(['install', '--no-save', '@vscode/ripgrep-universal@1.18.0', ...quietly], place.folder);
  const universal = join(place.folder, 'node_modules/@vscode/ripgrep-universal');
  mkdirSync(join(target, 'bin'), { recursive: true });
  copyFileSync(join(universal, `bin/${process.platform}-${process.arch}/rg`), join(target, 'bin/rg'));
  chmodSync(join(target, 'bin/rg'), 0o755);
  rmSync(universal, { recursive: true });
}

/**
 * Large parts that are never loaded here, and the support for TypeScript, which complains that its compiler, no part of
 * the package, is missing.
 */
function removeUnused(build: string): void {
  const parts = ['node_modules/@github', 'extensions/copilot', 'extensions/typescript-language-features'];
  for (const part of parts) rmSync(join(build, part), { recursive: true, force: true });
}

function npm(args: readonly string[], cwd: string, env = process.env): void {
  const run = spawnSync('npm', args, { cwd, env, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`npm ${args.slice(0, 2).join(' ')} failed:\n${run.stdout}${run.stderr}`);
}
