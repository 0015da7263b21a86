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
  /** Names that an import of the whole module brings along: `import Segment` in Swift brings `Analytics`. */
  readonly names?: readonly string[];
  /** Usual names of its objects: they stand for it where nothing else is known of them and the file imports the SDK. */
  readonly receivers?: readonly string[];
  /** Constants that the SDK has for names of events and properties. */
  readonly constants?: SdkConstants;
  readonly calls: readonly SdkCall[];
  /** Where the facts were taken from. */
  readonly source: string;
}

/** Constants whose texts are their own names in snake_case: `FirebaseAnalytics.Event.ADD_TO_CART` is `add_to_cart`. */
export interface SdkConstants {
  /** Matches the dotted path to a constant; the first group is its name. */
  readonly pattern: RegExp;
  /** The texts of those that are called otherwise. */
  readonly others?: Readonly<Record<string, string>>;
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
  /**
   * Names of types of which the argument at `messageAt` (the first one) is made: `Track` in `client.Enqueue(analytics.Track{…})`.
   * The other locators then lead into the call that makes it.
   */
  readonly message?: readonly string[];
  readonly messageAt?: Locator;
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
  | 'queue-array'
  | 'two-positions';

/** Where a value stands: at a keyword, else at a position, else in what is done with the call's result; then a path into it. */
export interface Locator {
  readonly arg?: number;
  readonly keyword?: string;
  /** The keyword may stand in a map that is given as the last argument (Ruby's options). */
  readonly inOptions?: true;
  /** All keyword arguments together are the value, where nothing stands at the position. */
  readonly keywords?: true;
  /** A lambda behind the brackets is the value, where nothing stands at the position. */
  readonly trailing?: true;
  /**
   * A method that is called on the call's result, or on the variable that holds it, with the value; or the result's member that
   * is set: `TrackMessage.builder(event).properties(value)`, `event.eventProperties = value`.
   */
  readonly chained?: string;
  readonly path?: readonly string[];
}
