import type { Range } from '../../base/text.ts';
import type { Scalar, ValueType } from '../../base/vocabulary.ts';
import type { SentType, SentValue } from '../../code/track-call.ts';
import type { ValueConstraint } from '../../plan/plan.ts';
import { allowedTypes, expectedTypes, faultOfValue, fits, typeOf, type ValueFault } from '../../plan/value.ts';
import { list, quote } from '../phrase.ts';

/** What a value that a call sends breaks. */
export interface SentFault {
  readonly is: 'type' | 'value';
  readonly range: Range;
  /** What leads from the property to the value: `[]` for the items of an array. */
  readonly path: string;
  /** Ends a sentence on the value: `must be a number; this is a string`. */
  readonly says: string;
  readonly value: SentValue;
  readonly constraint: ValueConstraint;
  /** The only value that the expression has, where it is known. */
  readonly only?: Scalar;
  readonly fault?: ValueFault;
}

/** Everything that a value surely breaks, and then its items; nothing where it may be right. */
export function faultsOf(value: SentValue, constraint: ValueConstraint, path = ''): readonly SentFault[] {
  const { values = [], types = [], items } = value;
  const own =
    values.length > 0
      ? faultsOfValues(value, values, constraint, path)
      : types.length > 0
        ? faultsOfTypes(value, types, constraint, path)
        : [];
  return items && constraint.items ? [...own, ...faultsOf(items, constraint.items, `${path}[]`)] : own;
}

/** Each value that the expression can have is checked: one that is wrong will be sent one day. */
function faultsOfValues(
  value: SentValue,
  values: readonly Scalar[],
  constraint: ValueConstraint,
  path: string,
): readonly SentFault[] {
  const faults = values.flatMap(each => {
    const fault = faultOfValue(each, constraint);
    return fault ? [{ each, fault }] : [];
  });
  if (faults.length === 0) return [];
  return (['type', 'value'] as const).flatMap(is => {
    const wrong = faults.filter(({ fault }) => (fault.keyword === 'type') === (is === 'type'));
    const first = wrong[0];
    if (!first) return [];
    const found = list([...new Set(wrong.map(({ each }) => (is === 'type' ? shownType(each) : quote(each))))], 'or');
    const verb = wrong.length < values.length ? 'it may be' : is === 'type' ? 'this is' : 'found';
    return [
      {
        is,
        range: value.range,
        path,
        says: `must be ${first.fault.expected}; ${verb} ${found}`,
        value,
        constraint,
        ...(values.length === 1 && { only: first.each }),
        fault: first.fault,
      },
    ];
  });
}

/** A static type is wrong where none of its members fits, and where it surely has `null` for what must not be null. */
function faultsOfTypes(
  value: SentValue,
  types: readonly SentType[],
  constraint: ValueConstraint,
  path: string,
): readonly SentFault[] {
  const allowed = allowedTypes(constraint);
  if (!allowed) return [];
  const isRight = (type: SentType): boolean => sentAs(type).some(sent => fits(sent, allowed));
  const isNull = types.includes('null') && !allowed.includes('null');
  if (types.some(isRight) && !isNull) return [];
  const expected = `must be ${expectedTypes(allowed)}`;
  const found = { is: 'type', range: value.range, path, value, constraint } as const;
  const what = types.some(isRight) ? 'it may be null' : `this is ${list(types.map(shown), 'or')}`;
  return [{ ...found, says: `${expected}; ${what}` }];
}

/** What a value of the type is once it is sent as JSON. Functions are not sent at all. */
function sentAs(type: SentType): readonly ValueType[] {
  switch (type) {
    case 'date':
      return ['string'];
    case 'bigint':
      return ['integer'];
    case 'function':
      return [];
    default:
      return [type];
  }
}

function shown(type: SentType): string {
  switch (type) {
    case 'date':
      return 'a Date, which is sent as a string';
    case 'bigint':
      return 'a bigint';
    case 'function':
      return 'a function';
    default:
      return expectedTypes([type]);
  }
}

/** `the string "5"`; a fraction where an integer must be is shown as it is. */
function shownType(value: Scalar): string {
  if (value === null) return 'null';
  return typeof value === 'string'
    ? `the string ${quote(value)}`
    : `the ${typeOf(value) === 'boolean' ? 'boolean' : 'number'} ${quote(value)}`;
}
