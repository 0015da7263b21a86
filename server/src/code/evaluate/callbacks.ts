import type { Expr } from '../facts.ts';
import { isJavaScript } from '../language-families.ts';
import { contextOf } from './contexts.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { primitive } from './primitives.ts';
import { itemType } from './type-members.ts';
import { unknown, type Alternative, type Value } from './value.ts';

/** Methods of arrays that call a function with each item, in JavaScript also with its index and the array. */
const iterating = new Set(['forEach', 'map', 'flatMap', 'filter', 'some', 'every', 'find']);

/** The same in other languages: Ruby, C#, Kotlin, Swift. */
const iteratingElsewhere = new Set([
  'each',
  'ForEach',
  'Select',
  'Where',
  'onEach',
  'mapNotNull',
  'compactMap',
  'any',
  'all',
]);

/** More items than this are a table of data, not a list of events. */
const mostItems = 100;

/**
 * What a callback is given that goes over the items of a known array (`events.forEach(event => track(event))`): any of them.
 * Undefined where its place says nothing of that kind.
 */
export function itemGiven(evaluator: Evaluator, scope: Scope, fn: number, index: number): Value | undefined {
  const context = contextOf(scope.unit, fn);
  const callee = context?.call?.callee;
  if (callee?.k !== 'member' || context?.argument !== 0 || context.path.length > 0) return undefined;
  if (callee.name === 'then' && index === 0) return loaded(evaluator, callee.object, scope);
  const isElsewhere = !isJavaScript(scope.file.language);
  if (!goesOver(callee.name, isElsewhere)) return undefined;
  const array = evaluator.evaluate(callee.object, scope);
  const [first] = array;
  if (first === undefined) return undefined;
  // What callers give as a list is known where they call.
  if (first.v === 'parameter' && index === 0 && array.length === 1 && !first.derived) {
    const { v, file, unit, fn: owner, param, path } = first;
    const type = first.type && itemType(evaluator, first.type, undefined);
    return [{ v, file, unit, fn: owner, param, path: [...path, anyItem], ...(type && { type }) }];
  }
  // Elsewhere the type of a list says for sure what its items are.
  if (isElsewhere && index === 0 && array.every(({ v }) => v === 'typed'))
    return evaluator.elementOf(array, unknown('which element is not known'), scope);
  if (!array.every(isKnownList)) return undefined;
  if (index === 1) return primitive('number');
  return index === 0
    ? evaluator.elementOf(array, unknown('which element is not known'), scope)
    : unknown('it is the whole array');
}

function goesOver(method: string, isElsewhere: boolean): boolean {
  return iterating.has(method) || (isElsewhere && iteratingElsewhere.has(method));
}

function isKnownList(alternative: Alternative): boolean {
  if (alternative.v !== 'array' || alternative.open !== undefined) return false;
  return alternative.items.length > 0 && alternative.items.length <= mostItems;
}

/** The step to any item of a list, in the path of a parameter. */
export const anyItem = '*';

/** What a promise of a module brings: `import('./analytics').then(({ track }) => …)`. */
function loaded(evaluator: Evaluator, promise: Expr, scope: Scope): Value | undefined {
  const value = evaluator.evaluate(promise, scope);
  return value.length > 0 && value.every(({ v }) => v === 'module') ? value : undefined;
}
