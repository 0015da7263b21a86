import type { CheckedType } from '../../server/src/base/type-checker.ts';
import type { Scalar, StaticType } from '../../server/src/base/vocabulary.ts';
import type { SentValue } from '../../server/src/code/track-call.ts';

/** A checked type on one line, near to how TypeScript writes it: `"a" | "b"`, `string | null | undefined`, `(number)[]`. */
export function printType(type: CheckedType | undefined): string {
  if (!type) return 'unknown';
  const members = type.members?.map(member => `${member.name}${member.optional ? '?' : ''}: ${printType(member.type)}`);
  return print({ ...type, members, items: type.items && printType(type.items) });
}

/** What is known of a value that is sent, in the same words. */
export function printSentValue(value: SentValue | undefined): string {
  if (!value?.types && !value?.values) return value?.optional ? 'unknown | undefined' : 'unknown';
  const members = value.members?.properties.map(member => `${member.name}: ${printSentValue(member.value)}`);
  return print({ ...value, members, items: value.items && printSentValue(value.items) });
}

interface Printable {
  readonly types?: readonly StaticType[] | undefined;
  readonly values?: readonly Scalar[] | undefined;
  readonly optional?: boolean | undefined;
  readonly members: readonly string[] | undefined;
  readonly items: string | undefined;
}

function print({ types = [], values, optional, members, items }: Printable): string {
  const printed = values
    ? values.map(value => JSON.stringify(value))
    : types.map(type => {
        if (type === 'array' && items !== undefined) return `(${items})[]`;
        return type === 'object' && members ? `{ ${members.join(', ')} }` : type;
      });
  return [...printed, ...(optional ? ['undefined'] : [])].join(' | ');
}
