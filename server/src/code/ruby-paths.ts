import type { Class } from './facts.ts';

/** The full name of a class or module of Ruby: `Shop::Admin::BaseController`. */
export function pathOfClass({ name, within }: Pick<Class, 'name' | 'within'>): string {
  return within === undefined ? String(name) : `${within}::${String(name)}`;
}
