import type { Uri } from '../base/text.ts';
import { parent } from './parent-folder.ts';
import { pythonModule } from './python-modules.ts';
import type { ResolvedModule } from '../code/evaluate/program.ts';

/** What a manifest or a compiler's config says about where imports lead. */
interface TsConfig {
  readonly folder: Uri;
  readonly base: Uri | undefined;
  readonly paths: readonly { readonly pattern: string; readonly targets: readonly Uri[] }[];
}

interface Package {
  readonly folder: Uri;
  readonly entries: readonly { readonly key: string; readonly target: string }[];
}

const extensions = [
  '',
  '.ts',
  '.tsx',
  '.d.ts',
  '.js',
  '.jsx',
  '.mjs',
  '.mts',
  '.cjs',
  '.cts',
  '.vue',
  '.svelte',
  '.astro',
  '/index.ts',
  '/index.tsx',
  '/index.js',
  '/index.jsx',
  '/index.mjs',
  '/index.d.ts',
];

/** Whether a file says where imports lead. */
export function isManifest(uri: Uri): boolean {
  return /\/(?:package|tsconfig(?:\.[\w-]+)?|jsconfig)\.json$/.test(uri);
}

/**
 * Finds the file that an import of JavaScript or TypeScript names: relative paths, `paths` and `baseUrl` of the nearest
 * tsconfig, packages of the workspace, and the aliases that bundlers agree on (`@/`, `~/`, `src/`).
 */
export class ModuleResolver {
  readonly #files: ReadonlySet<Uri>;
  readonly #roots: readonly Uri[];
  readonly #configs = new Map<Uri, TsConfig>();
  readonly #packages = new Map<string, Package>();
  readonly #packageFolders = new Set<Uri>();
  readonly #known = new Map<string, ResolvedModule>();
  readonly #configOf = new Map<Uri, TsConfig | undefined>();

  /** `manifests` are the texts of `package.json` and `tsconfig.json` files by URI; what is not readable is left out. */
  constructor(files: ReadonlySet<Uri>, manifests: ReadonlyMap<Uri, string>, roots: readonly Uri[]) {
    this.#files = files;
    this.#roots = roots;
    for (const [uri, text] of manifests) {
      const json = readJson(text);
      if (!json) continue;
      const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
      if (uri.endsWith('/package.json')) this.#addPackage(folder, json);
    }
    for (const uri of manifests.keys()) {
      if (/\/(?:tsconfig|jsconfig)\.json$/.test(uri)) this.#addConfig(uri, manifests);
    }
  }

  resolve(from: Uri, written: string): ResolvedModule {
    // In Dart a path that begins with a name is relative as well.
    const specifier = from.endsWith('.dart') && /^\w[\w/.]*\.dart$/.test(written) ? `./${written}` : written;
    const folder = from.slice(0, from.lastIndexOf('/') + 1);
    const isPython = from.endsWith('.py') || from.endsWith('.pyi');
    const key = `${isPython ? 'python ' : ''}${folder} ${specifier}`;
    let known = this.#known.get(key);
    if (!known)
      this.#known.set(key, (known = isPython ? this.#python(folder, specifier) : this.#resolve(folder, specifier)));
    return known;
  }

  #python(folder: Uri, specifier: string): ResolvedModule {
    const uri = pythonModule(this.#files, folder, specifier);
    return uri === undefined ? { kind: 'package', name: specifier } : { kind: 'file', uri };
  }

  #resolve(folder: Uri, specifier: string): ResolvedModule {
    const uri = specifier.startsWith('.')
      ? this.#file(join(folder, specifier))
      : (this.#byConfig(folder, specifier) ?? this.#byPackage(specifier) ?? this.#byCustom(folder, specifier));
    return uri ? { kind: 'file', uri } : { kind: 'package', name: specifier };
  }

