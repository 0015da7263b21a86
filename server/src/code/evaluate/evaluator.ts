import type { Binding, Call, CodeFile, Expr, Unit } from '../facts.ts';
import type { Env } from './value.ts';
import type { Program } from './program.ts';
import type { ClassValue, FunctionValue, Place, TypeAt, Value } from './value.ts';

/** Where an expression stands: names in it are looked up here. */
export interface Scope {
  readonly file: CodeFile;
  readonly unit: Unit;
  readonly env: Env;
}

/**
 * Answers what an expression can be, by following names, imports, calls and types through the facts of all files. The parts
 * of the answer (members, calls, types, operators) each have a file of their own and ask one another through this.
 */
export interface Evaluator {
  readonly program: Program;
  /** For expressions of the reported call's own code: no call was entered. */
  readonly site: Env;
  /** For what modules declare: deeper than any call, so that the expression that reads it is the one that is reported. */
  readonly module: Env;
  /** Where the members of a class are evaluated; `self` is what `this` stands for, `frame` that of the constructor that made it. */
  memberEnv(of: ClassValue, self: Value, frame: Env | undefined): Env;
  /** What `expr` can be. The work of one question from outside is bounded. */
  evaluate(expr: Expr, scope: Scope): Value;
  /** The value of something that a file's top level declares. */
  declared(file: CodeFile, unit: Unit, binding: Binding): Value;
  /** What a name of the module's scope stands for: a declaration in another unit, an import, or a global. */
  moduleName(name: string, scope: Scope): Value;
  /** What a function returns; without a call, its parameters stand for themselves. */
  apply(callee: FunctionValue, call: Call | undefined, scope: Scope): Value;
  /** The member `name` of every alternative of a value. */
  memberOf(value: Value, name: string, scope: Scope): Value;
  /** `object[index]`: a member, an item, or any member where the index is not known. */
  elementOf(object: Value, index: Value, scope: Scope): Value;
  /** Drops the answers given so far: something they may rest on is known better now. */
  forget(): void;
  /** All that a type says about a value of it. */
  valueOfType(type: TypeAt): Value;
}

/** What a function of a package gives back, as its documentation says; undefined where that cannot be told. */
export type LibraryCall = (evaluator: Evaluator, call: Call, scope: Scope) => Value | undefined;

export function placeOf(span: { readonly at: number; readonly end: number }, scope: Scope): Place {
  return { file: scope.file, unit: scope.unit, at: span.at, end: span.end };
}
