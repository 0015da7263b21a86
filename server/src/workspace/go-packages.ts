import type { Uri } from '../base/text.ts';

/** The folders of a workspace that hold Go files, each a package that others import by the end of its path. */
export class GoPackages {
  readonly #byName = new Map<string, Uri[]>();

  constructor(files: Iterable<Uri>) {
    const folders = new Set<Uri>();
    for (const uri of files) if (uri.endsWith('.go')) folders.add(goFolder(uri));
    for (const folder of folders) {
      const name = folder.slice(folder.lastIndexOf('/') + 1);
      const known = this.#byName.get(name);
      if (known) known.push(folder);
      else this.#byName.set(name, [folder]);
    }
  }

  /**
   * The folders that an import path may mean: those that share most of its end. None for packages from outside the workspace
   * whose last name no folder has.
   */
  foldersOf(path: string): readonly Uri[] {
    const parts = path.split('/');
    let found = this.#byName.get(parts.at(-1) ?? '') ?? [];
    for (let size = 2; size <= parts.length && found.length > 0; size++) {
      const tail = `/${parts.slice(-size).join('/')}`;
      const nearer = found.filter(folder => folder.endsWith(tail));
      if (nearer.length === 0) break;
      found = nearer;
    }
    return found;
  }
}

/** The folder of a file, without the `/` at its end. */
export function goFolder(uri: Uri): Uri {
  return uri.slice(0, uri.lastIndexOf('/'));
}
