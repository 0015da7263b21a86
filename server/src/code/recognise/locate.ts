import type { Call, Expr } from '../facts.ts';
import { positional } from '../evaluate/frames.ts';
import { keywordIn } from '../evaluate/keywords.ts';
import { placeOf, type Evaluator, type Scope } from '../evaluate/evaluator.ts';
import { elementOf, memberOf } from '../evaluate/members.ts';
import { objectOf, scalar, union, type Field, type Value } from '../evaluate/value.ts';
import type { Locator } from '../sdk.ts';
import { chainOf } from './chains.ts';

/** The value that a locator leads to; undefined where the call has no such argument. */
export function locate(evaluator: Evaluator, locator: Locator, call: Call, scope: Scope): Value | undefined {
  let value = found(evaluator, locator, call, scope);
  if (!value) return undefined;
  for (const step of locator.path ?? []) {
    value = /^\d+$/.test(step)
      ? elementOf(evaluator, value, scalar(Number(step)), scope)
      : memberOf(evaluator, value, step, scope);
  }
  return (locator.path?.length ?? 0) > 0 && isUndefined(value) ? undefined : value;
}

function found(evaluator: Evaluator, locator: Locator, call: Call, scope: Scope): Value | undefined {
  const { keyword, arg, chained } = locator;
  const named = keyword === undefined ? undefined : keywordIn(evaluator, call.args, keyword, scope);
  if (named) return named;
  if (keyword !== undefined && locator.inOptions) {
    const option = optionIn(evaluator, call, keyword, scope);
    if (option) return option;
  }
  const given = arg === undefined ? undefined : positional(evaluator, call.args, arg, scope);
  if (given) return given;
  if (locator.trailing) {
    const last = call.args.at(-1);
    if (last?.trailing) return evaluator.evaluate(last.value, scope);
  }
  if (locator.keywords && call.args.some(({ name }) => name !== undefined)) return keywordsOf(evaluator, call, scope);
  return chained === undefined ? undefined : chainedValue(evaluator, chained, call, scope);
}

/** `track({ event: 'x' })` in Ruby means `track(event: 'x')`. */
function optionIn(evaluator: Evaluator, { args }: Call, name: string, scope: Scope): Value | undefined {
  const last = args.findLast(arg => arg.name === undefined && !arg.trailing)?.value;
  if (!last || last.k === 'spread' || last.k === 'literal') return undefined;
  const value = evaluator.evaluate(last, scope);
  if (value.some(alternative => alternative.v === 'object')) {
    const member = memberOf(evaluator, value, name, scope);
    return isUndefined(member) ? undefined : member;
  }
  return args.length === 1 ? memberOf(evaluator, value, name, scope) : undefined;
}

/** The keyword arguments of a call as an object. */
function keywordsOf(evaluator: Evaluator, { args }: Call, scope: Scope): Value {
  const fields = new Map<string, Field>();
  for (const { name, nameAt, value } of args) {
    if (name === undefined) continue;
    const at = nameAt ?? value.at;
    const key = placeOf({ at, end: at + name.length }, scope);
    fields.set(name, {
      value: () => evaluator.evaluate(value, scope),
      expr: value,
      from: [placeOf(value, scope)],
      key,
      entry: placeOf({ at, end: value.end }, scope),
      always: true,
      level: scope.env.level,
      use: { ...key, depth: scope.env.depth },
      shorthand: false,
    });
  }
  const spread = args.some(({ value }) => value.k === 'spread' && value.keywords);
  return [objectOf(fields, spread ? 'keyword arguments are spread' : undefined)];
}

/** What is given to a method of the call's result, or set as a member of it: in the same chain, or through its variable. */
function chainedValue(evaluator: Evaluator, name: string, call: Call, scope: Scope): Value | undefined {
  const values: Expr[] = [];
  for (const { value } of call.args)
    if (value.k === 'object')
      values.push(...value.entries.filter(entry => entry.key === name).map(entry => entry.value));
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  const names = [name, `set${capital}`, `with${capital}`];
  const { calls, writes } = chainOf(scope.unit, call);
  for (const { method, args } of calls) if (names.includes(method) && args[0]) values.push(args[0].value);
  for (const { path, value } of writes) if (path.length === 1 && path[0] === name) values.push(value);
  return values.length === 0 ? undefined : union(values.map(value => evaluator.evaluate(value, scope)));
}

export function isUndefined(value: Value): boolean {
  return value.every(alternative => alternative.v === 'scalar' && alternative.value === undefined);
}
