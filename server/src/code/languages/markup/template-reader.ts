import type { Call, Entry, Expr, Fn, Unit } from '../../facts.ts';
import { addCall } from '../javascript/calls.ts';
import type { Mutable } from '../javascript/mutable.ts';
import type { Parsed } from '../javascript/parser.ts';
import { ts } from '../javascript/parser.ts';
import { declarePattern } from '../javascript/patterns.ts';
import { tables } from '../javascript/tables.ts';
import type { Declared } from '../javascript/unit-reader.ts';
import { noWrites, UnitReader } from '../javascript/unit-reader.ts';
import type { Fragments } from './fragments.ts';
import type { AttributeValue, OpenTag } from './scan.ts';
import { isScriptOrStyle } from './script-tag.ts';

/** A part of a file's text. */
export interface Part {
  readonly at: number;
  readonly end: number;
}

/** Reads a template into one unit, whose offsets are those of the file: elements as calls, and the expressions in them. */
export class TemplateReader {
  readonly text: string;
  readonly #fragments: Fragments;
  readonly #unit: UnitReader;
  /** Elements and blocks that are open, with the number of scopes that end with them. */
  readonly #open: { readonly name: string; scopes: number }[] = [];

  constructor(text: string, fragments: Fragments) {
    this.text = text;
    this.#fragments = fragments;
    this.#unit = new UnitReader(empty, 0, tables);
  }

  finish(): Unit {
    while (this.#open.length > 0) this.#leave();
    return { ...this.#unit.finish(0), globals: [] };
  }

  /** The value of an expression; opaque where there is none. */
  expression(part: Part): Expr {
    return (
      this.#read(part, '(', ')', source => {
        const [statement] = source.statements;
        if (statement === undefined || !ts.isExpressionStatement(statement)) return undefined;
        return this.#unit.expression(statement.expression);
      }) ?? { k: 'opaque', ...part }
    );
  }

  /** Statements, such as a declaration. */
  statements(part: Part): void {
    this.#read(part, '', '', source => {
      this.#unit.statements(source.statements);
    });
  }

  /**
   * What is done on an event: a function that is named or written there, or statements, which are a function's body. The
   * event is known to them under the name `event`.
   */
  handler(part: Part, event: string): Expr {
    const u = this.#unit;
    const value = this.#read(part, '', '', source => {
      const [statement] = source.statements;
      const expression =
        statement !== undefined && ts.isExpressionStatement(statement) ? statement.expression : undefined;
      return source.statements.length === 1 && expression !== undefined && isFunctionValue(expression)
        ? u.expression(expression)
        : undefined;
    });
    if (value !== undefined) return value;
    const fn = u.functions.length;
    const read: Mutable<Fn> = {
      nameAt: part.at,
      parent: u.fn,
      params: [],
      returns: [],
      completes: true,
      isAsync: false,
      ...part,
    };
    u.functions.push(read);
    u.fn = fn;
    u.scopes.branches++;
    u.scopes.enter(true);
    const place = { at: part.at, end: part.at };
    const declared = { name: event, kind: 'param' as const, fn, param: 0, writes: noWrites, scope: fn, ...place };
    read.params = [{ binding: u.scopes.declare(declared, false), ...place }];
    this.statements(part);
    u.scopes.leave();
    u.scopes.branches--;
    u.fn = read.parent;
    return { k: 'function', fn, at: part.at, end: part.end };
  }

  /** Declares the names of parameters, such as `(item, index)`; `declared` is given their index. */
  declare(part: Part, declared: (index: number) => Declared): void {
    this.#read(part, '(', ')=>0', source => {
      const [statement] = source.statements;
      if (statement === undefined || !ts.isExpressionStatement(statement)) return;
      const { expression } = statement;
      if (!ts.isArrowFunction(expression)) return;
      expression.parameters.forEach(({ name }, index) => declarePattern(this.#unit, name, declared(index)));
    });
  }

  /** An element as a call; its name is a component's where it starts with a capital letter or has dots. */
  element(tag: OpenTag, entries: readonly Entry[]): void {
    const { name, nameAt, nameEnd, attributesEnd } = tag;
    const isComponent = /^[A-Z]|\./.test(name);
    if ((entries.length === 0 && !isComponent) || isScriptOrStyle(tag)) return;
    const place = { at: nameAt, end: nameEnd };
    const callee: Expr = isComponent ? this.expression(place) : { k: 'literal', value: name, ...place };
    const attributes: Expr = { k: 'object', entries, at: nameEnd, end: Math.max(nameEnd, attributesEnd) };
    this.call('element', callee, [attributes], tag);
  }

  /** A call that the markup stands for. */
  call(form: Call['form'], callee: Expr, args: readonly Expr[], { at, end }: Part): void {
    const call: Mutable<Call> = {
      callee,
      args: args.map(value => ({ value })),
      fn: this.#unit.fn,
      nameAt: 0,
      nameEnd: 0,
      argsAt: args[0]?.at ?? end,
      argsEnd: args.at(-1)?.end ?? end,
      form,
      at,
      end,
    };
    addCall(this.#unit, call);
  }

  /** A value between quotes as it stands, or an attribute without a value, which is true. */
  plainValue(value: AttributeValue | undefined, name: Part): Expr {
    if (value === undefined) return { k: 'literal', value: true, at: name.at, end: name.end };
    const { quote, at, end, isOpen } = value;
    const text = this.text.slice(at, end);
    if (quote === '' || quote === '{') return { k: 'literal', value: text, at, end };
    const literal = { k: 'literal' as const, value: text, quote, at: at - 1, end: isOpen ? end : end + 1 };
    return isOpen ? { ...literal, open: true } : literal;
  }

  /** Opens an element or block that is closed by its name, or by what closes one around it. */
  open(name: string): void {
    this.#open.push({ name, scopes: 0 });
  }

  /** Starts a scope that ends with the innermost open element or block. */
  enterScope(): void {
    const innermost = this.#open.at(-1);
    if (innermost === undefined) return;
    innermost.scopes++;
    this.#unit.scopes.enter(false);
  }

  /** Ends an element or block, and those within that were not closed; nothing where none is open within `boundary`. */
  close(name: string, boundary?: RegExp): void {
    let index = this.#open.length - 1;
    while (index >= 0 && this.#open[index]?.name !== name) {
      if (boundary?.test(this.#open[index]?.name ?? '') === true) return;
      index--;
    }
    if (index < 0) return;
    while (this.#open.length > index) this.#leave();
  }

  #leave(): void {
    const { scopes = 0 } = this.#open.pop() ?? {};
    for (let i = 0; i < scopes; i++) this.#unit.scopes.leave();
  }

  /** Parses a part between a prefix and a suffix, which are not in the file. */
  #read<T>({ at, end }: Part, prefix: string, suffix: string, read: (source: ts.SourceFile) => T): T | undefined {
    const text = this.text.slice(at, end);
    if (text.trim() === '') return undefined;
    const parsed = this.#fragments.parse(text, prefix, suffix);
    return parsed && this.#unit.within(parsed, -at, () => read(parsed.source));
  }
}

function isFunctionValue(node: ts.Expression): boolean {
  return (
    ts.isIdentifier(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isFunctionExpression(node)
  );
}

/** What a reader starts from before it is given the first expression. */
const empty: Parsed = {
  source: ts.createSourceFile('', '', ts.ScriptTarget.Latest),
  errors: [],
  insertions: [],
};
