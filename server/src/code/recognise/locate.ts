import type { Call, Expr } from '../facts.ts';
import { positional } from '../evaluate/frames.ts';
import { keywordIn, keywordsOf, spreadKeyword } from '../evaluate/keywords.ts';
import type { Evaluator, Scope } from '../evaluate/evaluator.ts';
import { elementOf, memberOf } from '../evaluate/members.ts';
import { scalar, union, type Value } from '../evaluate/value.ts';
import type { Locator } from '../sdk.ts';
import { chainOf } from './chains.ts';

/** The value that a locator leads to; undefined where the call has no such argument. */
export function locate(evaluator: Evaluator, locator: Locator, call: Call, scope: Scope): Value | undefined {
  const { chained } = locator;
  const direct = found(evaluator, locator, call, scope);
  const value = direct && followed(evaluator, direct, locator, scope);
  return value ?? (chained === undefined ? undefined : chainedValue(evaluator, chained, call, scope));
}

function followed(evaluator: Evaluator, from: Value, locator: Locator, scope: Scope): Value | undefined {
  let value = from;
  for (const step of locator.path ?? []) {
    value = /^\d+$/.test(step)
      ? elementOf(evaluator, value, scalar(Number(step)), scope)
      : memberOf(evaluator, value, step, scope);
  }
  return (locator.path?.length ?? 0) > 0 && isUndefined(value) ? undefined : value;
}

function found(evaluator: Evaluator, locator: Locator, call: Call, scope: Scope): Value | undefined {
  const { keyword, arg } = locator;
  const named = keyword === undefined ? undefined : keywordIn(evaluator, call.args, keyword, scope);
  if (named) return named;
  if (keyword !== undefined && locator.inOptions) {
    const option = optionIn(evaluator, call, keyword, scope);
    if (option) return option;
  }
  const given = arg === undefined ? undefined : positional(evaluator, call.args, arg, scope);
  if (given) return given;
  const spread = keyword === undefined ? undefined : spreadKeyword(evaluator, call.args, keyword, scope);
  if (spread) return spread;
  if (locator.trailing) {
    const last = call.args.at(-1);
    if (last?.trailing) return evaluator.evaluate(last.value, scope);
  }
  return locator.keywords && call.args.some(({ name }) => name !== undefined)
    ? keywordsOf(evaluator, call.args, scope)
    : undefined;
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
