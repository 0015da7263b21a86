import type { CodeFile, Expr, Unit } from '../facts.ts';
import type { Evaluator, Scope } from '../evaluate/evaluator.ts';
import type { FunctionValue, Value } from '../evaluate/value.ts';
import { callName } from './names.ts';

/** Methods with `@OnEvent(NAME)` or `@EventListener(NAME)`, and what PHP's `add_action(NAME, callback)` names. */
export function readListeners(
  evaluator: Evaluator,
  files: readonly CodeFile[],
): ReadonlyMap<string, readonly FunctionValue[]> {
  const found = new Map<string, FunctionValue[]>();
  const add = (names: Value, listener: FunctionValue): void => {
    for (const name of names) {
      if (name.v !== 'scalar' || typeof name.value !== 'string') continue;
      found.set(name.value, [...(found.get(name.value) ?? []), listener]);
    }
  };
  for (const file of files) {
    for (const unit of file.units) {
      const scope: Scope = { file, unit, env: evaluator.module };
      unit.functions.forEach((fn, index) => {
        for (const decorator of fn.decorators ?? []) {
          const name = listensTo(unit, decorator);
          if (name)
            add(evaluator.evaluate(name, scope), { v: 'function', file, unit, fn: index, env: evaluator.module });
        }
      });
      if (file.language !== 'php') continue;
      for (const call of unit.calls) {
        const [name, callback] = call.args;
        if (callName(call) !== 'add_action' || !name || !callback) continue;
        for (const listener of callbacks(evaluator, callback.value, scope))
          add(evaluator.evaluate(name.value, scope), listener);
      }
    }
  }
  return found;
}

/** The functions that a callable of PHP is: a closure, `'name'`, `[$object, 'method']` or `[Class::class, 'method']`. */
function callbacks(evaluator: Evaluator, expr: Expr, scope: Scope): readonly FunctionValue[] {
  const text = (each: Expr | undefined): string | undefined =>
    each?.k === 'literal' && typeof each.value === 'string' ? each.value : undefined;
  const [object, method] = expr.k === 'array' ? expr.items : [];
  const name = text(method);
  const named = text(expr);
  const value =
    object && name !== undefined
      ? evaluator.memberOf(evaluator.evaluate(object, scope), name, scope)
      : named !== undefined
        ? evaluator.moduleName(named, scope)
        : evaluator.evaluate(expr, scope);
  return value.filter(each => each.v === 'function');
}

/** The name that a decorator makes its method listen to. */
export function listensTo(unit: Unit, decorator: Expr): Expr | undefined {
  const call = decorator.k === 'call' ? unit.calls[decorator.call] : undefined;
  return call && /^(OnEvent|EventListener|On|Subscribe|EventPattern)$/.test(callName(call) ?? '')
    ? call.args[0]?.value
    : undefined;
}
