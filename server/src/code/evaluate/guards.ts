import type { Expr, TypeExpr, Unit } from '../facts.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { guardsAt } from './nests.ts';
import { retyped, withoutNullish } from './nullish.ts';
import { isTruthy, single, type Alternative, type ScalarValue, type Value } from './value.ts';

/**
 * What a name or a member can still be at its place, seen from the conditions around it: inside `if (coupon)` the coupon is
 * there, after `if (scope !== 'project') return` the scope is the project. `expr` must not be assigned to in between.
 */
export function narrowed(evaluator: Evaluator, value: Value, expr: Expr, scope: Scope): Value {
  if (value.length === 0 || !scope.unit.guards) return value;
  let result = value;
  for (const guard of guardsAt(scope.unit, expr.at)) {
    result = withGuard(evaluator, result, expr, guard.test, guard.holds, scope, 0);
    if (isToldApart(evaluator, expr, guard.test, scope)) result = withoutNullish(result);
  }
  return result.length === 0 ? value : result;
}

function withGuard(
  evaluator: Evaluator,
  value: Value,
  expr: Expr,
  test: Expr,
  holds: boolean,
  scope: Scope,
  depth: number,
): Value {
  if (depth > 6) return value;
  if (isSame(test, expr)) {
    const left = value.filter(alternative => isTruthy([alternative]) !== !holds || isVagueBoolean(alternative));
    return holds
      ? left.map(alternative => retyped(alternative, type => ({ t: 'reference', name: 'NonNullable', args: [type] })))
      : left;
  }
  switch (test.k) {
    case 'unary':
      return test.op === '!' ? withGuard(evaluator, value, expr, test.operand, !holds, scope, depth + 1) : value;
    case 'choice': {
      // One of the sides of `a || b` holds where it does.
      if (test.op === '||' && holds) {
        const kept = test.options.flatMap(option => withGuard(evaluator, value, expr, option, holds, scope, depth + 1));
        return kept.filter((alternative, index) => kept.indexOf(alternative) === index);
      }
      // Both sides of `a && b` hold where it does, and neither side of `a || b` where it does not.
      if ((test.op !== '&&' || !holds) && (test.op !== '||' || holds)) return value;
      return test.options.reduce(
        (rest, option) => withGuard(evaluator, rest, expr, option, holds, scope, depth + 1),
        value,
      );
    }
    case 'binary': {
      const equal = test.op === '===' || test.op === '==';
      const other = isSame(test.left, expr) ? test.right : isSame(test.right, expr) ? test.left : undefined;
      const constant =
        other && (equal || test.op === '!==' || test.op === '!=') && single(evaluator.evaluate(other, scope));
      if (!constant) return tested(value, expr, test, scope);
      const loose = test.op.length === 2 && (constant.value === null || constant.value === undefined);
      const matches = (alternative: Alternative): boolean =>
        alternative.v === 'scalar' &&
        (alternative.value === constant.value ||
          (loose && (alternative.value === null || alternative.value === undefined)));
      if (equal === holds)
        return value
          .filter(alternative => alternative.v !== 'scalar' || matches(alternative))
          .map(alternative => onlyValue(alternative, constant));
      return value
        .filter(alternative => !matches(alternative))
        .map(alternative => retyped(alternative, type => without(type, constant.value)));
    }
    default:
      return tested(value, expr, test, scope);
  }
}

/**
 * A condition that is not understood, such as `isSet(coupon)`, may well be there to rule out null and undefined: where it
 * speaks of the expression nothing is said of them.
 */
function tested(value: Value, expr: Expr, test: Expr, scope: Scope): Value {
  return speaksOf(test, expr, scope.unit, 0) ? withoutNullish(value) : value;
}

/** Whether a condition speaks of another member of the same object, where that is one of several: `result.ok` tells which. */
function isToldApart(evaluator: Evaluator, expr: Expr, test: Expr, scope: Scope): boolean {
  if (expr.k !== 'member' || !speaksOf(test, expr.object, scope.unit, 0)) return false;
  return evaluator.evaluate(expr.object, scope).length > 1;
}

function speaksOf(test: Expr, expr: Expr, unit: Unit, depth: number): boolean {
  if (isSame(test, expr)) return true;
  const inside = (part: Expr): boolean => depth < 8 && speaksOf(part, expr, unit, depth + 1);
  switch (test.k) {
    case 'member':
    case 'index':
      return inside(test.object);
    case 'unary':
      return inside(test.operand);
    case 'binary':
      return inside(test.left) || inside(test.right);
    case 'choice':
      return test.options.some(inside);
    case 'cast':
    case 'await':
      return inside(test.value);
    case 'call': {
      const call = unit.calls[test.call];
      if (!call) return false;
      // `isOrder(order)` says what the members of the order are.
      return inside(call.callee) || call.args.some(({ value }) => inside(value) || isPartOf(expr, value));
    }
    default:
      return false;
  }
}

function isPartOf(expr: Expr, whole: Expr): boolean {
  return isSame(expr, whole) || (expr.k === 'member' && isPartOf(expr.object, whole));
}

/** Whether an alternative can be both truthy and falsy, so that a condition says nothing of it. */
function isVagueBoolean(alternative: Alternative): boolean {
  return isTruthy([alternative]) === undefined;
}

/** Whether two expressions read the same name or the same member of it. */
function isSame(a: Expr, b: Expr): boolean {
  if (a.k === 'name' && b.k === 'name') return a.name === b.name && a.binding === b.binding;
  if (a.k === 'member' && b.k === 'member') return a.name === b.name && isSame(a.object, b.object);
  return a.k === 'this' && b.k === 'this';
}

function without(type: TypeExpr, value: ScalarValue['value']): TypeExpr {
  if (value === undefined || value === null) return { t: 'reference', name: 'NonNullable', args: [type] };
  return { t: 'reference', name: 'Exclude', args: [type, { t: 'literal', value }] };
}

/** A parameter that equals a constant is that constant. */
function onlyValue(alternative: Alternative, constant: ScalarValue): Alternative {
  return alternative.v === 'parameter' && alternative.type && !alternative.derived
    ? { ...constant, ...(alternative.use && { use: alternative.use }) }
    : alternative;
}
