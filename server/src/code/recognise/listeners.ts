import type { CodeFile, Expr, Unit } from '../facts.ts';
import type { Evaluator, Scope } from '../evaluate/evaluator.ts';
import type { FunctionValue, Value } from '../evaluate/value.ts';
import { callName } from './names.ts';

/** Methods with `@OnEvent(NAME)` or `@EventListener(NAME)`, and functions given to `.on(NAME, listener)`. */
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
    }
  }
  return found;
}

/** The name that a decorator makes its method listen to. */
export function listensTo(unit: Unit, decorator: Expr): Expr | undefined {
  const call = decorator.k === 'call' ? unit.calls[decorator.call] : undefined;
  return call && /^(OnEvent|EventListener|On|Subscribe|EventPattern)$/.test(callName(call) ?? '')
    ? call.args[0]?.value
    : undefined;
}
