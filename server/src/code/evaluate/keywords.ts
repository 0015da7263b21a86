import type { Arg } from '../facts.ts';
import { placeOf, type Evaluator, type Scope } from './evaluator.ts';
import { objectOf, union, type Field, type ParameterValue, type Value } from './value.ts';

/** The argument with a keyword; undefined where none is written. */
export function keywordIn(evaluator: Evaluator, args: readonly Arg[], name: string, scope: Scope): Value | undefined {
  const named = args.find(arg => arg.name === name);
  return named && evaluator.evaluate(named.value, scope);
}

/** The argument with a keyword that `**options` may bring; undefined where it brings none. */
export function spreadKeyword(
  evaluator: Evaluator,
  args: readonly Arg[],
  name: string,
  scope: Scope,
): Value | undefined {
  const spread = args.find(({ value }) => value.k === 'spread' && value.keywords);
  if (spread?.value.k !== 'spread') return undefined;
  const members = evaluator.memberOf(evaluator.evaluate(spread.value.value, scope), name, scope);
  const given = members.filter(alternative => !(alternative.v === 'scalar' && alternative.value === undefined));
  return given.length === 0 ? undefined : union([given]);
}

/** The keyword arguments of a call as an object, but for those of some names. */
export function keywordsOf(
  evaluator: Evaluator,
  args: readonly Arg[],
  scope: Scope,
  but: ReadonlySet<string | undefined> = new Set(),
): Value {
  const fields = new Map<string, Field>();
  for (const { name, nameAt, value } of args) {
    if (name === undefined || but.has(name)) continue;
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
  const spreads: ParameterValue[] = [];
  let open: string | undefined;
  for (const { value } of args) {
    if (value.k !== 'spread' || !value.keywords) continue;
    const [only, more] = evaluator.evaluate(value.value, scope);
    if (only?.v === 'object' && !more) {
      for (const [name, field] of only.fields) if (!but.has(name) && !fields.has(name)) fields.set(name, field);
      spreads.push(...(only.spreads ?? []));
      open ??= only.open;
    } else {
      if (only?.v === 'parameter' && !more && !only.derived) spreads.push(only);
      open ??= 'keyword arguments are spread';
    }
  }
  return [{ ...objectOf(fields, open), ...(spreads.length > 0 && { spreads }) }];
}
