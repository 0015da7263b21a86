import type { Unit } from '../facts.ts';
import type { Env, Value } from './value.ts';

/** The frame of the function `fn` of `unit` that `env` stands in, if its call was entered. */
export function frameOf(env: Env, unit: Unit, fn: number): Env | undefined {
  for (let at: Env | undefined = env; at; at = at.outer) if (at.unit === unit && at.fn === fn) return at;
  return undefined;
}

/** The value of `this` for code in `env`, if a call gave one. */
export function selfOf(env: Env): Value | undefined {
  for (let at: Env | undefined = env; at; at = at.outer) if (at.self) return at.self;
  return undefined;
}
