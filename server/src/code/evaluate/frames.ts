import type { Arg, Call, Fn } from '../facts.ts';
import { isJavaScript } from '../language-families.ts';
import { selfOf } from './env.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { keywordIn, keywordsOf, spreadKeyword } from './keywords.ts';
import { scalar, unknown, type Env, type FunctionValue, type Value } from './value.ts';

/** The frame of a call; `wrappers` is 1 where the function is a wrapper of a tracking call that is being followed. */
export function enter(
  evaluator: Evaluator,
  callee: FunctionValue,
  call: Call | undefined,
  scope: Scope,
  wrappers: number,
): Env {
  const fn = callee.unit.functions[callee.fn];
  const taken = new Map<number, Value>();
  const frame: Env = {
    unit: callee.unit,
    fn: callee.fn,
    argument: index => {
      let value = taken.get(index);
      if (!value)
        taken.set(index, (value = fn ? argumentOf(evaluator, fn, index, callee, call, scope, () => frame) : []));
      return value;
    },
    outer: callee.env,
    depth: scope.env.depth + 1,
    level: wrappers === 0 ? Math.min(scope.env.level, levelOf(callee, scope)) : scope.env.level + wrappers,
    memo: new Map(),
    ...(callee.self && { self: callee.self }),
  };
  return frame;
}

/**
 * A method of an object that was made nearer to the reported call, such as an event that a wrapper is given, belongs to that
 * place. What an object calls of itself stays where it is.
 */
function levelOf({ self = [], file }: FunctionValue, scope: Scope): number {
  if (isJavaScript(file.language)) return Infinity;
  const own = selfOf(scope.env)?.flatMap(each => (each.v === 'instance' ? [each.frame] : [])) ?? [];
  const levels = self.flatMap(each =>
    each.v === 'instance' && each.frame && each.frame.level >= 0 && !own.includes(each.frame) ? [each.frame.level] : [],
  );
  return levels.length === 0 ? Infinity : Math.max(...levels);
}

function argumentOf(
  evaluator: Evaluator,
  fn: Fn,
  index: number,
  callee: FunctionValue,
  call: Call | undefined,
  scope: Scope,
  frame: () => Env,
): Value {
  const param = fn.params[index];
  if (!param) return unknown('there is no such parameter');
  const fixed = callee.bound?.[index];
  if (!call && fixed) return fixed();
  if (!call) return [{ v: 'parameter', file: callee.file, unit: callee.unit, fn: callee.fn, param: index, path: [] }];
  const given = param.rest
    ? restOf(evaluator, fn, index, callee, call, scope)
    : givenFor(evaluator, fn, index, callee, call, scope);
  const missing = given.every(alternative => alternative.v === 'scalar' && alternative.value === undefined);
  if (!missing || !param.fallback) return given;
  return evaluator.evaluate(param.fallback, { file: callee.file, unit: callee.unit, env: frame() });
}

function givenFor(evaluator: Evaluator, fn: Fn, index: number, callee: FunctionValue, call: Call, scope: Scope): Value {
  const bound = callee.bound ?? [];
  const fixed = bound[index];
  if (fixed) return fixed();
  const param = fn.params[index];
  const named = param?.name === undefined ? undefined : keywordIn(evaluator, call.args, param.name, scope);
  if (named) return named;
  const position = index - bound.length;
  return (
    positional(evaluator, call.args, position, scope) ??
    trailing(evaluator, fn, index, call, scope) ??
    loose(evaluator, fn, index, call, scope) ??
    (param?.name === undefined ? undefined : spreadKeyword(evaluator, call.args, param.name, scope)) ??
    scalar(undefined)
  );
}

/** The argument at a position, through spreads of known arrays; undefined where none is given. */
export function positional(
  evaluator: Evaluator,
  args: readonly Arg[],
  position: number,
  scope: Scope,
): Value | undefined {
  let at = 0;
  for (const arg of args) {
    if (arg.name !== undefined || arg.trailing || (arg.value.k === 'spread' && arg.value.keywords)) continue;
    if (arg.value.k !== 'spread') {
      if (at === position) return evaluator.evaluate(arg.value, scope);
      at++;
      continue;
    }
    const [array, more] = evaluator.evaluate(arg.value.value, scope);
    if (more || array?.v !== 'array' || array.open !== undefined) {
      // What `...args` of an enclosing function brings: the same parameter, item by item.
      if (array?.v === 'parameter') return [{ ...array, path: [...array.path, String(position - at)] }];
      return unknown('the arguments are spread from an array that is not known');
    }
    if (position - at < array.items.length) return array.items[position - at]?.();
    at += array.items.length;
  }
  return undefined;
}

/** Ruby collects keyword arguments that no parameter takes in a hash, as the last one of the others. */
function loose(evaluator: Evaluator, fn: Fn, index: number, call: Call, scope: Scope): Value | undefined {
  const { params } = fn;
  if (scope.file.language !== 'ruby' || params[index]?.name !== undefined) return undefined;
  const isSpread = ({ value }: Arg): boolean => value.k === 'spread' && value.keywords === true;
  const positions = call.args.filter(arg => arg.name === undefined && !arg.trailing && !isSpread(arg)).length;
  if (index !== positions || params.some(param => param.rest === 'keyword')) return undefined;
  const names = new Set(params.map(param => param.name));
  const isLoose = call.args.some(arg => isSpread(arg) || (arg.name !== undefined && !names.has(arg.name)));
  return isLoose ? keywordsOf(evaluator, call.args, scope, names) : undefined;
}

function trailing(evaluator: Evaluator, fn: Fn, index: number, call: Call, scope: Scope): Value | undefined {
  const last = call.args.at(-1);
  return last?.trailing && index === fn.params.length - 1 ? evaluator.evaluate(last.value, scope) : undefined;
}

function restOf(evaluator: Evaluator, fn: Fn, index: number, callee: FunctionValue, call: Call, scope: Scope): Value {
  if (fn.params[index]?.rest === 'keyword') {
    return keywordsOf(evaluator, call.args, scope, new Set(fn.params.map(param => param.name)));
  }
  const positionalArgs = call.args.filter(
    ({ name, value }) => name === undefined && !(value.k === 'spread' && value.keywords),
  );
  const skip = index - (callee.bound?.length ?? 0);
  const items: (() => Value)[] = [];
  for (let at = Math.max(0, skip); at < positionalArgs.length; at++) {
    const arg = positionalArgs[at];
    if (arg?.value.k === 'spread') {
      const spread = evaluator.evaluate(arg.value.value, scope);
      const [only] = spread;
      if (items.length === 0 && spread.length === 1 && only?.v === 'parameter') return spread;
      return [{ v: 'array', items, open: 'the arguments are spread' }];
    }
    if (arg) items.push(() => evaluator.evaluate(arg.value, scope));
  }
  return [{ v: 'array', items }];
}
