import type { Call, Expr } from '../facts.ts';
import { isJavaScript } from '../language-families.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { elementOf } from './members.ts';
import { assignObjects } from './objects.ts';
import { isNullish, union, type Value } from './value.ts';

/**
 * `properties.merge(more)` and its kin in languages whose maps have such methods, where it is known that a map is meant.
 * Undefined for all other calls.
 */
export function hashMethod(evaluator: Evaluator, call: Call, scope: Scope): Value | undefined {
  const { callee, args } = call;
  if (callee.k !== 'member' || isJavaScript(scope.file.language)) return undefined;
  const { name, object } = callee;
  if (readers.has(name)) return readFrom(evaluator, call, object, scope);
  const isMerge = mergers.has(name);
  if ((!isMerge && !fillers.has(name)) || args.length === 0) return undefined;
  const own = evaluator.evaluate(object, scope);
  if (!own.some(({ v }) => v === 'object' || v === 'parameter') || own.some(({ v }) => v === 'instance' || v === 'sdk'))
    return undefined;
  const given = args.filter(({ trailing }) => !trailing).map(({ value }) => evaluator.evaluate(value, scope));
  if (own.some(({ v }) => v === 'parameter') && !given.flat().some(({ v }) => v === 'object' || v === 'parameter'))
    return undefined;
  // Of several maps each is merged by itself: which of them it is stays one question.
  return union(
    own.map((each): Value => assignObjects(evaluator, isMerge ? [[each], ...given] : [...given, [each]], scope)),
  );
}

/** `NAMES.get(kind, default)` in Python and `NAMES.fetch(kind, default)` in Ruby read a map that is written out. */
function readFrom(evaluator: Evaluator, { args }: Call, object: Expr, scope: Scope): Value | undefined {
  const [key, fallback, more] = args;
  const { language } = scope.file;
  if (!key || more || key.name !== undefined || (language !== 'python' && language !== 'ruby')) return undefined;
  const own = evaluator.evaluate(object, scope);
  if (own.length === 0 || !own.every(({ v, ...each }) => v === 'object' && !('open' in each))) return undefined;
  const index = evaluator.evaluate(key.value, scope);
  const value = elementOf(evaluator, own, index, scope);
  const isFound = index.every(({ v }) => v === 'scalar') && !value.some(isNullish);
  if (isFound) return value;
  const other = fallback && (fallback.trailing ? undefined : evaluator.evaluate(fallback.value, scope));
  if (!other) return language === 'ruby' ? value.filter(each => !isNullish(each)) : undefined;
  return union([value.filter(each => !isNullish(each)), other]);
}

const readers: ReadonlySet<string> = new Set(['get', 'fetch']);

/** What the arguments bring wins over the map's own entries. */
const mergers: ReadonlySet<string> = new Set(['merge', 'merge!', 'deep_merge', 'deep_merge!', 'update']);

/** The map's own entries win. */
const fillers: ReadonlySet<string> = new Set(['reverse_merge', 'reverse_merge!', 'with_defaults', 'with_defaults!']);
