import type { CodeFile } from '../facts.ts';
import type { Evaluator } from './evaluator.ts';
import type { Value } from './value.ts';

/**
 * A class of Ruby that a module holds which is opened in several files: inside of it, `BaseController` means the one of another
 * file, and outside of it `Admin::BaseController` does. Undefined where no file declares it, and for what is no constant.
 */
export function nestedClass(
  evaluator: Evaluator,
  holder: string | undefined,
  name: string,
  file: CodeFile,
): Value | undefined {
  if (file.language !== 'ruby' || holder === undefined || !/^[A-Z]/.test(name)) return undefined;
  const all = evaluator.program.nested(file, holder, name);
  // A module that is opened in many files is looked at in one of them for what it holds in all of them.
  const areModules = all.length > mostClasses && all.every(({ cls }) => cls.kind === 'interface');
  const found = areModules ? all.slice(0, 1) : all;
  if (found.length === 0 || found.length > mostClasses) return undefined;
  return found.map(({ file: at, unit, cls }) => ({ v: 'class', file: at, unit, cls, env: evaluator.module }));
}

/** Of a name that more classes have it is not known which one is meant. */
const mostClasses = 6;