  /** The file of a path without its ending; `./a.js` in TypeScript means `./a.ts`. */
  #file(path: Uri): Uri | undefined {
    for (const extension of extensions) if (this.#files.has(path + extension)) return path + extension;
    const written = /\.(?:js|jsx|mjs|cjs)$/.exec(path);
    if (!written) return undefined;
    const stem = path.slice(0, written.index);
    return ['.ts', '.tsx', '.mts', '.cts'].map(extension => stem + extension).find(uri => this.#files.has(uri));
  }

  #byConfig(folder: Uri, specifier: string): Uri | undefined {
    const config = this.#configFor(folder);
    if (!config) return undefined;
    for (const { pattern, targets } of config.paths) {
      const star = pattern.indexOf('*');
      const matches =
        star < 0
          ? specifier === pattern
          : specifier.startsWith(pattern.slice(0, star)) && specifier.endsWith(pattern.slice(star + 1));
      if (!matches) continue;
      const part = star < 0 ? '' : specifier.slice(star, specifier.length - (pattern.length - star - 1));
      for (const target of targets) {
        const found = this.#file(target.replace('*', part));
        if (found) return found;
      }
    }
    return config.base === undefined ? undefined : this.#file(config.base + specifier);
  }

  #configFor(folder: Uri): TsConfig | undefined {
    if (this.#configOf.has(folder)) return this.#configOf.get(folder);
    const own = this.#configs.get(folder);
    const up = parent(folder);
    const found = own ?? (up === undefined ? undefined : this.#configFor(up));
    this.#configOf.set(folder, found);
    return found;
  }

  #byPackage(specifier: string): Uri | undefined {
    const parts = specifier.split('/');
    const name = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
    const found = this.#packages.get(name);
    if (!found) return undefined;
    const subpath = specifier.length > name.length ? `.${specifier.slice(name.length)}` : '.';
    for (const { key, target } of found.entries) {
      const star = key.indexOf('*');
      const matches =
        star < 0 ? key === subpath : subpath.startsWith(key.slice(0, star)) && subpath.endsWith(key.slice(star + 1));
      if (!matches) continue;
      const file = this.#source(
        found.folder,
        target.replace('*', star < 0 ? '' : subpath.slice(star, subpath.length - (key.length - star - 1))),
      );
      if (file) return file;
    }
    const rest = subpath === '.' ? '' : subpath.slice(2);
    return (
      this.#source(found.folder, rest) ??
      this.#file(`${found.folder}src/${rest || 'index'}`) ??
      this.#file(`${found.folder}src/${rest || 'main'}`)
    );
  }

  /** The source of a file that a manifest names: what is built (`dist/a.js`) was written in `src/a.ts`. */
  #source(folder: Uri, target: string): Uri | undefined {
    const path = join(folder, `./${target}`);
    const direct = this.#file(path);
    if (direct) return direct;
    const stem = target.replace(/^\.\//, '').replace(/(?:\.d)?\.[mc]?[jt]sx?$/, '');
    for (const built of [
      'dist/',
      'build/',
      'lib/',
      'out/',
      'dist/esm/',
      'dist/cjs/',
      'dist/src/',
      'dist/types/',
      'esm/',
      'cjs/',
    ]) {
      if (!stem.startsWith(built)) continue;
      const found =
        this.#file(`${folder}src/${stem.slice(built.length)}`) ?? this.#file(folder + stem.slice(built.length));
      if (found) return found;
    }
    return undefined;
  }

  /** Aliases of bundlers that no manifest tells: `@/x`, `~/x`, `src/x` and paths from the package's own folder. */
  #byCustom(folder: Uri, specifier: string): Uri | undefined {
    const alias = /^(?:@|~|#)\/(.+)$/.exec(specifier)?.[1] ?? /^~([^/].*)$/.exec(specifier)?.[1];
    const path = alias ?? specifier;
    if (alias === undefined && (specifier.startsWith('@') || !specifier.includes('/'))) return undefined;
    for (let at: Uri | undefined = folder; at !== undefined; at = parent(at)) {
      const found = this.#file(`${at}src/${path}`) ?? this.#file(`${at}app/${path}`) ?? this.#file(at + path);
      if (found) return found;
      if (this.#packageFolders.has(at) || this.#roots.includes(at)) break;
    }
    return undefined;
  }

  #addPackage(folder: Uri, json: Readonly<Record<string, unknown>>): void {
    this.#packageFolders.add(folder);
    const { name, exports } = json;
    if (typeof name !== 'string' || this.#packages.has(name)) return;
    const entries: { key: string; target: string }[] = [];
    if (typeof exports === 'string') entries.push({ key: '.', target: exports });
    else if (isRecord(exports)) {
      for (const [key, value] of Object.entries(exports)) {
        if (key.startsWith('.')) for (const target of targetsOf(value)) entries.push({ key, target });
      }
      if (entries.length === 0) for (const target of targetsOf(exports)) entries.push({ key: '.', target });
    }
    for (const field of ['source', 'types', 'typings', 'module', 'main']) {
      const value = json[field];
      if (typeof value === 'string') entries.push({ key: '.', target: value });
    }
    this.#packages.set(name, { folder, entries });
  }

  #addConfig(uri: Uri, manifests: ReadonlyMap<Uri, string>): void {
    const config = readConfig(uri, manifests, 0, name => this.#packages.get(name)?.folder);
    if (config) this.#configs.set(config.folder, config);
  }
}

