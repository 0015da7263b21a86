import type {
  Binding,
  BindingKind,
  Call,
  Class,
  ClassMember,
  Export,
  Expr,
  Fn,
  Guard,
  Import,
  Name,
  Span,
  TypeDeclaration,
  TypeExpr,
  Unit,
  Write,
} from '../../facts.ts';
import { commonJsExports } from './common-js.ts';
import type { Mutable } from './mutable.ts';
import type { Insertion, Parsed } from './parser.ts';
import { ts } from './parser.ts';
import { originalOffset } from './insertions.ts';
import { Scopes } from './scopes.ts';

/**
 * Reads one top-level statement into a unit. It holds what is being built and where the reader stands (function, class,
 * scope); what each kind of syntax means is in the tables, which the other files of this folder fill.
 */
export class UnitReader {
  text: string;
  source: ts.SourceFile;
  /** What leads from an offset in the file's text to one in the unit. */
  base: number;
  readonly scopes = new Scopes();
  readonly functions: Fn[] = [];
  readonly calls: Call[] = [];
  readonly classes: Class[] = [];
  readonly types: TypeDeclaration[] = [];
  readonly imports: Import[] = [];
  readonly exports: Export[] = [];
  readonly #guards: Guard[] = [];
  /** Where the innermost list of statements ends. */
  blockEnd = 0;
  /** The innermost function, or -1. */
  fn = -1;
  /** The class whose instance `this` is, or -1. */
  cls = -1;
  /** Members of the class that `this` is of, so that `this.x = value` finds its member. */
  members: Mutable<ClassMember>[] | undefined;
  /** The branches around the method that `this` is of, whose assignments to members count as unconditional. */
  memberBranches = 0;
  /** Where the innermost function's returned values go. */
  returns: Expr[] = [];
  readonly #tables: Tables;
  #insertions: readonly Insertion[];
  #depth = 0;

  /** `start` is where the statement starts in the parsed text. */
  constructor({ source, insertions }: Parsed, start: number, tables: Tables) {
    this.text = source.text;
    this.source = source;
    this.#insertions = insertions;
    this.base = originalOffset(insertions, start);
    this.#tables = tables;
  }

  /** Reads from another parsed text; `base` leads from its offsets to those of the unit. */
  within<T>(parsed: Parsed, base: number, read: () => T): T {
    const outer = { source: this.source, insertions: this.#insertions, base: this.base };
    this.#enter(parsed.source, parsed.insertions, base);
    const result = read();
    this.#enter(outer.source, outer.insertions, outer.base);
    return result;
  }

  #enter(source: ts.SourceFile, insertions: readonly Insertion[], base: number): void {
    this.text = source.text;
    this.source = source;
    this.base = base;
    this.#insertions = insertions;
  }

