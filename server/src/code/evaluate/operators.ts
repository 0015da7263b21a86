import type { Binary, Choice, Unary } from '../facts.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { areEqual, isAmong } from './equality.ts';
import { reachable, truthOf } from './reach.ts';
import { isJavaScript } from '../language-families.ts';
import { chosenOptions } from './switches.ts';
import { mayBeNullish, withoutNullish } from './nullish.ts';
import { primitive } from './primitives.ts';
import { keysOf } from './objects.ts';
import { concatenate } from './strings.ts';
import { withFiniteTypes } from './parameter-types.ts';
import { isTruthy, isVague, scalar, single, union, unknown, type Alternative, type Value } from './value.ts';

export function choiceValue(evaluator: Evaluator, expr: Choice, scope: Scope): Value {
  const [first, second] = expr.options;
  if (expr.op === '?:' && expr.test && first && second && expr.options.length === 2) {
    const truth = truthOf(evaluator.evaluate(expr.test, scope), scope.file.language);
    if (truth !== undefined) return evaluator.evaluate(truth ? first : second, scope);
  }
  if (expr.op === 'switch' && expr.test && expr.cases) {
    const chosen = chosenOptions(evaluator, expr, scope);
    if (chosen) return union(chosen.map(option => evaluator.evaluate(option, scope)));
  }
  if (expr.op === '?:' || expr.op === 'switch' || !first || !second)
    return union(
      reachable(evaluator, expr.options, ({ at }) => ({ at, scope })).map(option => evaluator.evaluate(option, scope)),
    );
  const left = evaluator.evaluate(first, scope);
  const right = (): Value => evaluator.evaluate(second, scope);
  const truth = isTruthy(left);
  switch (expr.op) {
    case '??': {
      return !mayBeNullish(evaluator, left) && !left.some(isVague) ? left : union([withoutNullish(left), right()]);
    }
    case '||': {
      if (truth === true) return left;
      const rest = left.filter(alternative => isTruthy([alternative]) !== false);
      return union([withoutNullish(rest), right()]);
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
      return sum(evaluator, withFiniteTypes(evaluator, left), withFiniteTypes(evaluator, right));
    }
    case '==':
    case '===':
    case '!=':
    case '!==': {
      const same = areEqual(
        evaluator.evaluate(expr.left, scope),
        evaluator.evaluate(expr.right, scope),
        expr.op.length === 2 || !isJavaScript(scope.file.language),
      );
      return same === undefined ? primitive('boolean') : scalar(same === expr.op.startsWith('='));
    }
    case 'in':
    case '!in': {
      const isIn = isAmong(evaluator.evaluate(expr.left, scope), evaluator.evaluate(expr.right, scope));
      return isIn === undefined ? primitive('boolean') : scalar(isIn === (expr.op === 'in'));
    }
    case '<':
    case '>':
    case '<=':
    case '>=':
    case 'instanceof':
    case 'is':
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
      const truth = truthOf(evaluator.evaluate(expr.operand, scope), scope.file.language);
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

function sum(evaluator: Evaluator, left: Value, right: Value): Value {
  const isNumeric = (value: Value): boolean =>
    value.length > 0 &&
    typed(evaluator, value).every(
      alternative =>
        (alternative.v === 'scalar' && typeof alternative.value === 'number') ||
        (alternative.v === 'typed' &&
          alternative.type.type.t === 'primitive' &&
          /^(number|integer)$/.test(alternative.type.type.name)),
    );
  const isStringy = (value: Value): boolean =>
    value.length > 0 &&
    typed(evaluator, value).every(
      alternative =>
        alternative.v === 'text' ||
        (alternative.v === 'scalar' && typeof alternative.value === 'string') ||
        (alternative.v === 'typed' &&
          alternative.type.type.t === 'primitive' &&
          alternative.type.type.name === 'string'),
    );
  if (isNumeric(left) && isNumeric(right)) return primitive('number');
  if (isStringy(left) || isStringy(right)) return concatenate(left, right);
  return concatenate(left, right, 'it may be a sum');
}

/** A value with what its parameters' types say of them in their place. */
function typed(evaluator: Evaluator, value: Value): Value {
  return value.flatMap(alternative =>
    alternative.v === 'parameter' && alternative.type && !alternative.derived
      ? evaluator.valueOfType(alternative.type)
      : [alternative],
  );
}
