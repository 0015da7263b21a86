import type { Scalar } from '../../base/vocabulary.ts';
import type { Located } from '../../base/text.ts';
import type { ValueConstraint } from '../plan.ts';
import { allowedTypes } from '../value.ts';

/** Words beyond these in a branch are more than a type or a list of values. */
const simple: ReadonlySet<string> = new Set(['types', 'enum', 'const']);

/**
 * What all branches of `anyOf` or `oneOf` leave possible: any of the values where each branch lists its own, or any of the
 * types. `isWhole` says whether nothing of the branches is lost by that. No branch at all leaves everything possible.
 */
export function alternatives(branches: readonly ValueConstraint[]): {
  readonly constraint: ValueConstraint;
  readonly isWhole: boolean;
} {
  const types = branches.flatMap(branch => [allowedTypes(branch) ?? []].filter(each => each.length > 0));
  const isTyped = branches.length > 0 && types.length === branches.length;
  const all = isTyped ? { types: [...new Set(types.flat())] } : {};
  const values = branches.map(valuesOf).filter(each => each !== undefined);
  const isWhole = branches.every(branch => Object.keys(branch).every(word => simple.has(word)));
  if (branches.length > 0 && values.length === branches.length) {
    return { constraint: { ...all, enum: values.flat() }, isWhole };
  }
  // `null` beside one real branch is how a value is made optional: nothing else is lost by following that branch.
  const [branch, another] = branches.filter(each => each.types?.join() !== 'null');
  const hasNull = branches.length === 2 && branch !== undefined && another === undefined;
  if (hasNull && !branch.enum && !branch.const) return { constraint: { ...branch, ...all }, isWhole: true };
  return { constraint: all, isWhole: isWhole && isTyped && values.length === 0 };
}

function valuesOf(branch: ValueConstraint): readonly Located<Scalar>[] | undefined {
  if (branch.const) return [branch.const];
  if (branch.enum) return branch.enum;
  return undefined;
}