/** Every file that a conditional export names, in order. */
function targetsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(targetsOf);
  return isRecord(value) ? Object.values(value).flatMap(targetsOf) : [];
}

function readConfig(
  uri: Uri,
  manifests: ReadonlyMap<Uri, string>,
  depth: number,
  packageFolder: (name: string) => Uri | undefined,
): TsConfig | undefined {
  const text = manifests.get(uri);
  const json = text === undefined ? undefined : readJson(text);
  if (!json || depth > 6) return undefined;
  const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
  const options = isRecord(json.compilerOptions) ? json.compilerOptions : {};
  const extended = [json.extends].flat().filter(item => typeof item === 'string');
  const bases = extended
    .map(item => readConfig(extendedUri(folder, item, packageFolder), manifests, depth + 1, packageFolder))
    .filter(base => base !== undefined);
  const inherited = bases.at(-1);
  // A solution file only lists projects; the first of them that says something speaks for the folder.
  const references =
    Array.isArray(json.references) && !options.paths
      ? json.references.flatMap(item => (isRecord(item) && typeof item.path === 'string' ? [item.path] : []))
      : [];
  const project = references
    .map(path => readConfig(configUri(join(folder, `./${path}`)), manifests, depth + 1, packageFolder))
    .find(found => found && found.paths.length > 0);
  const baseUrl = options.baseUrl;
  const base = typeof baseUrl === 'string' ? `${join(folder, `./${baseUrl}`)}/` : inherited?.base;
  const own = isRecord(options.paths)
    ? Object.entries(options.paths).map(([pattern, targets]) => ({
        pattern,
        targets: targetsOf(targets).map(target =>
          join(typeof baseUrl === 'string' ? (base ?? folder) : folder, `./${target}`),
        ),
      }))
    : undefined;
  return { folder, base: base ?? project?.base, paths: own ?? inherited?.paths ?? project?.paths ?? [] };
}

function configUri(path: Uri): Uri {
  return path.endsWith('.json') ? path : `${ensureSlash(path)}tsconfig.json`;
}

function extendedUri(folder: Uri, item: string, packageFolder: (name: string) => Uri | undefined): Uri {
  if (item.startsWith('.')) return withJson(join(folder, item));
  const parts = item.split('/');
  const size = item.startsWith('@') ? 2 : 1;
  const at = packageFolder(parts.slice(0, size).join('/'));
  return at === undefined ? item : withJson(at + (parts.slice(size).join('/') || 'tsconfig.json'));
}

function withJson(path: Uri): Uri {
  return path.endsWith('.json') ? path : `${path}.json`;
}

/** JSON with comments and trailing commas, as these files are written; undefined where it is broken beyond that. */
function readJson(text: string): Readonly<Record<string, unknown>> | undefined {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replace(/("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[^]*?\*\//g, (_all, string: string | undefined) => string ?? '')
    .replace(/("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g, (_all, string: string | undefined) => string ?? '');
  try {
    const json: unknown = JSON.parse(plain);
    return isRecord(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ensureSlash(uri: Uri): Uri {
  return uri.endsWith('/') ? uri : `${uri}/`;
}

/** Joins a folder, which ends in `/`, and a relative path. */
function join(folder: Uri, path: string): Uri {
  const parts = folder.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '.' || part === '') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
