import type { Uri } from '../base/text.ts';
import { parent } from './parent-folder.ts';

/**
 * The file of a module in Python: `.events` from the importing file's package, `shop.events` from any folder above it that is no
 * package itself. Undefined for packages from outside.
 */
export function pythonModule(files: ReadonlySet<Uri>, folder: Uri, specifier: string): Uri | undefined {
  const dots = /^\.*/.exec(specifier)?.[0].length ?? 0;
  const path = specifier.slice(dots).split('.').filter(Boolean).join('/');
  let at: Uri | undefined = folder;
  for (let up = 1; up < dots; up++) at = at === undefined ? undefined : parent(at);
  for (; at !== undefined; at = dots > 0 ? undefined : parent(at)) {
    // Modules beside each other in a package are imported by the package's name; a bare name is one from outside.
    if (dots === 0 && files.has(`${at}__init__.py`)) continue;
    const found = fileAt(files, at, path) ?? (dots > 0 ? undefined : fileAt(files, `${at}src/`, path));
    if (found !== undefined) return found;
  }
  return undefined;
}

function fileAt(files: ReadonlySet<Uri>, folder: Uri, path: string): Uri | undefined {
  const candidates = path === '' ? [`${folder}__init__.py`] : [`${folder}${path}.py`, `${folder}${path}/__init__.py`];
  return candidates.find(uri => files.has(uri));
}
