import type { Choice, Expr } from '../facts.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import type { Alternative, InstanceValue } from './value.ts';

/**
 * The options that a choice between cases can take, as far as what is compared is known: a constant, or one of an enum.
 * Undefined where it is not.
 */
export function chosenOptions(evaluator: Evaluator, expr: Choice, scope: Scope): readonly Expr[] | undefined {
  const { test, cases, options } = expr;
  if (!test || !cases) return undefined;
  const subjects = evaluator.evaluate(test, scope).map(identityOf);
  if (subjects.length === 0 || subjects.length > 60 || subjects.includes(undefined)) return undefined;
  const patterns = cases.map(each =>
    each?.map(pattern => evaluator.evaluate(pattern, scope).map(alternative => patternIdentity(alternative))),
  );
  const taken = new Set<number>();
  for (const subject of subjects) {
    let isFound = false;
    for (const [index, alternatives] of patterns.entries()) {
      if (!alternatives || isFound) continue;
      const matches = alternatives.flat();
      const isSure = matches.length === 1 && matches[0] === subject;
      if (alternatives.some(each => each.length === 0 || each.includes(undefined) || each.includes(subject)))
        taken.add(index);
      isFound = isSure || alternatives.some(each => each.length === 1 && each[0] === subject);
    }
    if (!isFound) {
      const fallback = patterns.indexOf(undefined);
      if (fallback >= 0) taken.add(fallback);
    }
  }
  return [...taken].sort((a, b) => a - b).flatMap(index => options[index] ?? []);
}

/** A text that is the same for the same constant; undefined where it is none. */
export function identityOf(alternative: Alternative): string | undefined {
  if (alternative.v === 'scalar') return `${typeof alternative.value} ${String(alternative.value)}`;
  if (alternative.v === 'class' && alternative.cls.kind === 'object') return `object ${String(alternative.cls.name)}`;
  if (alternative.v !== 'instance') return undefined;
  const name = alternative.constant ?? caseName(alternative);
  return name === undefined ? undefined : `constant ${name}`;
}

/** An enum's case that is made with values is written as the function that makes it. */
function patternIdentity(alternative: Alternative): string | undefined {
  if (alternative.v !== 'function') return identityOf(alternative);
  const name = alternative.unit.functions[alternative.fn]?.name;
  return name === undefined ? undefined : `constant ${name}`;
}

/** The name that the case of an enum was made with. */
function caseName({ of, frame }: InstanceValue): string | undefined {
  if (of.cls.kind !== 'enum' || !frame?.unit) return undefined;
  const params = frame.unit.functions[frame.fn]?.params ?? [];
  const index = params.findIndex(param => param.name === 'name' || param.name === '$name');
  const [name] = index < 0 ? [] : frame.argument(index);
  return name?.v === 'scalar' && typeof name.value === 'string' ? name.value : undefined;
}
