import type { Class, CodeFile, Fn, Name, Unit } from '../facts.ts';
import type { LanguageId } from '../language-id.ts';
import { membersNamed } from './class-members.ts';
import { hasImplicitThis } from '../language-families.ts';
import { classMember } from './classes.ts';
import { pathOfClass } from '../ruby-paths.ts';
import { nestedClass } from './nested-classes.ts';
import { selfOf } from './env.ts';
import { wholeOf, withParts, type ClassAt } from './parts.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import type { ClassValue, Value } from './value.ts';

/**
 * What a bare name stands for that is a member of a class around it, declared in a parent, an extension or another file;
 * undefined where none of them has it.
 */
export function implicitMember(evaluator: Evaluator, expr: Name, scope: Scope, only?: 'method'): Value | undefined {
  if (!hasImplicitThis(scope.file.language) || expr.outermost) return undefined;
  const around = classesAround(scope.file, scope.unit, expr.at);
  const own = around[0]?.cls;
  if (expr.name === 'new' && around[0] && scope.file.language === 'ruby')
    return [{ v: 'class', file: scope.file, ...around[0], env: evaluator.module }];
  // What a class inherits from is not looked up in the class.
  const isParent = ({ unit, cls }: ClassAt): boolean =>
    unit === scope.unit && cls.extends.some(({ at, end }) => at <= expr.at && expr.at < end);
  if (!own || selfOf(scope.env) || around.some(isParent))
    return memberAround(
      evaluator,
      expr.name,
      around.filter(each => !isParent(each)),
      own,
      scope,
      only,
      around.find(isParent)?.cls,
    );
  const key = keyOf(own, `${only ?? ''} ${expr.name}`);
  const known = evaluator.module.memo.get(key);
  if (known) return known === missing ? undefined : known;
  const value = memberAround(evaluator, expr.name, around, own, scope, only);
  evaluator.module.memo.set(key, value ?? missing);
  return value;
}

/** In place of what a name stands for that no class around has. */
const missing: Value = [];

const keys = new WeakMap<Class, Map<string, Name>>();

/** In place of an expression: whoever asks for the same name in the same class is told what was found out before. */
function keyOf(cls: Class, name: string): Name {
  let byName = keys.get(cls);
  if (!byName) keys.set(cls, (byName = new Map<string, Name>()));
  let key = byName.get(name);
  if (!key) byName.set(name, (key = { k: 'name', name, binding: -1, at: cls.at, end: cls.at }));
  return key;
}

function memberAround(
  evaluator: Evaluator,
  name: string,
  around: readonly ClassAt[],
  own: Class | undefined,
  scope: Scope,
  only: 'method' | undefined,
  child?: Class,
): Value | undefined {
  const dispatched = only === undefined ? ofSelf(evaluator, name, own, scope) : undefined;
  if (dispatched) return dispatched;
  for (const { unit, cls } of around) {
    const path = pathOfClass(cls);
    // A class has no class of its own full name for a parent.
    const nested =
      child && `${path}::${name}` === pathOfClass(child) ? undefined : nestedClass(evaluator, path, name, scope.file);
    if (nested) return nested;
    const of: ClassValue = { v: 'class', file: scope.file, unit, cls, env: evaluator.module };
    const isEmpty = (part: ClassValue): boolean => membersNamed(part.cls, name).length === 0;
    if (cls.extends.length === 0 && !cls.extension && cls !== own && withParts(of, name).every(isEmpty)) continue;
    const self: Value = (cls === own ? selfOf(scope.env) : undefined) ?? [{ v: 'instance', of }];
    for (const isStatic of [false, true]) {
      const value = classMember(evaluator, of, name, isStatic, isStatic ? [of] : self, undefined, 0, only);
      if (value.length > 0 && !value.every(alternative => alternative.v === 'unknown')) return value;
    }
  }
  return undefined;
}

/** Languages in which extensions of protocols and interfaces call by bare names what each type has of its own. */
const dispatching: ReadonlySet<LanguageId> = new Set(['swift', 'kotlin']);

/** A member of the very thing that a method of a parent or a protocol was called on, which may have its own of the name. */
function ofSelf(evaluator: Evaluator, name: string, own: Class | undefined, scope: Scope): Value | undefined {
  const self = dispatching.has(scope.file.language) ? selfOf(scope.env) : undefined;
  const isInstance =
    self !== undefined && self.length > 0 && self.every(each => each.v === 'instance' && each.of.cls !== own);
  const value = isInstance ? evaluator.memberOf(self, name, scope) : [];
  return value.length === 0 || value.some(({ v }) => v === 'unknown') ? undefined : value;
}

/** The classes in which a place stands, the innermost first; a method that is added from outside stands in its class too. */
export function classesAround(file: CodeFile, unit: Unit, at: number): readonly ClassAt[] {
  const found = unit.classes.filter(cls => cls.at <= at && at < cls.end);
  for (const { fn, cls } of addedMethods(unit)) if (fn.at <= at && at < fn.end && !found.includes(cls)) found.push(cls);
  return found.sort((a, b) => b.at - a.at).map(cls => wholeOf(file, unit, cls));
}

const added = new WeakMap<Unit, readonly { readonly fn: Fn; readonly cls: Class }[]>();

/** The methods of a unit that stand outside of their classes. */
function addedMethods(unit: Unit): readonly { readonly fn: Fn; readonly cls: Class }[] {
  let methods = added.get(unit);
  if (!methods) {
    methods = unit.functions.flatMap(fn => {
      const cls = unit.classes[fn.cls ?? -1];
      return cls && (fn.at < cls.at || cls.end < fn.end) ? [{ fn, cls }] : [];
    });
    added.set(unit, methods);
  }
  return methods;
}
