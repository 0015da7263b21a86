/** Files that no project of the workspace holds. Those of one folder make a project whose config exists in memory only. */
export class LooseFiles {
  readonly #files = new Map<string, Set<string>>();

  /** Adds a file to the project of a folder; answers the path of its config. */
  add(path: string, folder: string): string {
    const config = `${folder === '/' ? '' : folder}/tsconfig.tracklint.json`;
    const files = this.#files.get(config) ?? new Set();
    this.#files.set(config, files.add(path));
    return config;
  }

  /** The text of a config that was given out by `add`. */
  configAt(path: string): string | undefined {
    const files = this.#files.get(path);
    return files && JSON.stringify({ compilerOptions, files: [...files] });
  }
}

const compilerOptions = {
  strict: true,
  allowJs: true,
  jsx: 'preserve',
  target: 'esnext',
  module: 'esnext',
  moduleResolution: 'bundler',
  noEmit: true,
};
