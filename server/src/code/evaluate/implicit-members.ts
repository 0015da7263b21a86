import type { Class, Name, Unit } from '../facts.ts';
import { hasImplicitThis } from '../language-families.ts';
import { classMember } from './classes.ts';
import { selfOf } from './env.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import type { ClassValue, Value } from './value.ts';

/**
 * What a bare name stands for that is a member of a class around it, declared in a parent, an extension or another file;
 * undefined where none of them has it.
 */
export function implicitMember(evaluator: Evaluator, expr: Name, scope: Scope, only?: 'method'): Value | undefined {
  if (!hasImplicitThis(scope.file.language)) return undefined;
  const around = classesAround(scope.unit, expr.at);
  const [own] = around;
  if (expr.name === 'new' && own && scope.file.language === 'ruby')
    return [{ v: 'class', file: scope.file, unit: scope.unit, cls: own, env: evaluator.module }];
  for (const [index, cls] of around.entries()) {
    // What a class inherits from is not looked up in the class.
    if (cls.extends.some(parent => parent.at <= expr.at && expr.at < parent.end)) continue;
    if (cls.extends.length === 0 && !cls.extension && index > 0 && cls.members.every(({ name }) => name !== expr.name))
      continue;
    const of: ClassValue = { v: 'class', file: scope.file, unit: scope.unit, cls, env: evaluator.module };
    const self: Value = (index === 0 ? selfOf(scope.env) : undefined) ?? [{ v: 'instance', of }];
    for (const isStatic of [false, true]) {
      const value = classMember(evaluator, of, expr.name, isStatic, isStatic ? [of] : self, undefined, 0, only);
      if (value.length > 0 && !value.every(alternative => alternative.v === 'unknown')) return value;
    }
  }
  return undefined;
}

/** The classes in which a place stands, the innermost first; a method that is added from outside stands in its class too. */
export function classesAround(unit: Unit, at: number): readonly Class[] {
  const found = unit.classes.filter(cls => cls.at <= at && at < cls.end);
  for (const fn of unit.functions) {
    const cls = unit.classes[fn.cls ?? -1];
    if (cls && fn.at <= at && at < fn.end && !found.includes(cls)) found.push(cls);
  }
  return found.sort((a, b) => b.at - a.at);
}
