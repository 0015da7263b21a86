import type { Scalar, ValueType } from '../base/vocabulary.ts';
import { testPattern } from './pattern.ts';
import type { ValueConstraint } from './plan.ts';
import { hasFormat } from './string-format.ts';

/** What a value breaks. */
export interface ValueFault {
  readonly keyword:
    | 'type'
    | 'const'
    | 'enum'
    | 'pattern'
    | 'format'
    | 'minimum'
    | 'maximum'
    | 'exclusiveMinimum'
    | 'exclusiveMaximum'
    | 'minLength'
    | 'maxLength'
    | 'minItems'
    | 'maxItems';
  /** Completes "the value must be …": `one of "USD", "EUR"`, `at least 0`. */
  readonly expected: string;
}

/**
 * The first thing that a known value breaks; undefined where it breaks nothing that can be checked. Fast enough for every
 * keystroke, and linear in the value whatever the pattern.
 */
export function faultOfValue(value: Scalar, constraint: ValueConstraint): ValueFault | undefined {
  const allowed = allowedTypes(constraint);
  if (allowed && !allowed.some(type => isOfType(value, type)))
    return { keyword: 'type', expected: expectedTypes(allowed) };
  if (constraint.const && constraint.const.value !== value) {
    return { keyword: 'const', expected: show(constraint.const.value) };
  }
  if (constraint.enum && !constraint.enum.some(item => item.value === value)) {
    return { keyword: 'enum', expected: oneOf(constraint.enum.map(item => item.value)) };
  }
  if (typeof value === 'string') return faultOfText(value, constraint);
  return typeof value === 'number' ? faultOfNumber(value, constraint) : undefined;
}

/** What is wrong with a list of this many items. */
export function faultOfLength(length: number, { minItems, maxItems }: ValueConstraint): ValueFault | undefined {
  if (minItems !== undefined && length < minItems) {
    return { keyword: 'minItems', expected: `a list of at least ${count(minItems, 'item')}` };
  }
  if (maxItems !== undefined && length > maxItems) {
    return { keyword: 'maxItems', expected: `a list of at most ${count(maxItems, 'item')}` };
  }
  return undefined;
}

/**
 * Whether a value of one of the static types may be what the constraint asks for. A `number` may turn out to be an
 * `integer`, so only what can never fit is false.
 */
export function mayMatch(types: readonly ValueType[], constraint: ValueConstraint): boolean {
  const allowed = allowedTypes(constraint);
  return !allowed || types.some(type => fits(type, allowed));
}

/** Whether a static type may be one of the allowed types. */
export function fits(type: ValueType, allowed: readonly ValueType[]): boolean {
  if (allowed.includes(type)) return true;
  return (type === 'integer' && allowed.includes('number')) || (type === 'number' && allowed.includes('integer'));
}

/** The types that a constraint leaves: those it names, or those of the values that it lists. Undefined: any. */
export function allowedTypes(constraint: ValueConstraint): readonly ValueType[] | undefined {
  if (constraint.types) return constraint.types;
  if (constraint.const) return [typeOf(constraint.const.value)];
  return constraint.enum && [...new Set(constraint.enum.map(item => typeOf(item.value)))];
}

/** The type of a value, the narrower of two. */
export function typeOf(value: Scalar): ValueType {
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'string' ? 'string' : 'boolean';
}

/** `a string`, `a number or null`. */
export function expectedTypes(types: readonly ValueType[]): string {
  return types.map(type => typeNames[type]).join(' or ');
}

const typeNames: Readonly<Record<ValueType, string>> = {
  string: 'a string',
  number: 'a number',
  integer: 'an integer',
  boolean: 'a boolean',
  array: 'an array',
  object: 'an object',
  null: 'null',
};

function isOfType(value: Scalar, type: ValueType): boolean {
  const own = typeOf(value);
  return own === type || (own === 'integer' && type === 'number');
}

function faultOfText(value: string, constraint: ValueConstraint): ValueFault | undefined {
  const { minLength, maxLength, pattern, format } = constraint;
  // Characters as people count them, not UTF-16 units.
  const length = minLength === undefined && maxLength === undefined ? 0 : Array.from(value).length;
  if (minLength !== undefined && length < minLength) {
    return { keyword: 'minLength', expected: `at least ${count(minLength, 'character')} long` };
  }
  if (maxLength !== undefined && length > maxLength) {
    return { keyword: 'maxLength', expected: `at most ${count(maxLength, 'character')} long` };
  }
  if (pattern && testPattern(pattern.value, value) === false) {
    return { keyword: 'pattern', expected: `text that matches \`${pattern.value}\`` };
  }
  if (format !== undefined && hasFormat(value, format) === false) {
    return { keyword: 'format', expected: `text in the format \`${format}\`` };
  }
  return undefined;
}

function faultOfNumber(value: number, constraint: ValueConstraint): ValueFault | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = constraint;
  if (minimum !== undefined && value < minimum) return { keyword: 'minimum', expected: `at least ${minimum}` };
  if (maximum !== undefined && value > maximum) return { keyword: 'maximum', expected: `at most ${maximum}` };
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) {
    return { keyword: 'exclusiveMinimum', expected: `greater than ${exclusiveMinimum}` };
  }
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) {
    return { keyword: 'exclusiveMaximum', expected: `less than ${exclusiveMaximum}` };
  }
  return undefined;
}

/** Long lists are cut, since a message is read in one line. */
function oneOf(values: readonly Scalar[]): string {
  if (values.length === 1) return show(values[0] ?? null);
  const shown = values.slice(0, 10).map(show).join(', ');
  return values.length > 10 ? `one of ${shown}, … (${values.length} values)` : `one of ${shown}`;
}

function show(value: Scalar): string {
  return JSON.stringify(value);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
