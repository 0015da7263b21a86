import type { Uri } from './text.ts';

/**
 * The one spelling of a file's URI, so that the same file found by a walk and named by an editor is one file. It is VS
 * Code's own: everything but letters, digits and `-._~/` is percent-encoded and a drive letter is lower case
 * (`file:///c%3A/a%20b.ts`). URIs of other schemes, and those that are malformed, come back as they are.
 */
export function canonicalUri(uri: Uri): Uri {
  if (plain.test(uri)) return uri;
  const parts = /^file:\/\/([^/?#]*)(\/[^?#]*)$/i.exec(uri);
  if (!parts) return uri;
  const [, authority = '', path = ''] = parts;
  try {
    return `file://${authority.toLowerCase()}${encodePath(decodeURIComponent(path))}`;
  } catch {
    return uri;
  }
}

/** A path with `/` between its segments, as the path of a canonical URI. */
export function encodePath(path: string): string {
  if (plainPath.test(path)) return path;
  return path
    .replace(/^\/[A-Z]:/, drive => drive.toLowerCase())
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[^\w\-.~/]+/g, text => encodeURIComponent(text).replace(/[!'()*]/g, percent));
}

const plain = /^file:\/\/\/(?![A-Za-z]:)[\w\-.~/]*$/;
const plainPath = /^[\w\-.~/]*$/;

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** The path of a file as a person reads it, as seen from a folder (whose URI ends in `/`): `src/a b.ts`, `../web/a.ts`. */
export function relativePath(folder: Uri, uri: Uri): string {
  const from = folder.split('/').slice(0, -1);
  const to = uri.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  const path = [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A folder's address with the slash at its end that addresses of its files begin with. */
export function withSlash(folder: Uri): Uri {
  return folder.endsWith('/') ? folder : `${folder}/`;
}
