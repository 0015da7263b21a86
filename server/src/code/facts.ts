/**
 * The facts of one source file, in one form for all languages: what is declared, what is called and with which expressions.
 * `Language.read` makes them of the text alone; what follows names, wrappers and types (`code/evaluate/`) knows nothing else.
 *
 * Offsets are UTF-16 units in the text of their unit (see `offsetIn`), which is read on its own: a top-level statement in
 * JavaScript and TypeScript, else the file, or in long ones a function. Indexes point into the arrays of the same unit.
 */
import type { Lines } from '../base/lines.ts';
import type { Uri } from '../base/text.ts';
import type { LanguageId } from './language-id.ts';
import type { Suppression } from './suppression.ts';

export interface CodeFile {
  readonly uri: Uri;
  readonly language: LanguageId;
  readonly lines: Lines;
  readonly units: readonly Unit[];
  readonly suppressions: readonly Suppression[];
  /** Package or namespace that the file declares, where the language has one (Kotlin, Java, Go, PHP, C#). */
  readonly namespace?: string;
}

export interface Unit {
  /** Offset of the unit in the file's text. */
  readonly start: number;
  /** Where its text is not the file's: so many characters of the file, at an offset, it leaves out (or has in addition). */
  readonly gaps?: readonly { readonly at: number; readonly length: number }[];
  readonly bindings: readonly Binding[];
  readonly functions: readonly Fn[];
  readonly calls: readonly Call[];
  readonly classes: readonly Class[];
  readonly types: readonly TypeDeclaration[];
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
  /** Indexes of the bindings that the whole file sees (module scope). */
  readonly globals: readonly number[];
  /** Assignments to names (or members of names) that the unit does not declare: of another unit's binding, or global. */
  readonly writes?: readonly OuterWrite[];
  readonly guards?: readonly Guard[];
  /** Parts of the unit that could not be read, such as an unclosed string that swallowed the rest. */
  readonly problems?: readonly (Span & { readonly message: string })[];
}

/** `name.path = value` where the name is not the unit's own. */
export type OuterWrite = { readonly name: string; readonly write: Write };

/** A part that runs only where `test` holds (or not): a branch, the right side of `&&`, what follows `if (…) return`. */
export interface Guard extends Span {
  readonly test: Expr;
  readonly holds: boolean;
}

/** Half-open, relative to the unit's start. */
export interface Span {
  readonly at: number;
  readonly end: number;
}

export type Expr =
  | Literal
  | Template
  | Name
  | Member
  | Index
  | CallRef
  | ObjectExpr
  | ArrayExpr
  | FnRef
  | ClassRef
  | Choice
  | Binary
  | Unary
  | Cast
  | Await
  | Spread
  | This
  | Opaque;

/** A literal; `quote` is the opening delimiter of a string (`'`, `"`, `` ` ``, `@"`, `:` for a Ruby symbol, …). */
export interface Literal extends Span {
  readonly k: 'literal';
  readonly value: string | number | boolean | null | undefined;
  readonly quote?: string;
  /** A string whose end is missing in the half-typed text. */
  readonly open?: true;
}

/** An interpolated string: texts and expressions in order. */
export interface Template extends Span {
  readonly k: 'template';
  readonly parts: readonly (string | Expr)[];
}

/** An identifier. `binding` is -1 where the unit does not declare it: then it is of the module's scope or global. */
export interface Name extends Span {
  readonly k: 'name';
  readonly name: string;
  readonly binding: number;
  /** `::Name` of Ruby: the one of the top level, whatever the classes around have. */
  readonly outermost?: true;
}

/** `object.name`, `object?.name`, `Object::NAME`, `object->name`. */
export interface Member extends Span {
  readonly k: 'member';
  readonly object: Expr;
  readonly name: string;
  readonly nameAt: number;
  /** `object?.name`: undefined where the object is missing. */
  readonly optional?: true;
}

/** `object[index]`. */
export interface Index extends Span {
  readonly k: 'index';
  readonly object: Expr;
  readonly index: Expr;
  readonly optional?: true;
}

/** A call used as a value; `call` points into `unit.calls`. */
export interface CallRef extends Span {
  readonly k: 'call';
  readonly call: number;
}

