import type { Evaluator } from './evaluator.ts';
import type { ClassValue, Value } from './value.ts';

/**
 * What a module of Ruby, a trait or an abstract class of PHP calls without declaring it: a member of the classes that include
 * it. Undefined where none of them has it.
 */
export function mixedIn(
  evaluator: Evaluator,
  { file, cls }: ClassValue,
  isStatic: boolean,
  read: (of: ClassValue, self: Value) => Value,
): Value | undefined {
  const canBeMixed = file.language === 'php' || (file.language === 'ruby' && cls.kind === 'interface');
  if (!canBeMixed || cls.name === undefined) return undefined;
  for (const user of evaluator.program.related(file, cls.name).slice(0, mostUsers)) {
    if (user.isExtension || user.cls === cls) continue;
    const of: ClassValue = { v: 'class', file: user.file, unit: user.unit, cls: user.cls, env: evaluator.module };
    const value = read(of, [isStatic ? of : { v: 'instance', of }]);
    if (value.length > 0 && !value.every(({ v }) => v === 'unknown')) return value;
  }
  return undefined;
}

/** How many classes that include a module are looked at. */
const mostUsers = 20;
