import type { Call, Expr, Unit } from '../facts.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { mayBeNullish } from './nullish.ts';

/** Whether a read of a member, an item or a call is skipped where what stands before a `?.` is missing. */
export function isSkippable(evaluator: Evaluator, expr: Expr, scope: Scope): boolean {
  const read = readBy(expr, scope.unit);
  if (!read) return false;
  const isChained = read.optional || isChain(read.object, scope.unit);
  return isChained && mayBeNullish(evaluator, evaluator.evaluate(read.object, scope));
}

/** Whether a `?.` stands in a chain of members, so that what follows it is skipped as well. */
function isChain(expr: Expr, unit: Unit): boolean {
  const read = readBy(expr, unit);
  if (!read) return false;
  return read.optional || isChain(read.object, unit);
}

function readBy(expr: Expr, unit: Unit): { readonly object: Expr; readonly optional: boolean } | undefined {
  switch (expr.k) {
    case 'member':
    case 'index':
      return { object: expr.object, optional: expr.optional === true };
    case 'call': {
      const call: Call | undefined = unit.calls[expr.call];
      if (call?.form !== 'call') return undefined;
      // `a?.b()` skips the call for want of `a`, `b?.()` for want of `b`.
      const { callee } = call;
      if (call.optional) return { object: callee, optional: true };
      return callee.k === 'member' || callee.k === 'index'
        ? { object: callee.object, optional: callee.optional === true }
        : undefined;
    }
    default:
      return undefined;
  }
}
