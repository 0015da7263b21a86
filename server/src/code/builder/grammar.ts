import type { Arg, Expr, Literal, Primitive, TypeExpr } from '../facts.ts';
import type { NestingOptions } from '../scanner/nesting.ts';
import type { Lexicon } from '../scanner/lexicon.ts';
import type { Tokens } from '../scanner/tokens.ts';
import type { PieceRules } from './pieces.ts';
import type { NameRules } from './unit-builder.ts';

/** What reading one statement tells: the value where it is an expression, and whether control never gets behind it. */
export interface Outcome {
  readonly value?: Expr;
  readonly ends?: true;
  /** Control only leaves the loop or the `switch` around. */
  readonly leaps?: true;
  /** Of several statements: the value is that of the only one. */
  readonly only?: true;
}

/** A language as a table: what the shared parser `P` asks where languages differ. */
export interface Grammar<P> {
  readonly lexicon: Lexicon;
  readonly nesting: NestingOptions;
  readonly names: NameRules;
  /** Makes blocks that no bracket shows into brackets: Python's indentation, Ruby's `end`. */
  readonly layout?: (tokens: Tokens) => Tokens;
  /** How functions are laid out that are read on their own where the file is long. */
  readonly pieces?: PieceRules | undefined;
  /** Whether a line's end ends a statement. */
  readonly breaksAtLine: boolean;
  /** Marks and words that continue the expression of the line before. */
  readonly continues: ReadonlySet<string>;
  readonly operators: ReadonlyMap<string, Operator<P>>;
  /** Operators before an operand, with JavaScript's word for them. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** Marks behind an operand that do not change what it stands for (`!!`, `++`). */
  readonly postfixes: ReadonlySet<string>;
  /** Marks between an object and its member (`.`, `?.`, `::`, `->`). */
  readonly memberMarks: ReadonlySet<string>;
  /** Members that stand for the object itself (`freeze`). */
  readonly transparent?: ReadonlySet<string>;
  /** `object.(Type)` asserts a type. */
  readonly assertions?: true;
  readonly constants: ReadonlyMap<string, Literal['value']>;
  /** Words and marks that begin an expression of their own kind. Answering undefined means: an ordinary name. */
  readonly primaries: ReadonlyMap<string, (parser: P) => Expr | undefined>;
  /** Words and marks that begin a statement of their own kind. Answering undefined means: an ordinary one. */
  readonly statements: ReadonlyMap<string, (parser: P) => Outcome | undefined>;
  /** Recognises declarations that no word announces (`Type name = value`). */
  readonly declaration?: (parser: P) => Outcome | undefined;
  /** Reads names that are written in more than one token, and lambdas of one parameter; undefined for a plain name. */
  readonly wordPrimary?: (parser: P) => Expr | undefined;
  /** Words that are never the name of a value. */
  readonly reserved: ReadonlySet<string>;
  readonly calls: CallRules<P>;
  readonly types: TypeRules<P>;
  readonly collections: CollectionRules;
  /** Functions and methods that put values into a text, by callee; methods of a literal text begin with a dot. */
  readonly formats?: ReadonlyMap<string, FormatStyle>;
  /** The first assignment to a name declares it (Python, Ruby, PHP). */
  readonly assignmentDeclares?: true;
  /** Words that make a list out of the expression before them (`[f(x) for x in y]`). */
  readonly comprehensions?: ReadonlySet<string>;
  /** An assignment is a value like any other (Ruby). */
  readonly assignmentsAreValues?: true;
  /** `{` begins a block where a statement may begin. */
  readonly braceBlocks: boolean;
  /** The heads of `if` and loops stand in parentheses. */
  readonly headsInParentheses: boolean;
  /** The statements of a `case` never run on into the next one. */
  readonly casesEnd?: true;
  /** Words that begin the body behind a head without parentheses (`do`, `then`). */
  readonly bodyWords?: ReadonlySet<string>;
  /** What `{` means where an expression begins. */
  readonly brace?: (parser: P) => Expr | undefined;
  /** What `(` means where an expression begins, before it is taken for a parenthesis. */
  readonly parenthesis?: (parser: P) => Expr | undefined;
  /** What `[` means where an expression begins, before it is taken for a list. */
  readonly bracket?: (parser: P) => Expr | undefined;
  /** Reads more behind an operand, such as a struct literal; undefined where there is nothing more. */
  readonly suffix?: (parser: P, operand: Expr) => Expr | undefined;
  /** What an operand is that nothing follows in its brackets or block, where that says something. */
  readonly ended?: (parser: P, operand: Expr) => Expr | undefined;
  /** A word between two operands on one line is an operator (Kotlin's `to`). */
  readonly infixWords?: { readonly precedence: number };
}

