import type { Call, Expr, TypeExpr, Unit } from '../facts.ts';

/** Where a function expression stands, if that place says what the function is given. */
export interface FunctionContext {
  /** The call that it is an argument of, or undefined where a declaration with a type holds it. */
  readonly call?: Call;
  readonly argument: number;
  readonly type?: TypeExpr;
  /** Members of objects that lead to it. */
  readonly path: readonly string[];
}

const known = new WeakMap<Unit, ReadonlyMap<number, FunctionContext>>();

/** The context of a function of a unit; undefined where its place says nothing. */
export function contextOf(unit: Unit, fn: number): FunctionContext | undefined {
  let contexts = known.get(unit);
  if (!contexts) known.set(unit, (contexts = readContexts(unit)));
  return contexts.get(fn);
}

function readContexts(unit: Unit): ReadonlyMap<number, FunctionContext> {
  const contexts = new Map<number, FunctionContext>();
  const place = (expr: Expr, context: FunctionContext, depth = 0): void => {
    if (expr.k === 'function' && !contexts.has(expr.fn)) contexts.set(expr.fn, context);
    if (expr.k === 'cast') place(expr.value, context, depth + 1);
    if (expr.k === 'choice' && depth < 4) for (const option of expr.options) place(option, context, depth + 1);
    if (expr.k !== 'object' || depth > 4) return;
    for (const entry of expr.entries)
      if (typeof entry.key === 'string')
        place(entry.value, { ...context, path: [...context.path, entry.key] }, depth + 1);
  };
  for (const binding of unit.bindings)
    if (binding.type && binding.init && !binding.path)
      place(binding.init, { argument: -1, type: binding.type, path: [] });
  for (const cls of unit.classes)
    for (const member of cls.members)
      if (member.type && member.init) place(member.init, { argument: -1, type: member.type, path: [] });
  for (const fn of unit.functions)
    if (fn.returnType) for (const value of fn.returns) place(value, { argument: -1, type: fn.returnType, path: [] });
  for (const call of unit.calls) {
    const state = stateOf(call, unit);
    if (state) for (const { value } of call.args) placeState(value, state);
  }
  for (const call of unit.calls)
    call.args.forEach((arg, argument) => {
      place(arg.value, { call, argument, path: [] });
    });
  return contexts;

  /** A function that makes a state of a type, perhaps inside of calls that pass it on. */
  function placeState(expr: Expr, state: TypeExpr, depth = 0): void {
    if (expr.k === 'call' && depth < 4)
      for (const { value } of unit.calls[expr.call]?.args ?? []) placeState(value, state, depth + 1);
    const fn = expr.k === 'function' ? unit.functions[expr.fn] : undefined;
    if (expr.k !== 'function' || !fn) return;
    const get: TypeExpr = { t: 'function', params: [], returns: state };
    const params = [undefined, get].map(type => ({ name: '', type, optional: false, rest: false }));
    contexts.set(expr.fn, { argument: -1, type: { t: 'function', params, returns: state }, path: [] });
    for (const value of fn.returns) place(value, { argument: -1, type: state, path: [] });
  }
}

/** Stores in the manner of Zustand: `create<State>(…)` and `create<State>()(…)` are given a function that makes the state. */
const storeMakers = new Set(['create', 'createStore', 'createWithEqualityFn']);

function stateOf({ callee, typeArgs }: Call, unit: Unit): TypeExpr | undefined {
  if (callee.k === 'call') {
    const inner = unit.calls[callee.call];
    return inner?.args.length === 0 ? stateOf(inner, unit) : undefined;
  }
  return callee.k === 'name' && storeMakers.has(callee.name) && typeArgs?.length === 1 ? typeArgs[0] : undefined;
}
