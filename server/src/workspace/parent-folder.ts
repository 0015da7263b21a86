import type { Uri } from '../base/text.ts';

/** The folder above, or undefined above the top. Both end in `/`. */
export function parent(folder: Uri): Uri | undefined {
  const at = folder.lastIndexOf('/', folder.length - 2);
  return at < 0 || folder.length <= 'file:///'.length ? undefined : folder.slice(0, at + 1);
}
