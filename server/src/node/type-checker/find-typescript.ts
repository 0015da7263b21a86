import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { TypeCheckerOptions } from '../../base/type-checker.ts';

/** A TypeScript that can be asked for types. */
export interface TypeScriptPackage {
  readonly version: string;
  /** The module of its API. */
  readonly apiPath: string;
  readonly from: 'workspace' | 'settings' | 'own';
}

const api = './unstable/async';

/**
 * The TypeScript to use for files in `folder`: the workspace's own, the one that the user or the editor names, or the one
 * that was installed beside us. Undefined where none of them has the API, which came with version 7.
 */
export function findTypeScript(
  folder: string,
  { trusted, named }: Pick<TypeCheckerOptions, 'trusted' | 'named'>,
): TypeScriptPackage | undefined {
  return (
    (trusted ? ofWorkspace(folder) : undefined) ??
    (named === undefined ? undefined : packageAt(named, 'settings')) ??
    beside()
  );
}

/** The nearest one is the workspace's own, whatever its version. */
function ofWorkspace(folder: string): TypeScriptPackage | undefined {
  const nearest = above(folder)
    .map(each => join(each, 'node_modules', 'typescript'))
    .find(each => existsSync(join(each, 'package.json')));
  return nearest === undefined ? undefined : packageAt(nearest, 'workspace');
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
