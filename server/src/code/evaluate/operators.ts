import type { Binary, Choice, Unary } from '../facts.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { primitive } from './primitives.ts';
import { keysOf } from './objects.ts';
import { concatenate } from './strings.ts';
import { withFiniteTypes } from './parameter-types.ts';
import { isNullish, isTruthy, isVague, scalar, single, union, unknown, type Alternative, type Value } from './value.ts';

export function choiceValue(evaluator: Evaluator, expr: Choice, scope: Scope): Value {
  const options = (): Value[] => expr.options.map(option => evaluator.evaluate(option, scope));
  const [first, second] = expr.options;
  if (expr.op === '?:' && expr.test && first && second && expr.options.length === 2) {
    const truth = isTruthy(evaluator.evaluate(expr.test, scope));
    if (truth !== undefined) return evaluator.evaluate(truth ? first : second, scope);
  }
  if (expr.op === '?:' || expr.op === 'switch' || !first || !second) return union(options());
  const left = evaluator.evaluate(first, scope);
  const right = (): Value => evaluator.evaluate(second, scope);
  const truth = isTruthy(left);
  switch (expr.op) {
    case '??': {
      const rest = left.filter(alternative => !isNullish(alternative));
      return rest.length === left.length && !left.some(isVague) ? left : union([rest, right()]);
    }
    case '||': {
      if (truth === true) return left;
      const rest = left.filter(alternative => isTruthy([alternative]) !== false);
      return union([rest, right()]);
    }
    case '&&': {
      if (truth === true) return right();
      if (truth === false) return left;
      return union([left.flatMap(whenFalsy), right()]);
    }
  }
}

export function binaryValue(evaluator: Evaluator, expr: Binary, scope: Scope): Value {
  switch (expr.op) {
    case '+': {
      const left = evaluator.evaluate(expr.left, scope);
      const right = evaluator.evaluate(expr.right, scope);
      return sum(withFiniteTypes(evaluator, left), withFiniteTypes(evaluator, right));
    }
    case '==':
    case '===':
    case '!=':
    case '!==': {
      const left = single(evaluator.evaluate(expr.left, scope));
      const right = single(evaluator.evaluate(expr.right, scope));
      if (!left || !right) return primitive('boolean');
      return scalar((left.value === right.value) === expr.op.startsWith('='));
    }
    case '<':
    case '>':
    case '<=':
    case '>=':
    case 'in':
    case 'instanceof':
    case 'is':
    case '!in':
    case '!is':
      return primitive('boolean');
    case ',':
      return evaluator.evaluate(expr.right, scope);
    case '-':
    case '*':
    case '/':
    case '%':
    case '**':
    case '|':
    case '&':
    case '^':
    case '<<':
    case '>>':
    case '>>>':
      return primitive('number');
    default:
      return unknown('it is computed when the program runs');
  }
}

export function unaryValue(evaluator: Evaluator, expr: Unary, scope: Scope): Value {
  switch (expr.op) {
    case '!': {
      const truth = isTruthy(evaluator.evaluate(expr.operand, scope));
      return truth === undefined ? primitive('boolean') : scalar(!truth);
    }
    case '-': {
      const operand = single(evaluator.evaluate(expr.operand, scope));
      return typeof operand?.value === 'number' ? scalar(-operand.value) : primitive('number');
    }
    case '+':
    case '~':
    case '++':
    case '--':
      return primitive('number');
    case 'typeof':
      return primitive('string');
    case 'keys':
      return keysOf(evaluator.evaluate(expr.operand, scope));
    case 'void':
      return scalar(undefined);
    case 'delete':
      return primitive('boolean');
    default:
      return unknown('it is computed when the program runs');
  }
}

/** What the left side of `&&` is when it is falsy. */
function whenFalsy(alternative: Alternative): Value {
  if (alternative.v === 'scalar') return alternative.value ? [] : [alternative];
  if (alternative.v === 'typed' && alternative.type.type.t === 'primitive') {
    switch (alternative.type.type.name) {
      case 'boolean':
        return scalar(false);
      case 'string':
        return scalar('');
      case 'number':
        return scalar(0);
      default:
        return [];
    }
  }
  return isTruthy([alternative]) === true ? [] : alternative.v === 'typed' ? scalar(undefined) : [alternative];
}

function sum(left: Value, right: Value): Value {
  const isNumeric = (value: Value): boolean =>
    value.length > 0 &&
    value.every(
      alternative =>
        (alternative.v === 'scalar' && typeof alternative.value === 'number') ||
        /^(number|integer)$/.test(primitiveName(alternative)),
    );
  const isStringy = (value: Value): boolean =>
    value.length > 0 &&
    value.every(
      alternative =>
        alternative.v === 'text' ||
        (alternative.v === 'scalar' && typeof alternative.value === 'string') ||
        (alternative.v === 'typed' && primitiveName(alternative) === 'string'),
    );
  if (isNumeric(left) && isNumeric(right)) return primitive('number');
  if (isStringy(left) || isStringy(right)) return concatenate(left, right);
  return concatenate(left, right, 'it may be a sum');
}

/** The primitive type that a value or a parameter is known to have; empty where it has none. */
function primitiveName(alternative: Alternative): string {
  const type = alternative.v === 'typed' || alternative.v === 'parameter' ? alternative.type?.type : undefined;
  return type?.t === 'primitive' ? type.name : '';
}
