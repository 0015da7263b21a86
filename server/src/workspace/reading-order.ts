import type { Uri } from '../base/text.ts';
import { languageOf } from '../code/languages/index.ts';
import { isPlanPath } from '../plan/discovery.ts';
import { isConfigPath } from './configs.ts';
import { isManifest } from './modules.ts';

/** Files in the order in which they are read: what must be known before code is, and the code. Others are left out. */
export class ReadingOrder {
  readonly #configs: Uri[] = [];
  readonly #others: Uri[] = [];
  readonly code: Uri[] = [];

  add(uri: Uri): void {
    if (isConfigPath(uri)) this.#configs.push(uri);
    else if (isManifest(uri) || isPlanPath(uri)) this.#others.push(uri);
    else if (languageOf(uri)) this.code.push(uri);
  }

  /** Configs first of all. */
  get first(): readonly Uri[] {
    return [...this.#configs, ...this.#others];
  }
}
