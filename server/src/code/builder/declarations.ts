import type { Binding, ClassMember, Expr, FnRef, TypeExpr } from '../facts.ts';
import type { MemberDraft } from './draft.ts';
import type { Outcome } from './grammar.ts';
import type { Parser } from './parser.ts';
import { block } from './statements.ts';

/** A name that is being declared, with its place. */
export interface Declared {
  readonly name: string;
  readonly at: number;
  readonly end: number;
}

/** The word at the next token, which is read. */
export function takeName(p: Parser): Declared {
  const at = p.start;
  const name = p.word();
  p.at++;
  return { name, at, end: p.stop };
}

export interface VariableFacts {
  readonly kind: Binding['kind'];
  readonly isStatic?: boolean;
  readonly init?: Expr | undefined;
  readonly type?: TypeExpr | undefined;
  /** The function of a computed property. */
  readonly getter?: number | undefined;
}

/** A variable, or a field where a class's body is being read directly. */
export function declareVariable(p: Parser, name: Declared, facts: VariableFacts): void {
  const { unit } = p;
  const { init, type, getter } = facts;
  const span = { at: name.at, end: name.end };
  const value = { ...(init && { init }), ...(type && { type }) };
  const cls = unit.bodyClass;
  if (cls < 0) {
    unit.declare(name.name, facts.kind, span, getter === undefined ? value : { ...value, fn: getter });
    return;
  }
  unit.addMember(cls, {
    name: name.name,
    nameAt: name.at,
    kind: getter === undefined ? 'field' : 'getter',
    static: facts.isStatic === true || unit.classes[cls]?.kind === 'object',
    ...value,
    ...(getter !== undefined && { fn: getter }),
    ...span,
  });
}

/** A function, or a method where a class's body is being read directly. */
export function declareFunction(
  p: Parser,
  name: Declared,
  fn: number,
  kind: ClassMember['kind'] = 'method',
  isStatic = false,
): MemberDraft | undefined {
  const { unit } = p;
  const cls = unit.bodyClass;
  const span = { at: name.at, end: name.end };
  if (cls < 0) {
    unit.declare(name.name, 'function', span, { fn });
    return undefined;
  }
  const fixed = isStatic || unit.classes[cls]?.kind === 'object';
  return unit.addMember(cls, { name: name.name, nameAt: name.at, kind, static: fixed, fn, ...span });
}

/** Reads parameters and body of a function inside its own scope. */
export function insideFunction<T>(p: Parser, fn: number, isLambda: boolean, read: () => T): T {
  const { unit } = p;
  const outer = { fn: unit.fn, returnsFrom: p.returnsFrom, ends: p.ends };
  unit.fn = fn;
  unit.flow++;
  if (!isLambda) p.returnsFrom = fn;
  const scope = unit.enter('function');
  const answer = read();
  unit.leave(scope);
  unit.flow--;
  unit.fn = outer.fn;
  p.returnsFrom = outer.returnsFrom;
  p.ends = outer.ends;
  const draft = unit.functions[fn];
  if (draft !== undefined) draft.end = Math.max(draft.at, p.stop);
  return answer;
}

/** Notes how a function's body ends. `implicit`: the last value is what it returns. */
export function settleBody(p: Parser, fn: number, outcome: Outcome, implicit: boolean): void {
  const draft = p.unit.functions[fn];
  if (draft === undefined) return;
  const value = implicit && !outcome.ends ? outcome.value : undefined;
  if (value !== undefined) draft.returns.push(value);
  draft.completes = (!outcome.ends && value === undefined) || p.emptyReturns.has(fn);
}

/** `{ statements }`, `= value` or `=> value`; without a body nothing is known. */
export function functionBody(p: Parser, fn: number, arrow: string | undefined, implicit = false): void {
  if (p.opens('{')) settleBody(p, fn, block(p), implicit);
  else if (arrow !== undefined && p.take(arrow)) {
    const value = p.expression();
    settleBody(p, fn, { value }, true);
  }
}

/** Reads a class's body inside its own scope. */
export function insideClass<T>(p: Parser, cls: number, read: () => T): T {
  const { unit } = p;
  const outer = { cls: unit.cls, fn: unit.fn, returnsFrom: p.returnsFrom, flow: unit.flow };
  unit.cls = cls;
  const scope = unit.enter('class');
  const answer = read();
  unit.leave(scope);
  unit.cls = outer.cls;
  const draft = unit.classes[cls];
  if (draft !== undefined) draft.end = Math.max(draft.at, p.stop);
  return answer;
}

/** A class under its name: a binding, or a static member of the class around it. */
export function declareClass(p: Parser, name: Declared, cls: number): void {
  const { unit } = p;
  const draft = unit.classes[cls];
  if (draft === undefined) return;
  draft.name = name.name;
  draft.nameAt = name.at;
  const outer = unit.bodyClass;
  const span = { at: name.at, end: name.end };
  if (outer < 0) unit.declare(name.name, draft.kind === 'enum' ? 'enum' : 'class', span, { cls });
  else {
    const init: Expr = { k: 'class', cls, ...span };
    unit.addMember(outer, { name: name.name, nameAt: name.at, kind: 'field', static: true, init, ...span });
  }
}

export function functionRef(p: Parser, fn: number, at: number): FnRef {
  return { k: 'function', fn, ...p.span(at) };
}

/** Decorators and annotations that were read before a declaration, handed to it. */
export function decorate(p: Parser, fn: number, decorators: readonly Expr[]): void {
  const draft = p.unit.functions[fn];
  if (draft !== undefined && decorators.length > 0) draft.decorators = [...decorators];
}
