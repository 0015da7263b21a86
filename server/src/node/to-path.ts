import { fileURLToPath } from 'node:url';
import type { Uri } from '../base/text.ts';

/** The path of a file's URI on this machine. */
export function toPath(uri: Uri): string {
  if (process.platform !== 'win32' && /^file:\/\/\/[^%?#]*$/.test(uri)) return uri.slice('file://'.length);
  return fileURLToPath(uri);
}
