/**
 * A tracking plan as data, whatever format it was written in. Every part knows the place of its name, so that
 * definition, rename and fixes need no second look-up.
 */
import type { CallKind, NameCase, Scalar, ValueType } from '../base/vocabulary.ts';
import type { Located, Location, Range, Uri } from '../base/text.ts';

export type { NameCase } from '../base/vocabulary.ts';

/** The kinds of call that a plan names one by one. */
export type EventKind = Extract<CallKind, 'track' | 'page' | 'screen'>;

export type EventStatus = 'planned' | 'active' | 'deprecated' | 'removed';

/** One file of a plan, read on its own. References to other files are not yet resolved. */
export interface PlanFile {
  readonly uri: Uri;
  /** Id of the format that read it: `yaml`, `segment`, … */
  readonly format: string;
  readonly name?: Located<string>;
  readonly naming?: Naming;
  readonly vocabulary?: Vocabulary;
  readonly sources: readonly SourceDefinition[];
  readonly destinations: readonly DestinationDefinition[];
  /** Shared properties, used by reference. */
  readonly properties: readonly PropertyDefinition[];
  /** Properties sent with every call by the SDK or a wrapper. */
  readonly common: readonly PropertyDefinition[];
  /** Track, page and screen events, in the order of the file; duplicates are kept. */
  readonly events: readonly EventDefinition[];
  readonly identify?: TraitsDefinition;
  readonly group?: TraitsDefinition;
  readonly metrics: readonly MetricDefinition[];
  readonly funnels: readonly FunnelDefinition[];
  /** What the reader could not understand, at the exact place. */
  readonly problems: readonly PlanProblem[];
  /** Older versions of events, which the plan keeps and nobody is held to. */
  readonly superseded?: readonly EventDefinition[];
  /** Names of events that the file mentions without defining them. */
  readonly mentions?: readonly Located<string>[];
  /** What the columns of a table are called, where the team has said so. */
  readonly columns?: ReadonlyMap<string, readonly string[]>;
  /** Places where a new entry can be written, for edits; a format that cannot be written has none. */
  readonly text: string;
}

export interface PlanProblem {
  readonly rule: 'invalid-plan' | 'unread-part' | 'unresolved-reference';
  readonly range: Range;
  readonly message: string;
  /** Any tool that knows the schema says it too; an editor with such a tool does not want to hear it twice. */
  readonly bySchema?: true;
  /** A replacement of the range that would repair it, where one is plain. */
  readonly suggestion?: { readonly title: string; readonly range: Range; readonly newText: string };
}

export interface Naming {
  readonly events?: {
    readonly framework?: 'object-action' | 'action-object' | 'none';
    readonly case?: NameCase;
    readonly tense?: 'past' | 'present' | 'any';
    /** A regular expression that a whole event name must match; absent where none is given. */
    readonly pattern?: Located<string>;
  };
  readonly properties?: { readonly case?: NameCase; readonly pattern?: Located<string> };
  readonly range: Range;
}

export interface Vocabulary {
  readonly objects: readonly VocabularyWord[];
  readonly actions: readonly VocabularyWord[];
}

export interface VocabularyWord {
  readonly name: string;
  readonly location: Location;
  readonly synonyms: readonly Located<string>[];
  readonly description?: string;
}

export interface SourceDefinition {
  readonly name: string;
  readonly location: Location;
  /** Globs relative to the plan root: which code files belong to the source. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Ids or vendors of the SDKs that it sends through; absent where any will do. */
  readonly sdks?: readonly string[];
  /** `external` sources (webhooks, other teams) are never expected in our code. */
  readonly origin: 'code' | 'external';
  readonly description?: string;
}

export interface DestinationDefinition {
  readonly name: string;
  readonly location: Location;
  readonly limits?: DestinationLimits;
}

export interface DestinationLimits {
  /** Longest event name, in characters. */
  readonly eventNameLength?: number;
  readonly propertyNameLength?: number;
  readonly propertyCount?: number;
  /** Longest string value, in characters. */
  readonly valueLength?: number;
  /** Regular expression that names must match. */
  readonly namePattern?: string;
  readonly reservedNames?: readonly string[];
  readonly reservedPrefixes?: readonly string[];
}

