import type { Arg } from '../facts.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { union, type Value } from './value.ts';

/** The argument with a keyword, written as such or brought by `**options`; undefined where none is given. */
export function keywordIn(evaluator: Evaluator, args: readonly Arg[], name: string, scope: Scope): Value | undefined {
  const named = args.find(arg => arg.name === name);
  if (named) return evaluator.evaluate(named.value, scope);
  const spread = args.find(({ value }) => value.k === 'spread' && value.keywords);
  if (spread?.value.k !== 'spread') return undefined;
  const members = evaluator.memberOf(evaluator.evaluate(spread.value.value, scope), name, scope);
  const given = members.filter(alternative => !(alternative.v === 'scalar' && alternative.value === undefined));
  return given.length === 0 ? undefined : union([given]);
}
