import type { Severity } from '../base/finding.ts';
import type { Located, Range, Uri } from '../base/text.ts';
import type { CallKind } from '../base/vocabulary.ts';
import type { DestinationLimits } from '../plan/plan.ts';

export type Preset = 'light' | 'recommended' | 'strict';

/** Declarations alone, or the language's own type checker as well. */
export type TypeLayer = 'declarations' | 'checker';

/** What decides findings: the nearest `.tracklint.yaml` above a file, with what it extends merged in. */
export interface Config {
  /** The file that it was read from; undefined for the defaults. */
  readonly uri?: Uri;
  /** Folder that its globs are relative to. Ends in `/`; empty for the defaults. */
  readonly root: Uri;
  readonly preset: Preset;
  /** The other configs that it extends, as their URIs. */
  readonly extendedFiles: readonly Located<Uri>[];
  readonly rules: ReadonlyMap<string, Severity>;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Globs of plan files beyond the default names. */
  readonly plans: readonly string[];
  /** From globs of code files to plan roots or plan files. */
  readonly planFor: readonly { readonly files: string; readonly plan: string }[];
  /** What the columns of plans in tables are called, by what they hold. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
  /** Ids or vendors of SDKs to look for; undefined: all. */
  readonly sdks?: readonly string[];
  /** What is asked for the types of values. */
  readonly types: TypeLayer;
  readonly functions: readonly ConfiguredFunction[];
  readonly attributes: readonly ConfiguredAttribute[];
  readonly destinations: ReadonlyMap<string, DestinationLimits>;
  readonly problems: readonly ConfigProblem[];
}

export interface ConfigProblem {
  readonly range: Range;
  readonly message: string;
  /** Any tool that knows the schema says it too; an editor with such a tool does not want to hear it twice. */
  readonly bySchema?: true;
  readonly suggestion?: { readonly title: string; readonly range: Range; readonly newText: string };
}

/** A wrapper out of reach, declared by hand. */
export interface ConfiguredFunction {
  /** `trackEvent`, `telemetry.send`, `this.sendEvent`, `*.track`; the last name must match, the rest where it is given. */
  readonly callee: Located<string>;
  readonly kind: CallKind;
  /** Argument path: `0`, `0.event`, `eventName` (keyword), or `callee` where the method's name is the event. Undefined: fixed by `name`. */
  readonly event?: string;
  readonly name?: string;
  readonly properties?: string;
  readonly user?: string;
  /** Second part of a composed name and what joins them: `track(namespace, action)`. */
  readonly also?: string;
  readonly separator?: string;
  /** Globs of the files in which it counts; empty: all. */
  readonly files: readonly string[];
  readonly transform: readonly NameTransform[];
  readonly prefix?: string;
  readonly suffix?: string;
  /** Names of properties that it adds to every call. */
  readonly adds: readonly string[];
  /** Whether it may add properties that are not named. */
  readonly open: boolean;
}

export type NameTransform =
  'lowercase' | 'uppercase' | 'snake_case' | 'camelCase' | 'kebab-case' | 'Title Case' | 'PascalCase' | 'trim';

/** A JSX or HTML attribute that carries an event's name, such as `data-track`. */
export interface ConfiguredAttribute {
  readonly name: string;
  /** Element names; empty: any. */
  readonly elements: readonly string[];
  readonly kind: CallKind;
  /** Attribute that carries the payload, or a prefix of attributes that each carry one property (`data-track-*`). */
  readonly properties?: string;
  readonly files: readonly string[];
}
