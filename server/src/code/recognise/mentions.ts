import type { CodeFile, Expr } from '../facts.ts';
import { readsName } from './aliases.ts';
import { handedEverywhere } from './everyday.ts';
import type { NameTest } from './known-names.ts';
import { callsByName } from './names.ts';

/** Whether a file calls something by a name, or gives it another one. */
export function uses(file: CodeFile, word: string): boolean {
  return callsByName(file).has(word) || readsName(file, word);
}

/** Whether an expression ends in one of the names, but for those that say nothing. */
export function isNamed(expr: Expr, names: NameTest): boolean {
  return (expr.k === 'name' || expr.k === 'member') && names.has(expr.name) && !handedEverywhere.has(expr.name);
}
