import { closest } from '../base/closest.ts';
import type { Uri } from '../base/text.ts';
import type { Config, ConfigProblem, Preset } from './config.ts';
import { isPreset, presets, type ConfigFile } from './read-config.ts';

/** What counts where no config file does. */
export const defaultConfig: Config = {
  root: '',
  preset: 'recommended',
  extendedFiles: [],
  rules: new Map(),
  include: [],
  exclude: [],
  plans: [],
  planFor: [],
  columns: new Map(),
  types: 'checker',
  functions: [],
  attributes: [],
  destinations: new Map(),
  problems: [],
};

/** The other config files that a config extends. They must be read before it can be merged. */
export function extendedConfigs(file: ConfigFile): readonly Uri[] {
  return file.extends.map(({ value }) => value).filter(value => !isPreset(value));
}

/**
 * A config with what it extends merged in, as though that were written in the config itself: its globs are relative to
 * the folder of this config. What stands later in `extends` takes precedence, and what the config says itself over all.
 * `lookup` gives the files that could be read.
 */
export function mergeConfig(file: ConfigFile, lookup: (uri: Uri) => ConfigFile | undefined): Config {
  const problems: ConfigProblem[] = [...file.problems];
  const layers = file.extends.flatMap(({ value, range }) =>
    layersOf(value, lookup, [file.uri], (message, meant) => {
      const suggestion = meant === undefined ? undefined : { title: `Replace by \`${meant}\``, range, newText: meant };
      problems.push({ range, message, ...(suggestion && { suggestion }) });
    }),
  );
  // The file itself comes last, and so do the nearer ones.
  const nearest = [...layers, { file }].toReversed();
  const files = nearest.flatMap(layer => layer.file ?? []);
  const latest = <K extends keyof ConfigFile>(key: K) => files.find(each => each[key] !== undefined)?.[key];
  const sdks = latest('sdks');
  return {
    uri: file.uri,
    root: file.uri.slice(0, file.uri.lastIndexOf('/') + 1),
    preset: nearest.find(layer => layer.preset)?.preset ?? defaultConfig.preset,
    extendedFiles: file.extends.filter(({ value }) => !isPreset(value)),
    rules: new Map(files.toReversed().flatMap(each => [...each.rules])),
    include: latest('include') ?? [],
    exclude: latest('exclude') ?? [],
    plans: latest('plans') ?? [],
    planFor: latest('planFor') ?? [],
    columns: new Map(files.toReversed().flatMap(each => [...each.columns])),
    ...(sdks && { sdks }),
    types: latest('types') ?? defaultConfig.types,
    functions: files.flatMap(each => each.functions),
    attributes: files.flatMap(each => each.attributes),
    destinations: new Map(files.toReversed().flatMap(each => [...each.destinations])),
    problems,
  };
}

/** A preset, or what one file says itself. */
interface Layer {
  readonly preset?: Preset;
  readonly file?: ConfigFile;
}

/** Longer chains are no one's intention. */
const DEEPEST = 10;

/** What one item of `extends` brings, the most general first. */
function layersOf(
  name: string,
  lookup: (uri: Uri) => ConfigFile | undefined,
  path: readonly Uri[],
  report: (message: string, meant?: string) => void,
): readonly Layer[] {
  if (isPreset(name)) return [{ preset: name }];
  const shown = decodeURIComponent(name.slice(name.lastIndexOf('/') + 1));
  if (path.includes(name) || path.length > DEEPEST) {
    report(`\`${shown}\` leads back to this config, which cannot extend itself.`);
    return [];
  }
  const file = lookup(name);
  if (!file) {
    const meant = closest(shown, presets);
    report(`\`${shown}\` is neither a preset (${presets.join(', ')}) nor a config that can be read.`, meant);
    return [];
  }
  return [...file.extends.flatMap(each => layersOf(each.value, lookup, [...path, name], report)), { file }];
}