/** Object literals, maps, dictionaries, hashes, structs, keyword groups, and the attributes of a JSX element. */
export interface ObjectExpr extends Span {
  readonly k: 'object';
  readonly entries: readonly Entry[];
  /** Put together by calls, or written in another way than the language's own literal: nothing can be added before its end. */
  readonly composed?: true;
  /** Entries are put in by calls of this method, one behind the other; a further one can follow at the offset. */
  readonly puts?: { readonly method: string; readonly at: number };
}

/** `key: value`, `[key]: value`, `key` (shorthand: value is the name at the same place), `...spread` (no key). */
export interface Entry extends Span {
  /** A string where the key is fixed, an expression where it is computed, undefined for a spread. */
  readonly key: string | Expr | undefined;
  readonly keyAt: number;
  readonly keyEnd: number;
  readonly value: Expr;
  readonly shorthand?: true;
  /** A method, getter or setter written in the object. */
  readonly method?: true;
}

export interface ArrayExpr extends Span {
  readonly k: 'array';
  readonly items: readonly Expr[];
}

/** Arrow functions, function expressions, lambdas, blocks and method references; points into `unit.functions`. */
export interface FnRef extends Span {
  readonly k: 'function';
  readonly fn: number;
}

export interface ClassRef extends Span {
  readonly k: 'class';
  readonly cls: number;
}

/** One of several values: `a ? b : c`, `a ?? b`, Kotlin's `when`, Ruby's `case`; `test` is the condition (or a switch's subject). */
export interface Choice extends Span {
  readonly k: 'choice';
  readonly op: '?:' | '??' | '||' | '&&' | 'switch';
  readonly test?: Expr;
  readonly options: readonly Expr[];
  /** For `switch`: the patterns of each option that the test is compared with; undefined is the default. */
  readonly cases?: readonly (readonly Expr[] | undefined)[];
}

export interface Binary extends Span {
  readonly k: 'binary';
  /** As written, in JavaScript's words: `+`, `-`, `==`, `<`, `in`, `instanceof`, …; other languages map theirs to these. */
  readonly op: string;
  readonly left: Expr;
  readonly right: Expr;
}

export interface Unary extends Span {
  readonly k: 'unary';
  /** As written; `keys` stands for the keys of the operand, which `for…in` goes through. */
  readonly op: string;
  readonly operand: Expr;
}

/** `value as Type`, `value satisfies Type` (`keeps`: the value's own type stays), `<Type>value`, `value!` (no type). */
export interface Cast extends Span {
  readonly k: 'cast';
  readonly value: Expr;
  readonly type?: TypeExpr;
  readonly keeps?: true;
}

export interface Await extends Span {
  readonly k: 'await';
  readonly value: Expr;
}

/** `...value`, `*args`, `**kwargs` inside an array or an argument list. */
export interface Spread extends Span {
  readonly k: 'spread';
  readonly value: Expr;
  /** `**kwargs`: its members are keyword arguments. */
  readonly keywords?: true;
}

/** `this`, `self`, `@`: the instance of the class `cls`, or -1 outside a class. `super` has `parent`. */
export interface This extends Span {
  readonly k: 'this';
  readonly cls: number;
  readonly parent?: true;
}

/** Anything else. `type` where the syntax alone tells it (a regular expression is an object). */
export interface Opaque extends Span {
  readonly k: 'opaque';
  readonly type?: TypeExpr;
  /** Stands for the type that the place expects: the unwritten object of Swift's `.member`. */
  readonly expected?: true;
}

export type BindingKind =
  'const' | 'let' | 'param' | 'function' | 'class' | 'enum' | 'import' | 'catch' | 'loop' | 'namespace';

/** Something that a name stands for, in any scope of the unit. */
export interface Binding extends Span {
  readonly name: string;
  readonly kind: BindingKind;
  /** The value that it is declared with. For an enum, an object of its members. For a loop variable, what is looped over. */
  readonly init?: Expr;
  /** The steps that lead from `init` (or the parameter) to this name, where it is destructured. */
  readonly path?: readonly PathStep[];
  readonly fallback?: Expr;
  /** The type of the name itself: in a typed pattern, the member of the pattern's type. */
  readonly type?: TypeExpr;
  /** For `function`: its function; for `param`: the function that it is a parameter of, and its index there. */
  readonly fn?: number;
  readonly param?: number;
  readonly cls?: number;
  /** For `import`: index into `unit.imports`. */
  readonly import?: number;
  /** Assignments to the name or to members of it, in textual order. */
  readonly writes: readonly Write[];
  /** The innermost function that declares it, or -1. */
  readonly scope: number;
}

