import type { Uri } from '../base/text.ts';
import { languageOf } from '../code/languages/index.ts';
import { isPlanPath } from '../plan/discovery.ts';
import { isConfigPath } from './configs.ts';
import { isManifest } from './modules.ts';

/** What must be known before code is read (configs first of all), and the code. Other files are left out. */
export function readingOrder(uris: readonly Uri[]): [first: Uri[], code: Uri[]] {
  const first: Uri[] = [];
  const code: Uri[] = [];
  for (const uri of uris) {
    if (isConfigPath(uri) || isManifest(uri) || isPlanPath(uri)) first.push(uri);
    else if (languageOf(uri)) code.push(uri);
  }
  first.sort((a, b) => Number(isConfigPath(b)) - Number(isConfigPath(a)));
  return [first, code];
}