/** To be read by its keys: what a reader gives may compute them, so it cannot be spread. */
export interface EventDefinition {
  readonly kind: EventKind;
  readonly name: string;
  /** The place of the name. */
  readonly location: Location;
  /** The whole entry, from the name to the end of its last line. */
  readonly range: Range;
  readonly description?: Located<string> | undefined;
  /** The business question that the event answers. */
  readonly why?: Located<string> | undefined;
  readonly owner?: Located<string> | undefined;
  readonly status: EventStatus;
  readonly statusRange?: Range | undefined;
  /** What it counts in an engagement score; 1 where nothing is said. */
  readonly weight: number;
  /** Names of sources that send it; absent where any may. */
  readonly sources?: readonly Located<string>[] | undefined;
  readonly tags: readonly string[];
  /** Absent: the plan says nothing about the payload. */
  readonly properties?: readonly PropertyDefinition[] | undefined;
  /** Whether properties beyond the listed ones may be sent. True where `properties` is absent. */
  readonly open: boolean;
  readonly replacedBy?: Located<string> | undefined;
  /** ISO date after which a deprecated event should be gone. */
  readonly removeAfter?: Located<string> | undefined;
  /** Where a vendor's plan keeps several versions: the version of this one. */
  readonly version?: string | undefined;
  /** Every place where the name is written, where that is not `location` alone: all of them change when it is renamed. */
  readonly names?: readonly Location[] | undefined;
}

export interface TraitsDefinition {
  readonly location: Location;
  readonly properties: readonly PropertyDefinition[];
  readonly open: boolean;
}

/** What a value must be. Words as in JSON Schema. */
export interface ValueConstraint {
  /** Absent: any type. */
  readonly types?: readonly ValueType[];
  readonly enum?: readonly Located<Scalar>[];
  readonly const?: Located<Scalar>;
  /** ECMAScript regular expression that must match somewhere in the string. */
  readonly pattern?: Located<string>;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: ValueConstraint;
  /** Members of an object value. */
  readonly properties?: readonly PropertyDefinition[];
  /** For objects: whether members beyond `properties` may stand. True where `properties` is absent. */
  readonly open?: boolean;
  /** The shared property that it was taken from, and the place of the reference. */
  readonly ref?: Located<string>;
}

export interface PropertyDefinition extends ValueConstraint {
  readonly name: string;
  readonly location: Location;
  /** The whole entry. */
  readonly range: Range;
  readonly required: boolean;
  readonly description?: string;
  readonly examples?: readonly string[];
  readonly pii: boolean;
  readonly deprecated: boolean;
  readonly replacedBy?: Located<string>;
  /** Flags that are written beside a reference, and so take precedence over those of the shared property. */
  readonly explicit?: readonly ('required' | 'pii' | 'deprecated')[];
  /** Every place where the name is written, where that is not `location` alone: all of them change when it is renamed. */
  readonly names?: readonly Location[];
}

export interface MetricDefinition {
  readonly name: string;
  readonly location: Location;
  readonly kind?: string;
  readonly description?: string;
  readonly events: readonly Located<string>[];
}

export interface FunnelDefinition {
  readonly name: string;
  readonly location: Location;
  readonly steps: readonly Located<string>[];
}

/** The plan files of one plan root, joined, with references resolved. */
export interface TrackingPlan {
  /** Folder that holds the plan files; globs of the plan are relative to it. Ends in `/`. */
  readonly root: Uri;
  readonly name: string;
  readonly files: readonly PlanFile[];
  readonly naming?: Naming;
  readonly vocabulary?: Vocabulary;
  readonly sources: readonly SourceDefinition[];
  readonly destinations: readonly DestinationDefinition[];
  readonly shared: ReadonlyMap<string, PropertyDefinition>;
  readonly common: ReadonlyMap<string, PropertyDefinition>;
  /** By kind, then by name; the first definition of a name counts. Shared properties are merged in. */
  readonly events: Readonly<Record<EventKind, ReadonlyMap<string, EventDefinition>>>;
  readonly identify?: TraitsDefinition;
  readonly group?: TraitsDefinition;
  readonly metrics: readonly MetricDefinition[];
  readonly funnels: readonly FunnelDefinition[];
  /** Problems of the joined plan that no file has on its own, such as references that nothing answers. By file. */
  readonly problems: ReadonlyMap<Uri, readonly PlanProblem[]>;
}