/** A member name, an array index, or what is left after the named members. */
export type PathStep = string | number | { readonly rest: readonly string[] };

/** `x = v`, `x.a.b = v` (path a, b), `x[k] = v`, `x.push(v)` is not a write but a call. */
export interface Write extends Span {
  /** Empty for the name itself; an expression step is a computed key. */
  readonly path: readonly (string | Expr)[];
  readonly value: Expr;
  /** `=` sets; `??=`, `||=` and `&&=` may set; `+=` combines. */
  readonly op: '=' | '??=' | '||=' | '&&=' | '+=' | 'other';
  /** The last step is an index or put in by a method. */
  readonly indexed?: true;
  /** It stands in a branch, a loop or an inner function, seen from the declaration; `guarded`: guards tell when. */
  readonly conditional: boolean;
  readonly guarded?: true;
  /** The innermost function that holds it, or -1. */
  readonly fn: number;
}

/** A function, method, arrow, lambda or block. */
export interface Fn extends Span {
  readonly name?: string;
  /** Place of the name; the place of the keyword or the arrow's parameters where there is none. */
  readonly nameAt: number;
  /** The enclosing function, or -1. */
  readonly parent: number;
  readonly params: readonly Param[];
  /** Values that it returns: each `return`'s expression, or an arrow's body. */
  readonly returns: readonly Expr[];
  readonly returnType?: TypeExpr;
  /** Whether it can end without returning a value. */
  readonly completes: boolean;
  readonly isAsync: boolean;
  readonly isGenerator?: true;
  /** For a method, constructor or accessor: its class; `constructs` for a constructor with a name of its own (Dart). */
  readonly cls?: number;
  readonly constructs?: true;
  /** Decorators or annotations, as calls or names. */
  readonly decorators?: readonly Expr[];
}

export interface Param extends Span {
  /** Index of the binding; -1 where the parameter is a pattern (its names are bindings with a `path`) or unused. */
  readonly binding: number;
  /** External name for keyword and labelled arguments (Swift's label, Python's and Kotlin's name); absent for `_`. */
  readonly name?: string;
  readonly type?: TypeExpr;
  readonly fallback?: Expr;
  readonly optional?: true; // It may be left out without a fallback (Dart's `[a]`).
  /** Takes all further positional arguments (`...args`, `*args`), or all further keyword arguments (`**kwargs`). */
  readonly rest?: 'positional' | 'keyword';
}

export interface Class extends Span {
  readonly name?: string;
  readonly nameAt: number;
  readonly kind: 'class' | 'object' | 'enum' | 'interface' | 'struct';
  readonly extends: readonly Expr[];
  /** Interfaces that it names beside its parents, in languages that tell the two apart. */
  readonly implements?: readonly TypeExpr[];
  /** Adds members to a class of this name that is declared elsewhere (extensions, methods in Go, parts, reopened classes). */
  readonly extension?: true;
  /** Stands for a class of this file around the unit, and has no more than the methods that the unit adds to it. */
  readonly part?: true;
  /** The modules of Ruby that hold it, as one path (`Shop::Admin`), whether around it or written before its name. */
  readonly within?: string;
  /** The member that stands for an instance where a plain value is wanted (`class Event(str, Enum)`: `value`). */
  readonly standsFor?: string;
  /** The same as types, where one of them has type arguments (`extends Component<Props>`). */
  readonly extendsTypes?: readonly TypeExpr[];
  readonly members: readonly ClassMember[];
  /** The constructor's function, where there is one. */
  readonly ctor?: number;
  readonly decorators?: readonly Expr[];
}

export interface ClassMember extends Span {
  readonly name: string;
  readonly nameAt: number;
  readonly kind: 'field' | 'method' | 'getter' | 'setter';
  readonly static: boolean;
  readonly init?: Expr;
  readonly fn?: number;
  readonly type?: TypeExpr;
  /** A field that the constructor's parameter of this index fills (`constructor(private x)`, Kotlin's `class A(val x)`). */
  readonly param?: number;
  /** `this.x = value` in any method. */
  readonly writes: readonly Write[];
}

