import type { Location, Range, Uri } from '../base/text.ts';
import type { CallKind, Scalar, StaticType } from '../base/vocabulary.ts';
import type { LanguageId } from './language-id.ts';

/** A recognised tracking call with everything that is known of it, across files. What rules and features read. */
export interface TrackCall {
  readonly uri: Uri;
  readonly language: LanguageId;
  /** Id of the SDK at the bottom, or of the configured function: `segment-js`, `posthog-js`, `config`. */
  readonly sdk: string;
  readonly kind: CallKind;
  /** The whole call. */
  readonly range: Range;
  /** The callee's last name. */
  readonly calleeRange: Range;
  /** The callee's last name as text, such as `track`. */
  readonly callee: string;
  /** The wrapper that the call goes through, where it is not the SDK's own function. */
  readonly via?: WrapperPlace;
  readonly event: SentEvent;
  readonly payload: Payload;
  /** The user id argument, where the SDK takes one at the call; `sent: false` where it is missing. */
  readonly user?: { readonly sent: boolean; readonly value?: SentValue };
  /** A forwarding call inside a wrapper: listed, never a finding. */
  readonly forwards: boolean;
  /** Where completion of the event's name and payload applies, also in half-typed code. */
  readonly unfinished: boolean;
}

export interface WrapperPlace {
  readonly name: string;
  readonly location?: Location;
  /** Why it was recognised: `its parameter "event" reaches analytics.track in src/analytics.ts:12`. */
  readonly why: string;
}

export interface SentEvent {
  /** The argument at the call; absent where the name stands in the callee or a wrapper fixes it. */
  readonly range?: Range;
  /** All names that the call can send; each is checked. */
  readonly names: readonly EventName[];
  /** Why the name, or some of the possible names, is not known; undefined where all are. */
  readonly dynamic?: string;
  /** The part of the argument that is not known, such as one branch of a conditional. */
  readonly dynamicRange?: Range;
  /** The expressions that give the names that are not known, where each of them is known; for a type checker. */
  readonly expressions?: readonly Location[];
  /** Texts of the name's fixed parts where it is made at run time, such as `['Clicked ', ' Button']`; for completion and rules. */
  readonly pattern?: readonly string[];
  /** Neither a name nor an argument in its place: `track()`, or a page call, whose name is optional. */
  readonly missing?: boolean;
}

export interface EventName {
  readonly value: string;
  /** Where the finding belongs: the place in this file's call. */
  readonly range: Range;
  /** The literal that holds the name, in this or another file; absent where it is computed (transform, template). */
  readonly literal?: LiteralPlace;
}

/** A string literal in code, with all that is needed to replace it. */
export interface LiteralPlace extends Location {
  /** The opening delimiter. */
  readonly quote: string;
}

export interface Payload {
  /** The payload argument at the call; absent where none is written. */
  readonly range?: Range;
  /** Where a new entry can be inserted, or a whole payload argument. */
  readonly insertion?: PayloadInsertion;
  /** The end of a chain of calls that put the entries in: a further call of the method can be written there. */
  readonly chain?: Location & { readonly method: string };
  /** The call site's own properties. */
  readonly properties: readonly SentProperty[];
  /** Names that a wrapper or the SDK adds. */
  readonly added: readonly string[];
  /** Unseen properties may be sent: nothing is said to be missing. */
  readonly open: boolean;
  /** Why it is open; undefined where it is not. */
  readonly why?: string;
  /** A property whose name is made at run time, at its place. */
  readonly dynamicKeys: readonly Range[];
}

/** `entries`: inside an object literal, before its closing bracket. `argument`: a payload argument is yet to be written. */
export interface PayloadInsertion extends Location {
  readonly kind: 'entries' | 'argument';
  /** What must stand before and after the inserted text (a comma, the key of an option object). */
  readonly before: string;
  readonly after: string;
  /** Indentation of the existing entries where each has its own line; of blanks, whatever the file has. */
  readonly indent?: string;
  /** The entry or argument before the place: what is inserted is to be written like it. */
  readonly last?: WrittenEntry;
  /** Without entries: the whole expression, which may have no place inside, such as `emptyMap()`. */
  readonly whole?: Range;
}

/** An entry as it stands in the text. An argument, a spread and a computed name have no key. */
export interface WrittenEntry {
  readonly range: Range;
  readonly key?: Range;
  readonly value: Range;
}

export interface SentProperty {
  readonly name: string;
  /** The key, in this or another file. */
  readonly key: Location;
  /** Where the finding belongs in this file's call: the key, or the argument through which it came. */
  readonly range: Range;
  /** The whole entry, for removal; absent where it cannot be removed on its own. */
  readonly entry?: Location;
  /** False where it is sent on some paths only. */
  readonly always: boolean;
  readonly value: SentValue;
  readonly shorthand: boolean;
}

/** What is known of a value. Rules are silent where nothing is known. */
export interface SentValue {
  /** Where the finding belongs: the expression, or the argument through which it came. */
  readonly range: Range;
  /** The expression itself, where it stands in this file's call; undefined for values from elsewhere. */
  readonly literal?: LiteralPlace;
  /** All expressions that give it, in this or other files, where each of them is known; for a type checker. */
  readonly expressions?: readonly Location[];
  /** All types that it can have, without `undefined`; undefined where nothing is known. */
  readonly types?: readonly SentType[];
  /** All values that it can have, where each is known. */
  readonly values?: readonly Scalar[];
  /** Whether it may be `undefined`: then the property may be absent. */
  readonly optional?: boolean;
  /** Members of an object. */
  readonly members?: Payload;
  /** Items of an array. */
  readonly items?: SentValue;
  /** Members that the value was read from, outermost first, such as `['user', 'email']`; for rules on personal data. */
  readonly path?: readonly string[];
}

export type SentType = StaticType;
