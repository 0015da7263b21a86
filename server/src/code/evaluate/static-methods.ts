import type { Unit } from '../facts.ts';
import { functionAt } from './nests.ts';

const staticMethods = new WeakMap<Unit, ReadonlySet<number>>();

/** Whether a place stands in a method of a class itself, where `this` and `self` mean the class and no instance of it. */
export function isInStaticMethod(unit: Unit, at: number): boolean {
  const methods = methodsOf(unit);
  if (methods.size === 0) return false;
  for (let fn = functionAt(unit, at); fn >= 0; fn = unit.functions[fn]?.parent ?? -1) {
    if (methods.has(fn)) return true;
    if (unit.functions[fn]?.cls !== undefined) return false;
  }
  return false;
}

function methodsOf(unit: Unit): ReadonlySet<number> {
  let methods = staticMethods.get(unit);
  if (!methods) {
    const found = new Set<number>();
    for (const { members } of unit.classes)
      for (const { static: isStatic, fn } of members) if (isStatic && fn !== undefined) found.add(fn);
    staticMethods.set(unit, (methods = found));
  }
  return methods;
}
