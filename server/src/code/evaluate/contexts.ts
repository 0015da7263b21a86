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
  for (const call of unit.calls)
    call.args.forEach((arg, argument) => {
      place(arg.value, { call, argument, path: [] });
    });
  return contexts;
}