  /** The value of an expression. What is nested too deeply to be read by people is opaque. */
  expression(node: ts.Node): Expr {
    if (this.#depth >= maximalDepth) return this.opaque(node);
    const read = this.#tables.expressions[node.kind];
    this.#depth++;
    const expr = read === undefined ? this.#unknown(node) : read(this, node);
    this.#depth--;
    return expr;
  }

  statement(node: ts.Node): void {
    if (this.#depth >= maximalDepth) return;
    const read = this.#tables.statements[node.kind];
    this.#depth++;
    if (read === undefined) this.#unknown(node);
    else read(this, node);
    this.#depth--;
  }

  statements(nodes: ts.NodeArray<ts.Node>): void {
    const outer = this.blockEnd;
    this.blockEnd = this.place(nodes.end);
    for (const node of nodes) this.statement(node);
    this.blockEnd = outer;
  }

  /** Notes that what stands between two places runs only where a condition holds, or does not. */
  guard(test: Expr, holds: boolean, at: number, end: number): void {
    if (test.k !== 'opaque' && test.k !== 'literal' && end > at) this.#guards.push({ test, holds, at, end });
  }

  type(node: ts.TypeNode): TypeExpr {
    if (this.#depth >= maximalDepth) return opaqueType;
    const read = this.#tables.types[node.kind];
    if (read === undefined) return opaqueType;
    this.#depth++;
    const type = read(this, node);
    this.#depth--;
    return type;
  }

  optionalType(node: ts.TypeNode | undefined): TypeExpr | undefined {
    return node === undefined ? undefined : this.type(node);
  }

  /** The first character of a node after white space and comments, relative to the unit. */
  at(node: ts.Node): number {
    return this.place(this.start(node));
  }

  end(node: ts.Node): number {
    return this.place(node.end);
  }

  /** An offset of the parsed text, relative to the unit. */
  place(offset: number): number {
    return (this.#insertions.length === 0 ? offset : originalOffset(this.#insertions, offset)) - this.base;
  }

  /** Whether what stands at an offset of the parsed text is not in the file. */
  isInserted(offset: number): boolean {
    const { length } = this.#insertions;
    return length > 0 && originalOffset(this.#insertions, offset) === originalOffset(this.#insertions, offset + 1);
  }

  /** As `at`, but in the text. Most nodes follow no comment, which is told by one character. */
  start(node: ts.Node): number {
    let at = node.pos;
    if (at >= node.end) return at;
    let code = this.text.charCodeAt(at);
    while (code === 32 || code === 10) code = this.text.charCodeAt(++at);
    // The marks of a merge conflict (`<<<<<<<`) count as white space.
    const isPlain = code > 47 && code < 124 && (code < 60 || code > 62 || this.text.charCodeAt(at + 1) !== code);
    return isPlain ? at : node.getStart(this.source, false);
  }

  /** The first character at or after an offset of the text that is neither white space nor in a comment. */
  skipTrivia(offset: number): number {
    trivia.lastIndex = offset;
    trivia.test(this.text);
    return trivia.lastIndex;
  }

  opaque(node: ts.Node, type?: TypeExpr): Expr {
    const end = this.end(node);
    const at = Math.min(this.at(node), end);
    return type === undefined ? { k: 'opaque', at, end } : { k: 'opaque', type, at, end };
  }

  /** A name in a value's place, resolved when the scopes that surround it end. */
  name(text: string, at: number, end: number): Name {
    const name = { k: 'name' as const, name: text, binding: -1, at, end };
    this.scopes.use(name);
    return name;
  }

  /** Declares a name in the innermost scope, or with `hoisted` in the innermost function's. Answers its index. */
  declare(name: ts.Identifier, declared: Declared, hoisted = false): number {
    const { kind, init, path, fallback, type, fn, param, cls } = declared;
    const binding: Mutable<Binding> = {
      name: name.text,
      kind,
      writes: noWrites,
      scope: this.fn,
      at: this.at(name),
      end: this.end(name),
    };
    if (init !== undefined) binding.init = init;
    if (path !== undefined) binding.path = path;
    if (fallback !== undefined) binding.fallback = fallback;
    if (type !== undefined) binding.type = type;
    if (fn !== undefined) binding.fn = fn;
    if (param !== undefined) binding.param = param;
    if (cls !== undefined) binding.cls = cls;
    if (declared.import !== undefined) binding.import = declared.import;
    return this.scopes.declare(binding, hoisted);
  }

  /** Whether the place being read is of the file's own scope, outside functions, blocks and namespaces. */
  get isModuleScope(): boolean {
    return this.scopes.isOutermost;
  }

  /** Reads what may or may not run, seen from the enclosing scope. */
  branch(node: ts.Node | undefined): void {
    if (node === undefined) return;
    this.scopes.branches++;
    this.statement(node);
    this.scopes.branches--;
  }

  /** The unit; `start` is where the statement starts in its file. */
  finish(start: number): Unit {
    const { bindings, globals, outer } = this.scopes.finish();
    const { functions, calls, classes, types, imports } = this;
    const exports = outer.length === 0 ? this.exports : [...this.exports, ...outer.flatMap(commonJsExports)];
    const writes = outer.filter(({ name }) => name !== 'module' && name !== 'exports');
    const guards = this.#guards;
    const unit = { start, bindings, functions, calls, classes, types, imports, exports, globals };
    return { ...unit, ...(writes.length > 0 && { writes }), ...(guards.length > 0 && { guards }) };
  }

  /** Syntax without a reader, such as what a parser makes of broken code: only the parts count. */
  #unknown(node: ts.Node): Expr {
    ts.forEachChild(node, child => {
      const kind = child.kind;
      if (this.#tables.statements[kind] !== undefined) this.statement(child);
      else if (this.#tables.types[kind] === undefined) this.expression(child);
    });
    return this.opaque(node);
  }
}

/** What to do with each kind of syntax, by `ts.SyntaxKind`. */
export interface Tables {
  readonly expressions: readonly (ExpressionReader | undefined)[];
  readonly statements: readonly (StatementReader | undefined)[];
  readonly types: readonly (TypeReader | undefined)[];
}

/** Written as methods, since each reader takes the node type of its kind. */
interface Readers {
  expression(reader: UnitReader, node: ts.Node): Expr;
  statement(reader: UnitReader, node: ts.Node): void;
  type(reader: UnitReader, node: ts.Node): TypeExpr;
}
export type ExpressionReader = Readers['expression'];
export type StatementReader = Readers['statement'];
export type TypeReader = Readers['type'];
/** One row of a table. */
export type Row<R> = readonly [kind: ts.SyntaxKind, read: R];

/** What a declaration says of a name, besides the name itself. */
export type Declared = { readonly kind: BindingKind } & {
  readonly [K in 'init' | 'path' | 'fallback' | 'type' | 'fn' | 'param' | 'cls' | 'import']?: Binding[K] | undefined;
};

export const opaqueType: TypeExpr = { t: 'opaque' };

/** The type of what may be left out. */
export function optionalType(type: TypeExpr): TypeExpr {
  return { t: 'union', of: [type, { t: 'primitive', name: 'undefined' }] };
}

/** Most names and members are never assigned to, so they share this. */
export const noWrites: readonly Write[] = [];

/** Nesting beyond this is generated code; a stack must hold the frames of it and of what later walks the facts. */
const maximalDepth = 300;

const trivia = /(?:\s|\/\/.*|\/\*[^]*?\*\/)*/y;

export function spanOf(reader: UnitReader, node: ts.Node): Span {
  return { at: reader.at(node), end: reader.end(node) };
}