/** `callee(args)`, `new callee(args)`, `<Callee attributes/>` and the bracket and space forms of other languages. */
export interface Call extends Span {
  readonly callee: Expr;
  readonly args: readonly Arg[];
  /** `useState<string>()`. */
  readonly typeArgs?: readonly TypeExpr[];
  /** `callee?.()`, undefined where the callee is missing. */
  readonly optional?: true;
  /** The innermost function that holds the call, or -1. */
  readonly fn: number;
  /** The callee's last name. */
  readonly nameAt: number;
  readonly nameEnd: number;
  /** Between the brackets: where arguments may be inserted. Equal to `end` where the closing bracket is missing. */
  readonly argsAt: number;
  readonly argsEnd: number;
  readonly form: 'call' | 'new' | 'element' | 'tagged';
  /** The text ends, or goes wrong, before the call does. */
  readonly unfinished?: true;
}

export interface Arg {
  readonly value: Expr;
  /** Keyword or label. */
  readonly name?: string;
  readonly nameAt?: number;
  /** A lambda or block that follows the brackets. */
  readonly trailing?: true;
}

export interface Import {
  readonly module: string;
  /** `default`, `*` for the whole module, or the exported name; undefined for an import that binds nothing. */
  readonly name: string | undefined;
  /** The name in this file; undefined where nothing is bound (`import 'x'`, wildcard imports have `name: '*'` and no local). */
  readonly local: string | undefined;
  readonly typeOnly?: true;
  /** Dart's `part of`: the file knows what the module imports. */
  readonly isPart?: true;
  /** The module specifier's place. */
  readonly span: Span;
}

/** `export { a as b }`, `export default x`, `export { b } from 'm'`, `export * from 'm'`, `module.exports = …`. */
export type Export =
  | { readonly name: string; readonly binding: number }
  | { readonly name: string; readonly local: string }
  | { readonly name: string; readonly value: Expr }
  | { readonly name: string; readonly from: string; readonly imported: string }
  | { readonly name: '*'; readonly from: string; readonly imported: '*' };

/** A type as it is written. Names in it are resolved later, in the file that holds it. */
export type TypeExpr =
  | { readonly t: 'primitive'; readonly name: Primitive }
  | { readonly t: 'literal'; readonly value: string | number | boolean }
  | { readonly t: 'union'; readonly of: readonly TypeExpr[] }
  | { readonly t: 'intersection'; readonly of: readonly TypeExpr[] }
  | { readonly t: 'array'; readonly of: TypeExpr | undefined }
  | { readonly t: 'tuple'; readonly of: readonly TypeExpr[] }
  | { readonly t: 'object'; readonly members: readonly TypeMember[]; readonly index?: TypeExpr }
  | { readonly t: 'function'; readonly params: readonly TypeParam[]; readonly returns: TypeExpr | undefined }
  /** `A`, `A.B`, `A<B>`; Kotlin's and Swift's `A?` is a union with null. */
  | { readonly t: 'reference'; readonly name: string; readonly args: readonly TypeExpr[] }
  | { readonly t: 'index'; readonly object: TypeExpr; readonly index: TypeExpr }
  | { readonly t: 'keyof'; readonly of: TypeExpr }
  | { readonly t: 'typeof'; readonly value: Expr }
  | { readonly t: 'template'; readonly parts: readonly (string | TypeExpr)[] }
  /** `{ [K in keys]: value }`. */
  | { readonly t: 'mapped'; readonly param: string; readonly keys: TypeExpr; readonly value: TypeExpr | undefined }
  | { readonly t: 'opaque' };

export type Primitive =
  | 'string'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'null'
  | 'undefined'
  | 'void'
  | 'any'
  | 'unknown'
  | 'never'
  | 'bigint'
  | 'symbol'
  | 'object'
  | 'date';

export interface TypeMember {
  readonly name: string;
  readonly type: TypeExpr | undefined;
  readonly optional: boolean;
  readonly at: number;
}

export interface TypeParam {
  readonly name: string;
  readonly type: TypeExpr | undefined;
  readonly optional: boolean;
  readonly rest: boolean;
}

export interface TypeDeclaration extends Span {
  readonly name: string;
  readonly params: readonly string[];
  /** An interface's own members are an `object` type; an alias is its type. */
  readonly type: TypeExpr;
  readonly extends: readonly TypeExpr[];
}
