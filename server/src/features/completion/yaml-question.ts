import type { Uri } from '../../base/text.ts';
import type { YamlPlace } from '../../plan/yaml/locate.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { Suggestion } from './suggestion.ts';

/** What is asked in a plan or config file. */
export interface YamlQuestion {
  readonly snapshot: Snapshot;
  readonly uri: Uri;
  readonly text: string;
  readonly place: YamlPlace;
  /** JSON wants quotes around every key and text. */
  readonly isJson: boolean;
  readonly snippets: boolean;
}

/** A name that may stand at the place: as a key, or as a value. */
export interface NamedChoice {
  readonly name: string;
  readonly kind: Suggestion['kind'];
  readonly detail?: string;
  readonly documentation?: string;
  /** For a key: what is written behind its colon, in YAML that JSON understands too. */
  readonly value?: string;
  /** For a key: what its value is, where nothing is written behind it. */
  readonly holds?: 'scalar' | 'list' | 'map';
  /** The name is the beginning of a longer one. */
  readonly continues?: boolean;
}
