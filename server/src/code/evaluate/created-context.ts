import type { Call, Expr } from '../facts.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { laterThan } from './initial.ts';
import { isNullish, isSolid, union, unknown, type Value } from './value.ts';

/**
 * What readers of a React context are given: what its providers hold, where a tracker is among that; else what the context's
 * type says. The initial value alone tells little: `null` in it stands for what a provider brings.
 */
export function createdContext(evaluator: Evaluator, call: Call, initial: Expr, scope: Scope): Value {
  const provided = evaluator.program.provided(scope.file, call);
  if (provided.length > 0)
    return union(
      provided.map(({ file, unit, value }) => evaluator.evaluate(value, { file, unit, env: evaluator.module })),
    );
  const [type] = call.typeArgs ?? [];
  const typed = type
    ? evaluator.valueOfType({ type, file: scope.file, unit: scope.unit }).filter(each => !isNullish(each))
    : [];
  const isKnown = typed.length > 0 && typed.every(({ v }) => v !== 'unknown');
  if (isKnown) return typed;
  const value = evaluator.evaluate(initial, scope);
  return value.some(each => isSolid(each) || each.v === 'object')
    ? laterThan(
        evaluator,
        value.filter(each => !isNullish(each)),
      )
    : unknown('what the context holds is not known');
}
