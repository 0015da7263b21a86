import type { LanguageId } from '../language-id.ts';
import { isJavaScript } from '../language-families.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { guardsAt } from './nests.ts';
import { isTruthy, type Alternative, type Value } from './value.ts';

/**
 * Whether the conditions around a place are known to hold, with what the functions around it are given: true where all are,
 * false where one surely does not, undefined where that cannot be told. True where there are none. Seen from a place `from`,
 * those that stand around it as well hold.
 */
export function reaches(evaluator: Evaluator, at: number, scope: Scope, from = -1): boolean | undefined {
  let answer: boolean | undefined = true;
  const known = from < 0 ? [] : guardsAt(scope.unit, from);
  for (const { test, holds, at: begin, end } of guardsAt(scope.unit, at)) {
    if (begin <= from && from < end) continue;
    // The other branch of the same condition has been left, or is never entered.
    if (known.some(other => other.test === test && other.holds !== holds)) return false;
    const truth = truthOf(evaluator.evaluate(test, scope), scope.file.language);
    if (truth === undefined) answer = undefined;
    else if (truth !== holds) return false;
  }
  return answer;
}

/** The places that can be reached; all of them where that seems to be none. */
export function reachable<T>(
  evaluator: Evaluator,
  items: readonly T[],
  placeOf: (item: T) => { readonly at: number; readonly scope: Scope },
): readonly T[] {
  if (items.length < 2) return items;
  const left = items.filter(item => {
    const { at, scope } = placeOf(item);
    return reaches(evaluator, at, scope) !== false;
  });
  return left.length === 0 ? items : left;
}

/** Whether a value counts as true by the rules of its language; undefined where that is not known. */
export function truthOf(value: Value, language: LanguageId): boolean | undefined {
  if (isJavaScript(language)) return isTruthy(value);
  let answer: boolean | undefined;
  for (const alternative of value) {
    const truth = truth1(alternative, language);
    if (truth === undefined || (answer !== undefined && answer !== truth)) return undefined;
    answer = truth;
  }
  return answer;
}

/** Empty collections are false in some languages; Ruby takes everything for true that is there. */
function truth1(alternative: Alternative, language: LanguageId): boolean | undefined {
  switch (alternative.v) {
    case 'scalar': {
      const { value } = alternative;
      if (value === undefined || value === null || typeof value === 'boolean') return Boolean(value);
      return language === 'ruby' ? true : value === '0' ? undefined : Boolean(value);
    }
    case 'object':
      return language === 'ruby' || alternative.fields.size > 0 ? true : undefined;
    case 'array':
      return language === 'ruby' || (alternative.items.length > 0 && alternative.open === undefined) ? true : undefined;
    case 'function':
    case 'class':
    case 'sdk':
      return true;
    default:
      return undefined;
  }
}
