import type { Uri } from '../base/text.ts';

/** The path of a file as seen from a folder (whose URI ends in `/`), for people and for other tools: `../a b/c.ts`. */
export function relativePath(folder: Uri, uri: Uri): string {
  const from = folder.split('/').slice(0, -1);
  const to = uri.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return decode([...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/'));
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