export interface Operator<P> {
  readonly precedence: number;
  /** Reads what follows the left operand, the operator included; undefined, with nothing read, where it is none. */
  readonly read?: (parser: P, left: Expr) => Expr | undefined;
  readonly kind: 'binary' | 'choice' | 'ternary' | 'assign' | 'cast' | 'test' | 'range';
  /** In JavaScript's words, where it is written otherwise. */
  readonly op?: string;
  readonly right?: true;
}

export interface CallRules<P> {
  /** The mark behind the name of a keyword argument. */
  readonly label?: '=' | ':';
  /** Marks that spread an argument, and what they spread. */
  readonly spreads: ReadonlySet<string>;
  /** A lambda may follow the brackets, or stand in their place. */
  readonly trailingLambdas: boolean;
  /** Type arguments may precede the brackets. */
  readonly generics: boolean;
  /** Operators that may be called by name (`a.+ b`). */
  readonly operatorNames?: ReadonlySet<string>;
  /** Reads arguments that are written in the language's own way; undefined for an ordinary one. */
  readonly argument?: (parser: P) => readonly Arg[] | undefined;
}

/** What a type's name stands for. `wrapper` is its first argument; `optional` that or null; `union` any of them. */
export type NamedType = Primitive | 'list' | 'map' | 'wrapper' | 'optional' | 'union';

export interface TypeRules<P> {
  readonly names: ReadonlyMap<string, NamedType>;
  /** Brackets of type arguments. */
  readonly arguments: '<' | '[' | undefined;
  /** Words before a type that say nothing of its values (`inout`, `suspend`). */
  readonly modifiers?: ReadonlySet<string>;
  /** `Type Function(parameters)` is a type. */
  readonly functions?: true;
  /** `*` behind a type makes a pointer. */
  readonly pointers?: true | 'attached';
  /** Reads types that are written in the language's own way. */
  readonly special?: (parser: P) => TypeExpr | undefined;
}

/**
 * How the standard library's own functions make maps and lists, by callee (`mapOf`, `Map.of`, `new HashMap`; `.name` for a
 * method of anything).
 */
export interface CollectionRules {
  readonly makers: ReadonlyMap<string, CollectionMaker>;
  /** Methods with a key and a value that add an entry to the map that they are called on. */
  readonly puts: ReadonlySet<string>;
  /** Methods that add all entries of their argument. */
  readonly putAlls: ReadonlySet<string>;
  /** Functions that add all entries of their second argument to their first. */
  readonly copiers?: ReadonlySet<string>;
  /** Methods that answer a map with the entries of the map that they are called on and of their arguments. */
  readonly merges?: ReadonlySet<string>;
  /** Methods with a lambda that fills the object that they are called on, and answer it (`apply`). */
  readonly fillers: ReadonlySet<string>;
  /** Methods that answer the same map, or a copy (`toMap`, `build`). */
  readonly copies: ReadonlySet<string>;
  /** Functions that a call's lambda uses to record the call's properties (`param` in Firebase's `logEvent`). */
  readonly recorders?: ReadonlySet<string>;
}

/** `percent`: `%s`, `%1$d`, `%(name)s`; `braces`: `{}`, `{0}`, `{name}`. */
export type FormatStyle = 'percent' | 'braces';

/**
 * `pairs`: arguments are pairs; `alternating`: key, value, key, value; `list`: arguments are items; `map`: empty, or a
 * copy of the only argument; `filled`: a lambda puts the entries in; `keywords`: keyword arguments are the entries;
 * `merge`: all entries of all arguments.
 */
export type CollectionMaker = 'pairs' | 'alternating' | 'list' | 'map' | 'filled' | 'keywords' | 'merge';

/** A table of types' names, for `TypeRules`. */
export function typeNames(table: Readonly<Partial<Record<NamedType, string>>>): ReadonlyMap<string, NamedType> {
  const names = new Map<string, NamedType>();
  for (const [kind, text] of Object.entries(table))
    for (const word of text.split(' ')) names.set(word, kind as NamedType);
  return names;
}

export function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** One level of precedence for each line of the table, the loosest first. */
export function operators<P>(
  ...levels: readonly (readonly [Operator<P>['kind'], string, Partial<Operator<P>>?])[]
): ReadonlyMap<string, Operator<P>> {
  const table = new Map<string, Operator<P>>();
  levels.forEach(([kind, marks, more], index) => {
    for (const mark of marks.split(' ')) table.set(mark, { kind, precedence: index + 1, ...more });
  });
  return table;
}
