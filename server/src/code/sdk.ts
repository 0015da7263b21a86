import type { CallKind } from '../base/vocabulary.ts';
import type { LanguageId } from './language-id.ts';

/** An analytics SDK as data: how its objects come into a file, and which of its calls carry events. */
export interface Sdk {
  readonly id: string;
  readonly vendor: string;
  readonly title: string;
  readonly languages: readonly LanguageId[];
  /** Modules that export it. A trailing `/*` stands for any subpath. */
  readonly imports: readonly string[];
  /** Names under which it is found without an import: `analytics`, `gtag`. `window.` and `globalThis.` are understood. */
  readonly globals: readonly string[];
  readonly calls: readonly SdkCall[];
  /** Where the facts were taken from. */
  readonly source: string;
}

export interface SdkCall {
  readonly kind: CallKind | 'register';
  /** Names of the method on the SDK's object. */
  readonly methods?: readonly string[];
  /** Names of functions that the module exports (or the global itself). */
  readonly functions?: readonly string[];
  /** For command functions and queues: the values that the first arguments must have, in order. */
  readonly command?: readonly string[];
  /** Any of `command` as the first argument will do. */
  readonly commandIsOneOf?: true;
  /** The name before the method, where the method's own name says too little (`clevertap.event.push`). */
  readonly under?: string;
  readonly event?: Locator;
  readonly properties?: Locator;
  readonly user?: readonly Locator[];
  readonly group?: Locator;
  readonly shape?: SdkShape;
  /** Keys of the payload object that are not properties of the event (the name itself in `dataLayer.push`). */
  readonly omit?: readonly string[];
}

/** Special shapes that no locator says: see each one's reader in `recognise`. */
export type SdkShape =
  | 'page-strings'
  | 'event-object'
  | 'iglu-schema'
  | 'ids-optional'
  | 'identify-builder'
  | 'queue-object'
  | 'queue-array';

/** Where a value stands among the arguments: a position or a keyword, then a path into it. */
export interface Locator {
  readonly arg?: number;
  readonly keyword?: string;
  readonly path?: readonly string[];
}
