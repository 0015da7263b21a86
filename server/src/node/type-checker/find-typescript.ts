import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A TypeScript that can be asked for types. */
export interface TypeScriptPackage {
  readonly version: string;
  /** The module of its API. */
  readonly apiPath: string;
  readonly from: 'workspace' | 'editor' | 'own';
}

export interface TypeScriptPlaces {
  /** Whether the workspace may bring its own; what a workspace brings is run only where the user trusts it. */
  readonly trusted: boolean;
  /** Folder of the package that the editor brings. */
  readonly editor?: string;
}

const api = './unstable/async';

/**
 * The TypeScript to use for files in `folder`: the workspace's own, the editor's, or the one that was installed beside us.
 * Undefined where none of them has the API, which came with version 7.
 */
export function findTypeScript(folder: string, places: TypeScriptPlaces): TypeScriptPackage | undefined {
  const own = places.trusted ? above(folder).map(each => join(each, 'node_modules', 'typescript')) : [];
  for (const each of own) {
    const found = packageAt(each, 'workspace');
    if (found) return found;
    // The nearest one is the workspace's own, whatever its version.
    if (existsSync(join(each, 'package.json'))) break;
  }
  const editor = places.editor === undefined ? undefined : packageAt(places.editor, 'editor');
  return editor ?? beside();
}

function above(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...above(parent)];
}

function beside(): TypeScriptPackage | undefined {
  const require = createRequire(import.meta.url);
  for (const name of ['typescript-7', 'typescript']) {
    try {
      const found = packageAt(dirname(require.resolve(`${name}/package.json`)), 'own');
      if (found) return found;
    } catch {
      // It is optional.
    }
  }
  return undefined;
}

function packageAt(folder: string, from: TypeScriptPackage['from']): TypeScriptPackage | undefined {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      readonly version?: unknown;
      readonly exports?: Readonly<Record<string, unknown>>;
    };
    const entry = manifest.exports?.[api];
    const { version } = manifest;
    if (typeof entry !== 'string' || typeof version !== 'string' || Number.parseInt(version) < 7) return undefined;
    return { version, apiPath: join(folder, entry), from };
  } catch {
    return undefined;
  }
}
