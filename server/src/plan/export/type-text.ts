import type { ValueConstraint } from '../plan.ts';

/** `string`, `number or null`, `array of string`, `any`. */
export function typeText({ types, enum: values, const: constant, items }: ValueConstraint): string {
  const [only, more] = types ?? [];
  if (only === 'array' && more === undefined && items) return `array of ${typeText(items)}`;
  if (types) return types.join(' or ');
  return values || constant ? 'one of the values' : 'any';
}

/** What a value must be beside its type: `one of "a", "b"`, `at least 0`. Empty where nothing is said. */
export function valueText(value: ValueConstraint): string {
  const listed = value.enum ?? value.items?.enum;
  return [
    ...(value.const ? [JSON.stringify(value.const.value)] : []),
    ...(listed ? [`one of ${listed.map(item => JSON.stringify(item.value)).join(', ')}`] : []),
    ...(value.pattern ? [`matches ${value.pattern.value}`] : []),
    ...(value.format === undefined ? [] : [`format ${value.format}`]),
    ...(value.minimum === undefined ? [] : [`at least ${value.minimum}`]),
    ...(value.maximum === undefined ? [] : [`at most ${value.maximum}`]),
    ...(value.exclusiveMinimum === undefined ? [] : [`more than ${value.exclusiveMinimum}`]),
    ...(value.exclusiveMaximum === undefined ? [] : [`less than ${value.exclusiveMaximum}`]),
    ...(value.minLength === undefined ? [] : [`at least ${value.minLength} characters`]),
    ...(value.maxLength === undefined ? [] : [`at most ${value.maxLength} characters`]),
    ...(value.minItems === undefined ? [] : [`at least ${value.minItems} items`]),
    ...(value.maxItems === undefined ? [] : [`at most ${value.maxItems} items`]),
  ].join(', ');
}
