import type { TypeExpr } from '../facts.ts';
import type { Evaluator } from './evaluator.ts';
import { isNullish, type Alternative, type Value } from './value.ts';

/** Whether a value may be null or undefined, as far as is known; a parameter is what its type says. */
export function mayBeNullish(evaluator: Evaluator, value: Value): boolean {
  return value.some(alternative => isNullish(alternative) || typedValue(evaluator, alternative).some(isNullish));
}

/** Whether a value may be undefined, as far as is known. */
export function mayBeUndefined(evaluator: Evaluator, value: Value): boolean {
  const isUndefined = (alternative: Alternative): boolean =>
    alternative.v === 'scalar' && alternative.value === undefined;
  return value.some(alternative => isUndefined(alternative) || typedValue(evaluator, alternative).some(isUndefined));
}

/** What is left of a value where it is neither null nor undefined. */
export function withoutNullish(value: Value): Value {
  return value
    .filter(alternative => !isNullish(alternative))
    .map(alternative => retyped(alternative, type => ({ t: 'reference', name: 'NonNullable', args: [type] })));
}

/** What is left of a value where it is not undefined. */
export function withoutUndefined(value: Value): Value {
  return value
    .filter(alternative => alternative.v !== 'scalar' || alternative.value !== undefined)
    .map(alternative =>
      retyped(alternative, type => ({
        t: 'reference',
        name: 'Exclude',
        args: [type, { t: 'primitive', name: 'undefined' }],
      })),
    );
}

/** What is known by its type only keeps the part of the type that `change` leaves. */
export function retyped(alternative: Alternative, change: (type: TypeExpr) => TypeExpr): Alternative {
  if ((alternative.v !== 'typed' && alternative.v !== 'parameter') || !alternative.type) return alternative;
  if (!composed.has(alternative.type.type.t)) return alternative;
  return { ...alternative, type: { ...alternative.type, type: change(alternative.type.type) } };
}

/** Kinds of types that may have null or undefined in them. */
const composed: ReadonlySet<TypeExpr['t']> = new Set<TypeExpr['t']>(['union', 'reference', 'index', 'typeof']);

function typedValue(evaluator: Evaluator, alternative: Alternative): Value {
  return alternative.v === 'parameter' && alternative.type && !alternative.derived
    ? evaluator.valueOfType(alternative.type)
    : [];
}
