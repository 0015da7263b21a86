import type { CheckedType } from './type-checker.ts';

/** What is one of several; undefined as soon as one of them can be anything, or where there is none. */
export function checkedUnion(parts: readonly (CheckedType | undefined)[]): CheckedType | undefined {
  const known = parts.filter(part => part !== undefined);
  const [first, more] = known;
  if (!first || known.length < parts.length) return undefined;
  if (!more) return first;
  const solid = known.filter(part => part.types.some(type => type !== 'null'));
  const lone = solid.length === 1 ? solid[0] : undefined;
  const values = known.every(part => part.values) ? [...new Set(known.flatMap(part => part.values ?? []))] : undefined;
  // `true | false` is how compilers spell boolean.
  const isBoolean = values?.includes(true) === true && values.includes(false);
  return {
    types: [...new Set(known.flatMap(part => part.types))],
    ...(values && !isBoolean && { values }),
    ...(known.some(part => part.optional) && { optional: true }),
    ...(lone?.members && { members: lone.members }),
    ...(lone?.items && { items: lone.items }),
  };
}
