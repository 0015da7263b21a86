import type { Range } from '../../base/text.ts';

/** Where a cursor stands in a YAML or JSON text, however unfinished that is: what completion and hover need to know. */
export interface YamlPlace {
  /**
   * Keys and list indexes (`'0'`) from the root. At a key: to the map that holds it. At a value: to the value itself, so
   * that its key is the last part, or the one before an index.
   */
  readonly path: readonly string[];
  readonly at: 'key' | 'value';
  /** The key or value that the cursor touches, without quotes; empty where there is none yet. */
  readonly token: string;
  /** The part of the token before the cursor. */
  readonly prefix: string;
  /** The place of the token, with its quotes. */
  readonly range: Range;
  readonly quote: '"' | "'" | undefined;
  /** The other keys of the map that the cursor stands in, or the other scalars of the list. */
  readonly siblings: readonly string[];
  /** Inside braces or brackets, where entries end in commas. */
  readonly flow: boolean;
  /** At a key: whether a colon already follows it. */
  readonly hasColon: boolean;
}

/** As `YamlPlace`, in offsets. */
export type OffsetPlace = Omit<YamlPlace, 'range'> & { readonly start: number; readonly end: number };
