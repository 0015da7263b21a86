import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { holdsInstalledPackages } from '../base/installed-packages.ts';
import { encodePath } from '../base/uri.ts';
import { Pace } from '../base/slices.ts';
import type { Uri } from '../base/text.ts';
import type { Trace } from './trace.ts';

/**
 * Lists the files of folders as git sees them: what `.gitignore` files (nested ones, those of the folders above up to the
 * repository's root, the repository's own and the user's) leave out is left out, whether or not there is a repository, and so
 * are folders that package managers fill.
 */
export class FileWalk {
  readonly #pause: () => Promise<void>;
  readonly #log: (message: string) => void;
  readonly #trace: Trace | undefined;

  constructor(pause: () => Promise<void>, log: (message: string) => void, trace?: Trace) {
    this.#pause = pause;
    this.#log = log;
    this.#trace = trace;
  }

  /** Absolute paths; a folder that cannot be read is logged and left out. */
  async files(roots: readonly string[]): Promise<readonly string[]> {
    const found: string[] = [];
    const seen = new Set<string>();
    const pace = new Pace(this.#pause);
    for (const root of roots) {
      const waiting: Folder[] = [{ path: withoutEnd(root), rules: rulesAbove(root, this.#trace) }];
      for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
        if (seen.has(folder.path)) continue;
        seen.add(folder.path);
        this.#list(folder, found, waiting);
        await pace.turn();
      }
    }
    return found;
  }

  /** Whether the walk of the roots would leave the file out. A file below none of them is not left out. */
  isIgnored(path: string, roots: readonly string[]): boolean {
    const root = roots.map(withoutEnd).find(root => path.startsWith(root + sep));
    if (root === undefined) return false;
    let folder: Folder = { path: root, rules: rulesAbove(root, this.#trace) };
    const segments = path.slice(root.length + 1).split(sep);
    for (const [index, name] of segments.entries()) {
      folder = { path: folder.path, rules: withOwnRules(folder, this.#trace) };
      const isFolder = index < segments.length - 1;
      if (leavesOut(folder, name, isFolder)) return true;
      const path = join(folder.path, name);
      if (isFolder && holdsInstalledPackages(name, file => existsSync(join(path, file)))) return true;
      folder = { path, rules: folder.rules };
    }
    return false;
  }

  uriOf(path: string): Uri {
    if (sep === '/') return `file://${encodePath(path)}`;
    const slashes = path.replaceAll(sep, '/');
    return slashes.startsWith('//') ? `file:${encodePath(slashes)}` : `file://${encodePath(`/${slashes}`)}`;
  }

  #list(folder: Folder, found: string[], waiting: Folder[]): void {
    this.#trace?.lists(folder.path);
    let entries;
    try {
      entries = readdirSync(folder.path, { withFileTypes: true });
    } catch (error) {
      this.#log(`Cannot read the folder ${folder.path}: ${String(error)}`);
      return;
    }
    this.#trace?.lists(folder.path, entries);
    const names = new Set(entries.map(entry => entry.name));
    if (holdsInstalledPackages(basename(folder.path), name => names.has(name))) return;
    const rules = names.has('.gitignore') ? withOwnRules(folder, this.#trace) : folder.rules;
    const here = { path: folder.path, rules };
    const inner: Folder[] = [];
    for (const entry of entries) {
      const { name } = entry;
      if (leavesOut(here, name, entry.isDirectory())) continue;
      const path = folder.path + sep + name;
      if (entry.isDirectory()) inner.push({ path, rules });
      else if (entry.isFile() || (entry.isSymbolicLink() && isFile(path, this.#trace))) found.push(path);
    }
    waiting.push(...inner.reverse());
  }
}

interface Folder {
  /** Without a separator at its end. */
  readonly path: string;
  /** The rules of this folder and of those above, the nearest last. */
  readonly rules: readonly IgnoreRules[];
}

interface IgnoreRules {
  /** The folder that the patterns are relative to. */
  readonly base: string;
  readonly rules: Ignore;
}

/** The nearest file that says something about a path decides. */
function leavesOut({ path, rules }: Folder, name: string, isFolder: boolean): boolean {
  if (isFolder && (name === 'node_modules' || name === '.git')) return true;
  for (let i = rules.length - 1; i >= 0; i--) {
    const entry = rules[i];
    if (!entry) continue;
    const relative = `${path}${sep}${name}`.slice(entry.base.length + 1);
    // Folders above were tested on the way down, so only the path itself is left to test.
    const result = entry.rules.test(`${sep === '/' ? relative : relative.replaceAll(sep, '/')}${isFolder ? '/' : ''}`);
    if (result.ignored) return true;
    if (result.unignored) return false;
  }
  return false;
}

function withOwnRules({ path, rules }: Folder, trace?: Trace): readonly IgnoreRules[] {
  const own = rulesFrom(join(path, '.gitignore'), path, trace);
  return own ? [...rules, own] : rules;
}

/** The user's rules, the repository's, and those of the folders between the repository's root and `root`. */
function rulesAbove(root: string, trace?: Trace): readonly IgnoreRules[] {
  const above: string[] = [];
  let repository: string | undefined;
  for (let folder = withoutEnd(root); ; folder = dirname(folder)) {
    trace?.looked(join(folder, '.git'));
    if (statSync(join(folder, '.git'), { throwIfNoEntry: false })) {
      repository = folder;
      break;
    }
    if (dirname(folder) === folder) break;
    above.unshift(dirname(folder));
  }
  if (repository === undefined) return [];
  const config = process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
  return [
    rulesFrom(join(config, 'git', 'ignore'), repository, trace),
    rulesFrom(join(repository, '.git', 'info', 'exclude'), repository, trace),
    ...above.map(folder => rulesFrom(join(folder, '.gitignore'), folder, trace)),
  ].filter(rules => rules !== undefined);
}

function rulesFrom(file: string, base: string, trace: Trace | undefined): IgnoreRules | undefined {
  trace?.read(file);
  try {
    return { base, rules: ignore().add(readFileSync(file, 'utf8')) };
  } catch {
    return undefined;
  }
}

function isFile(path: string, trace: Trace | undefined): boolean {
  trace?.looked(path);
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function withoutEnd(folder: string): string {
  return folder.length > 1 && folder.endsWith(sep) ? folder.slice(0, -1) : folder;
}
