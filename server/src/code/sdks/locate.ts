import type { Locator } from '../sdk.ts';

/** The argument at a position, or a path into it. */
export function arg(index: number, ...path: string[]): Locator {
  return { arg: index, path };
}

/** A keyword or labelled argument, or a path into it. */
export function keyword(name: string, ...path: string[]): Locator {
  return { keyword: name, path };
}
