import type { CheckedType } from '../../server/src/base/type-checker.ts';

/** A checked type on one line, near to how TypeScript writes it: `"a" | "b"`, `string | null | undefined`, `(number)[]`. */
export function printType(type: CheckedType | undefined): string {
  if (!type) return 'unknown';
  const { types, values, members, items, optional } = type;
  const printed = values
    ? values.map(value => JSON.stringify(value))
    : types.map(each => {
        if (each === 'array' && items) return `(${printType(items)})[]`;
        if (each !== 'object' || !members) return each;
        const shown = members.map(member => `${member.name}${member.optional ? '?' : ''}: ${printType(member.type)}`);
        return `{ ${shown.join(', ')} }`;
      });
  return [...printed, ...(optional ? ['undefined'] : [])].join(' | ');
}
