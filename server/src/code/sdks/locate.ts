import type { Locator } from '../sdk.ts';

/** The argument at a position, or a path into it. */
export function arg(index: number, ...path: string[]): Locator {
  return { arg: index, path };
}

/** A keyword or labelled argument, or a path into it. */
export function keyword(name: string, ...path: string[]): Locator {
  return { keyword: name, path };
}

/** An argument with a name that need not be written. */
export function labelled(index: number, name: string): Locator {
  return { arg: index, keyword: name };
}

/** A keyword argument in Ruby, which may stand in a hash. */
export function option(name: string): Locator {
  return { keyword: name, inOptions: true };
}

/** What a method of the result, or an assignment to a member of it, is given. */
export function chained(name: string): Locator {
  return { chained: name };
}

/** An argument in place of which keyword arguments may stand. */
export function argOrKeywords(index: number): Locator {
  return { arg: index, keywords: true };
}

/** An argument in place of which a lambda may stand that puts the entries in. */
export function argOrLambda(index: number): Locator {
  return { arg: index, trailing: true };
}
