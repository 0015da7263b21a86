import type { Call, Expr } from '../facts.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { primitive } from './primitives.ts';
import { scalar, single, union, unknown, type Value } from './value.ts';

type Method = (evaluator: Evaluator, object: Value, call: Call, scope: Scope) => Value | undefined;

/** What a method of `arrayMethods` gives back; undefined where it may be another method of that name. */
export function onArrays(
  evaluator: Evaluator,
  object: Expr,
  name: string,
  call: Call,
  scope: Scope,
): Value | undefined {
  return arrayMethods.get(name)?.(evaluator, arrayIn(evaluator, object, scope), call, scope);
}

/** What a method is called on; a parameter that is an array by its type is one. */
function arrayIn(evaluator: Evaluator, object: Expr, scope: Scope): Value {
  const value = evaluator.evaluate(object, scope);
  return union(
    value.map((alternative): Value => {
      if (alternative.v !== 'parameter' || !alternative.type || alternative.derived) return [alternative];
      const typed = evaluator.valueOfType(alternative.type);
      return arrays(typed) ? typed : [alternative];
    }),
  );
}

/** Whether a value is, or has the type of, an array. */
function arrays(value: Value): boolean {
  return (
    value.length > 0 &&
    value.every(
      alternative =>
        alternative.v === 'array' ||
        (alternative.v === 'typed' && (alternative.type.type.t === 'array' || alternative.type.type.t === 'tuple')),
    )
  );
}

export const arrayMethods: ReadonlyMap<string, Method> = new Map(
  Object.entries<Method>({
    join: (evaluator, object, call, scope) => {
      const separator = call.args[0] ? single(evaluator.evaluate(call.args[0].value, scope))?.value : ',';
      const [only] = object;
      if (object.length !== 1 || only?.v !== 'array' || only.open !== undefined || typeof separator !== 'string')
        return arrays(object) ? primitive('string') : undefined;
      const items = only.items.map(item => single(item())?.value);
      return items.every(item => typeof item === 'string' || typeof item === 'number')
        ? scalar(items.join(separator))
        : primitive('string');
    },
    map: (_evaluator, object) =>
      arrays(object) ? [{ v: 'array', items: [], open: 'it is made from another array' }] : undefined,
    filter: (_evaluator, object) =>
      arrays(object)
        ? object.map(alternative =>
            alternative.v === 'array' ? { ...alternative, open: 'it is a part of another array' } : alternative,
          )
        : undefined,
    find: (evaluator, object, _call, scope) =>
      arrays(object)
        ? union([evaluator.elementOf(object, unknown('which element is not known'), scope), scalar(undefined)])
        : undefined,
    at: (evaluator, object, call, scope) =>
      arrays(object)
        ? evaluator.elementOf(
            object,
            call.args[0] ? evaluator.evaluate(call.args[0].value, scope) : scalar(undefined),
            scope,
          )
        : undefined,
    ...Object.fromEntries(
      // Kotlin, Swift, Dart, Ruby, C# and Java.
      'first firstOrNull last lastOrNull single singleOrNull getFirst getLast First FirstOrDefault Last Single'
        .split(' ')
        .map((name): [string, Method] => [
          name,
          (evaluator, object, _call, scope) =>
            arrays(object) ? evaluator.elementOf(object, unknown('which element is not known'), scope) : undefined,
        ]),
    ),
    includes: () => primitive('boolean'),
    some: (_evaluator, object) => (arrays(object) ? primitive('boolean') : undefined),
    every: (_evaluator, object) => (arrays(object) ? primitive('boolean') : undefined),
    indexOf: () => primitive('number'),
    findIndex: () => primitive('number'),
    split: (_evaluator, object) =>
      object.some(alternative => alternative.v === 'instance' || alternative.v === 'sdk')
        ? undefined
        : [{ v: 'array', items: [], open: 'it is split when the program runs' }],
  }),
);
