import type { Arg, Call, Fn } from '../facts.ts';
import { builtinCall } from './builtins.ts';
import { conform } from './conform.ts';
import type { Env } from './value.ts';
import { keywordIn } from './keywords.ts';
import { libraryCall } from './library-calls.ts';
import { placeOf, type Evaluator, type Scope } from './evaluator.ts';
import {
  objectOf,
  scalar,
  union,
  unknown,
  type Alternative,
  type Field,
  type FunctionValue,
  type TypeAt,
  type Value,
} from './value.ts';

/** What a call returns. */
export function callValue(evaluator: Evaluator, call: Call, scope: Scope): Value {
  const builtin = builtinCall(evaluator, call, scope);
  if (builtin) return builtin;
  const callee = evaluator.evaluate(call.callee, scope);
  return union(callee.map(alternative => resultOf(evaluator, alternative, call, scope)));
}

function resultOf(evaluator: Evaluator, callee: Alternative, call: Call, scope: Scope): Value {
  switch (callee.v) {
    case 'function':
      return applyFunction(evaluator, callee, call, scope);
    case 'class': {
      if (call.form === 'element') return unknown('an element is not a value');
      const frame =
        callee.cls.ctor === undefined
          ? undefined
          : enter(evaluator, { ...callee, v: 'function', fn: callee.cls.ctor }, call, scope, 0);
      return [{ v: 'instance', of: callee, ...(frame && { frame }) }];
    }
    case 'sdk':
      return [{ v: 'sdk', sdk: callee.sdk, path: callee.path, made: { call, ...scope } }];
    case 'typed':
      return returnedBy(evaluator, callee.type);
    case 'parameter': {
      const [only, more] = callee.type && !callee.derived ? evaluator.valueOfType(callee.type) : [];
      return only?.v === 'typed' && !more ? returnedBy(evaluator, only.type) : unknown('what it returns is not known');
    }
    case 'module':
      return (
        libraryCall(evaluator, callee, call, scope) ??
        unknown(`what ${callee.path.at(-1) ?? callee.name} returns is not known`)
      );
    case 'unknown':
      return unknown(callee.why);
    default:
      return unknown('what it returns is not known');
  }
}

function returnedBy(evaluator: Evaluator, at: TypeAt): Value {
  const { type } = at;
  if (type.t !== 'function' || !type.returns) return unknown('what it returns is not known');
  return evaluator.valueOfType({ ...at, type: type.returns });
}

/** What a function of the workspace returns when it is called; without a call, its parameters stand for themselves. */
export function applyFunction(
  evaluator: Evaluator,
  callee: FunctionValue,
  call: Call | undefined,
  scope: Scope,
): Value {
  const fn = callee.unit.functions[callee.fn];
  if (!fn) return unknown('the function is not readable');
  evaluator.program.touch(callee.unit);
  const frame = enter(evaluator, callee, call, scope, 0);
  if (fn.isGenerator) return unknown('it is a generator');
  const inside: Scope = { file: callee.file, unit: callee.unit, env: frame };
  const values = fn.returns.map(expr => evaluator.evaluate(expr, inside));
  if (fn.completes && values.length > 0) values.push(scalar(undefined));
  const declaredType = fn.returnType && { type: unwrapPromise(fn), file: callee.file, unit: callee.unit };
  const found = union(values);
  const result = declaredType ? conform(evaluator, found, declaredType) : found;
  if (declaredType && (result.length === 0 || result.some(alternative => alternative.v === 'unknown'))) {
    const declared = evaluator.valueOfType(declaredType);
    const known = result.filter(alternative => alternative.v !== 'unknown');
    if (declared.some(alternative => alternative.v !== 'unknown'))
      return known.length === result.length ? declared : union([known, declared]);
  }
  return result.length === 0 ? scalar(undefined) : result;
}

function unwrapPromise(fn: Fn): NonNullable<Fn['returnType']> {
  const type = fn.returnType ?? { t: 'opaque' };
  return type.t === 'reference' && type.name === 'Promise' && type.args[0] ? type.args[0] : type;
}

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
    level: scope.env.level + wrappers,
    memo: new Map(),
    ...(callee.self && { self: callee.self }),
  };
  return frame;
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

function trailing(evaluator: Evaluator, fn: Fn, index: number, call: Call, scope: Scope): Value | undefined {
  const last = call.args.at(-1);
  return last?.trailing && index === fn.params.length - 1 ? evaluator.evaluate(last.value, scope) : undefined;
}

function restOf(evaluator: Evaluator, fn: Fn, index: number, callee: FunctionValue, call: Call, scope: Scope): Value {
  if (fn.params[index]?.rest === 'keyword') {
    const names = new Set(fn.params.map(param => param.name));
    const fields = new Map<string, Field>();
    let open: string | undefined;
    for (const arg of call.args) {
      if (arg.value.k === 'spread') open = 'keyword arguments are spread';
      if (arg.name === undefined || names.has(arg.name)) continue;
      const key = placeOf(
        { at: arg.nameAt ?? arg.value.at, end: (arg.nameAt ?? arg.value.at) + arg.name.length },
        scope,
      );
      fields.set(arg.name, {
        value: () => evaluator.evaluate(arg.value, scope),
        expr: arg.value,
        from: [placeOf(arg.value, scope)],
        key,
        entry: placeOf({ at: key.at, end: arg.value.end }, scope),
        always: true,
        level: scope.env.level,
        use: { ...key, depth: scope.env.depth },
        shorthand: false,
      });
    }
    return [objectOf(fields, open)];
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
