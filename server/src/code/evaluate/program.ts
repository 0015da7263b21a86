import type { Call, Class, CodeFile, TypeDeclaration, Unit, Write } from '../facts.ts';
import type { Uri } from '../../base/text.ts';
import type { Sdk } from '../sdk.ts';

/** The files around the one being evaluated. What is not loaded is undefined now, and asked for. */
export interface Program {
  /** The facts of a file; undefined where it is not read (yet). */
  file(uri: Uri): CodeFile | undefined;
  /** Where an import leads. */
  resolveModule(from: CodeFile, specifier: string): ResolvedModule;
  /** The SDK that a package's module belongs to, for a language. */
  sdkOfModule(file: CodeFile, specifier: string): Sdk | undefined;
  /** The SDK that is found under a global name, for a language. */
  sdkOfGlobal(file: CodeFile, name: string): Sdk | undefined;
  /** The SDK whose whole import into a file brings a name along. */
  sdkOfName(file: CodeFile, name: string): Sdk | undefined;
  /** The SDK whose objects usually have a name, in a file that imports it. */
  sdkOfReceiver(file: CodeFile, name: string): Sdk | undefined;
  /** Classes of other files that add members to the class of a name, and classes that have it for a parent. */
  related(from: CodeFile, name: string): readonly RelatedClass[];
  /** Declarations of other files that a name can mean without an import, in languages that have such. */
  symbols(from: CodeFile, name: string): readonly Declared[];
  /** Declarations of a package, a namespace or a folder, as imports name it. */
  symbolsIn(from: CodeFile, module: string, name: string): readonly Declared[];
  /** Classes of Ruby that a module or class of a full name holds, in whichever files that is opened. */
  nested(from: CodeFile, holder: string, name: string): readonly RelatedClass[];
  /** Types of other files that a name means, in a file's own package or in an imported one. */
  types(from: CodeFile, module: string | undefined, name: string): readonly NamedType[];
  /** Assignments that make a name a global for all files, in languages that have such. */
  globalWrites(from: CodeFile, name: string): readonly GlobalWrite[];
  /** Arguments that are passed for a parameter of a function, as far as calls that pass trackers were seen. */
  passed(unit: Unit, fn: number, param: number, path: readonly string[]): readonly Passed[];
  /** Values with trackers in them that providers of a React context give it, by the call in a file that made the context. */
  provided(from: CodeFile, context: Call): readonly Passed[];
  /** Asks for the files that declare a name, wherever they are. */
  want(from: CodeFile, name: string): void;
  /** Told about every unit that an answer depends on. */
  touch(unit: Unit): void;
}

/** `file`: in the workspace. `package`: outside it. */
export type ResolvedModule =
  { readonly kind: 'file'; readonly uri: Uri } | { readonly kind: 'package'; readonly name: string };

/** A class that adds to a class of a name (`extension`), or inherits from it. */
export interface RelatedClass {
  readonly file: CodeFile;
  readonly unit: Unit;
  readonly cls: Class;
  readonly isExtension: boolean;
}

/** A type that is given a name (`type Event string`, `typealias`). */
export interface NamedType {
  readonly file: CodeFile;
  readonly unit: Unit;
  readonly declaration: TypeDeclaration;
}

/** A binding at a file's top level. */
export interface Declared {
  readonly file: CodeFile;
  readonly unit: Unit;
  readonly binding: number;
}

/** `window.name = value`. */
export interface GlobalWrite {
  readonly file: CodeFile;
  readonly unit: Unit;
  readonly write: Write;
}

/** An argument's expression with where it stands. */
export interface Passed {
  readonly file: CodeFile;
  readonly unit: Unit;
  readonly value: import('../facts.ts').Expr;
}
