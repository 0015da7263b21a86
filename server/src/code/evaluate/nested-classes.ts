import type { CodeFile } from '../facts.ts';
import type { Evaluator } from './evaluator.ts';
import type { Value } from './value.ts';

/**
 * A class of Ruby that a module holds which is opened in several files: inside of it, `BaseController` means the one of another
 * file. Undefined where no file declares it, and for what is no constant.
 */
export function nestedClass(
  evaluator: Evaluator,
  holder: string | undefined,
  name: string,
  file: CodeFile,
): Value | undefined {
  if (file.language !== 'ruby' || holder === undefined || !/^[A-Z]/.test(name)) return undefined;
  const found = evaluator.program.nested(file, holder, name);
  if (found.length === 0 || found.length > mostClasses) return undefined;
  return found.map(({ file: at, unit, cls }) => ({ v: 'class', file: at, unit, cls, env: evaluator.module }));
}

/** Of a name that more classes have it is not known which one is meant. */
const mostClasses = 6;
