import picomatch from 'picomatch';
import type { Uri } from '../base/text.ts';
import { encodePath } from '../base/uri.ts';
import { sdks } from '../code/sdks/index.ts';
import type { Config, ConfiguredFunction } from './config.ts';
import { defaultConfig, extendedConfigs, mergeConfig } from './merge-config.ts';
import { isConfigPath, readConfig, type ConfigFile } from './read-config.ts';

export { isConfigPath };

/** The config files of a workspace, each merged with what it extends; the nearest above a file decides about it. */
export class Configs {
  readonly #ruleIds: readonly string[];
  readonly #files = new Map<Uri, ConfigFile>();
  /** Files of other names that configs extend: they decide about no folder of their own. Undefined where unreadable. */
  readonly #extended = new Map<Uri, ConfigFile | undefined>();
  #merged: ReadonlyMap<Uri, Config> | undefined;
  readonly #matchers = new Map<string, (path: string) => boolean>();
  #nearest = new Map<Uri, Config>();
  #frozen: Configs | undefined;
  /** Whether all that the folders hold have been given once. */
  isRead = false;

  constructor(ruleIds: readonly string[]) {
    this.#ruleIds = ruleIds;
  }

  set(uri: Uri, text: string): void {
    this.#files.set(uri, this.#read(uri, text));
    this.settle();
  }

  /** A file of another name that a config extends; its text is undefined where it cannot be read. */
  setExtended(uri: Uri, text: string | undefined): void {
    this.#extended.set(uri, text === undefined ? undefined : this.#read(uri, text));
    this.settle();
  }

  delete(uri: Uri): void {
    if (this.#files.delete(uri)) this.settle();
    if (this.#extended.has(uri)) this.setExtended(uri, undefined);
  }

  /** Whether a config extends this file of another name. */
  isExtended(uri: Uri): boolean {
    return this.#extended.has(uri);
  }

  /** Files that configs extend and that were not given yet. */
  missing(): readonly Uri[] {
    const known = [...this.#files.values(), ...this.#extended.values()].filter(file => file !== undefined);
    const named = new Set(known.flatMap(file => extendedConfigs(file)));
    return [...named].filter(uri => !this.#files.has(uri) && !this.#extended.has(uri));
  }

  #read(uri: Uri, text: string): ConfigFile {
    return readConfig(uri, text, { rules: this.#ruleIds, sdks: sdks.flatMap(sdk => [sdk.id, sdk.vendor]) });
  }

  /** Forgets what was derived; called when the set of files changed. */
  settle(): void {
    this.#merged = undefined;
    this.#frozen = undefined;
    this.#nearest = new Map();
  }

  /** All that there are have been given. */
  areRead(): void {
    this.isRead = true;
    this.settle();
  }

  all(): readonly Config[] {
    return [...this.#byUri().values()];
  }

  at(uri: Uri): Config | undefined {
    return this.#byUri().get(uri);
  }

  /** The config that decides about a file. */
  for(uri: Uri): Config {
    const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
    let found = this.#nearest.get(folder);
    if (!found) this.#nearest.set(folder, (found = this.#find(folder)));
    return found;
  }

  #find(folder: Uri): Config {
    let best: Config | undefined;
    for (const config of this.#byUri().values()) {
      if (folder.startsWith(config.root) && config.root.length > (best?.root.length ?? 0)) best = config;
    }
    return best ?? defaultConfig;
  }

  functionsFor(uri: Uri): readonly ConfiguredFunction[] {
    const config = this.for(uri);
    return config.functions.filter(item => item.files.length === 0 || this.matches(item.files, uri, config.root));
  }

  includes(uri: Uri): boolean {
    const { include, exclude, root } = this.for(uri);
    if (exclude.length === 0 && isTest(uri)) return false;
    if (root === '') return true;
    return (include.length === 0 || this.matches(include, uri, root)) && !this.matches(exclude, uri, root);
  }

  /** Whether a config names the file as a part of a plan. */
  isPlan(uri: Uri): boolean {
    return this.all().some(
      config => config.plans.length > 0 && uri.startsWith(config.root) && this.matches(config.plans, uri, config.root),
    );
  }

  /** Plans that a config names by their paths: they count wherever they lie, such as in a package below `node_modules`. */
  namedPlans(): readonly Uri[] {
    return this.all().flatMap(({ plans, root }) =>
      plans.filter(glob => !/[*?[\]{}()!]/.test(glob)).map(path => root + encodePath(path.replace(/^\.\//, ''))),
    );
  }

  /** Whether a URI, seen from a root that ends in `/`, matches any of the globs. */
  matches(globs: readonly string[], uri: Uri, root: Uri): boolean {
    if (!uri.startsWith(root)) return false;
    const path = decodeURIComponent(uri.slice(root.length));
    return globs.some(glob => this.#matcher(glob)(path));
  }

  #matcher(glob: string): (path: string) => boolean {
    let matcher = this.#matchers.get(glob);
    if (!matcher) this.#matchers.set(glob, (matcher = picomatch(glob.replace(/^\.\//, ''), { dot: true })));
    return matcher;
  }

  /** These configs as they are now. The same object until one of them changes. */
  frozen(): Configs {
    this.#frozen ??= this.#copy();
    return this.#frozen;
  }

  #copy(): Configs {
    const copy = new Configs(this.#ruleIds);
    for (const [uri, file] of this.#files) copy.#files.set(uri, file);
    for (const [uri, file] of this.#extended) copy.#extended.set(uri, file);
    copy.#merged = this.#byUri();
    return copy;
  }

  #byUri(): ReadonlyMap<Uri, Config> {
    this.#merged ??= new Map(
      [...this.#files].map(([uri, file]) => [
        uri,
        mergeConfig(file, other => this.#files.get(other) ?? this.#extended.get(other)),
      ]),
    );
    return this.#merged;
  }
}

/**
 * Whether a file is a test by its name or folder. Tests send events that no plan has, on purpose, to nobody; a config that says
 * what to exclude decides about them too.
 */
function isTest(uri: Uri): boolean {
  return testFile.test(uri);
}

const testFile =
  /\/(?:__tests__|__mocks__|__fixtures__|cypress|androidTest|src\/test|[A-Za-z]*UITests|[A-Za-z]+Tests)\/|\.(?:test|spec|stories|cy|e2e|e2e-spec|clienttest|servertest)\.[cm]?[jt]sx?$|_test\.(?:go|py|dart)$|\/test_\w+\.py$|Tests?\.(?:kt|java|swift|cs|php|m)$|_spec\.rb$/;
