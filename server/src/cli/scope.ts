import type { Uri } from '../base/text.ts';
import { parent } from '../workspace/parent-folder.ts';
import { isTop, projectMarks, projectRoot, type ProjectFolder } from '../workspace/project-root.ts';
import { Misuse } from './terminal.ts';
import type { Terminal } from './terminal.ts';

/** What a command looks at. */
export interface Scope {
  /** The folder that is read as a whole, so that plan, wrappers and constants are seen. Ends in `/`. */
  readonly root: Uri;
  /** Whether findings and calls of this file are asked for. */
  covers(uri: Uri): boolean;
  /** Whether this very file was typed. */
  names(uri: Uri): boolean;
}

/**
 * The scope of the paths that were typed. The root is the topmost folder of the repository, at or above all of them, that
 * holds a plan or a config file: so a part is checked exactly as in a check of the whole. Outside of a repository it is
 * the nearest such folder; where there is none, the current folder, or what was typed where that lies elsewhere.
 */
export function findScope(paths: readonly string[], terminal: Terminal): Scope {
  const targets = paths.map(path => {
    const uri = terminal.resolve(path);
    const kind = terminal.kindOf(uri);
    if (kind === undefined) throw new Misuse(`There is no file or folder "${path}".`);
    return kind === 'folder' ? withSlash(uri) : uri;
  });
  if (targets.length === 0) targets.push(terminal.cwd);
  const common = commonFolder(targets);
  const root = projectRoot(foldersFrom(common, terminal)) ?? (common.startsWith(terminal.cwd) ? terminal.cwd : common);
  return {
    root,
    names: uri => targets.includes(uri),
    covers: uri => targets.some(target => (target.endsWith('/') ? uri.startsWith(target) : uri === target)),
  };
}

function* foldersFrom(start: Uri, terminal: Terminal): Iterable<ProjectFolder> {
  for (let folder: Uri | undefined = start; folder !== undefined && !isTop(folder); folder = parent(folder)) {
    const has = (name: string) => terminal.kindOf(folder + name) !== undefined;
    yield { folder, isMarked: projectMarks.some(has), isRepository: has('.git') };
  }
}

function commonFolder(targets: readonly Uri[]): Uri {
  const [first = '', ...others] = targets.map(uri => uri.slice(0, uri.lastIndexOf('/') + 1));
  return others.reduce((common, folder) => {
    let shared = common;
    while (!folder.startsWith(shared)) shared = parent(shared) ?? 'file:///';
    return shared;
  }, first);
}

function withSlash(uri: Uri): Uri {
  return uri.endsWith('/') ? uri : `${uri}/`;
}
