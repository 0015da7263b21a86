import type { Class, ClassMember } from '../facts.ts';
import type { Env } from './value.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { typeOfParameter } from './parameter-types.ts';
import { valueOfType } from './types.ts';
import { union, unknown, type Alternative, type ClassValue, type FunctionValue, type Value } from './value.ts';

/** A member of a class or of an instance, its parents included. `self` is what `this` stands for in it. */
export function classMember(
  evaluator: Evaluator,
  of: ClassValue,
  name: string,
  isStatic: boolean,
  self: Value,
  frame?: Env,
  depth = 0,
): Value {
  evaluator.program.touch(of.unit);
  const members = of.cls.members.filter(member => member.name === name && member.static === isStatic);
  const member = members.find(({ kind }) => kind !== 'setter');
  if (member) return valueOfMember(evaluator, of, member, self, frame);
  if (depth > 12) return unknown('the classes form a circle');
  for (const parent of of.cls.extends) {
    const value = evaluator.evaluate(parent, scopeOf(of, evaluator));
    const inherited = union(
      value.map(alternative => inheritedFrom(evaluator, alternative, name, isStatic, self, depth)),
    );
    if (!inherited.every(alternative => alternative.v === 'unknown')) return inherited;
  }
  return unknown(`"${name}" is not declared in ${of.cls.name ?? 'the class'}`);
}

function inheritedFrom(
  evaluator: Evaluator,
  parent: Alternative,
  name: string,
  isStatic: boolean,
  self: Value,
  depth: number,
): Value {
  if (parent.v === 'class') return classMember(evaluator, parent, name, isStatic, self, undefined, depth + 1);
  if (parent.v === 'sdk') return [{ ...parent, path: [...parent.path, name] }];
  return unknown('the parent class is not known');
}

/** Where the class's own expressions are looked up. */
export function scopeOf(
  of: ClassValue,
  evaluator: Evaluator,
  env: Env = of.env.unit ? of.env : evaluator.module,
): Scope {
  return { file: of.file, unit: of.unit, env };
}

function valueOfMember(
  evaluator: Evaluator,
  of: ClassValue,
  member: ClassMember,
  self: Value,
  frame: Env | undefined,
): Value {
  const base = frame ?? (of.env.unit ? of.env : evaluator.module);
  const env: Env = { ...base, self, memo: new Map(), ...(frame && { outer: frame }) };
  const scope: Scope = { file: of.file, unit: of.unit, env };
  if (member.kind === 'method' && member.fn !== undefined) {
    return [{ v: 'function', file: of.file, unit: of.unit, fn: member.fn, env, self }];
  }
  if (member.kind === 'getter' && member.fn !== undefined) {
    const getter: FunctionValue = { v: 'function', file: of.file, unit: of.unit, fn: member.fn, env, self };
    return evaluator.apply(getter, undefined, scope);
  }
  const value = fieldValue(evaluator, of, member, scope, frame);
  if (of.cls.kind !== 'enum' || !member.static) return value;
  return value.map(alternative =>
    alternative.v === 'instance' ? { ...alternative, constant: member.name } : alternative,
  );
}

function fieldValue(
  evaluator: Evaluator,
  of: ClassValue,
  member: ClassMember,
  scope: Scope,
  frame: Env | undefined,
): Value {
  const values: Value[] = [];
  if (member.init) values.push(evaluator.evaluate(member.init, scope));
  if (member.param !== undefined && of.cls.ctor !== undefined)
    values.push(constructed(evaluator, of.cls.ctor, member.param, scope, frame));
  for (const write of member.writes)
    if (write.path.length === 0 && write.op !== 'other' && write.op !== '+=')
      values.push(evaluator.evaluate(write.value, scope));
  const known = union(values).filter(
    alternative => !(alternative.v === 'scalar' && alternative.value === null) && !(alternative.v === 'unknown'),
  );
  if (known.length > 0) return known;
  if (member.type) return valueOfType(evaluator, { type: member.type, file: of.file, unit: of.unit });
  return values.length > 0 ? union(values) : unknown(`"${member.name}" is set elsewhere`);
}

/** A field that the constructor's parameter fills: the argument where the instance's creation was seen, else its type. */
function constructed(evaluator: Evaluator, ctor: number, param: number, scope: Scope, frame: Env | undefined): Value {
  if (frame?.unit === scope.unit && frame.fn === ctor) return frame.argument(param);
  const declared = scope.unit.functions[ctor]?.params[param];
  const fallback = declared?.fallback;
  if (fallback) return evaluator.evaluate(fallback, scope);
  const type = typeOfParameter(evaluator, scope, ctor, param);
  const value = type && valueOfType(evaluator, type);
  if (value) return value;
  return unknown(`"${declared?.name ?? 'it'}" is given to the constructor`);
}

/** The class and its parents that are classes of the workspace, nearest first. */
export function ancestry(
  evaluator: Evaluator,
  of: ClassValue,
): readonly { readonly unit: ClassValue['unit']; readonly cls: Class }[] {
  const all: ClassValue[] = [of];
  for (let at = 0; at < all.length && all.length < 16; at++) {
    const current = all[at];
    if (!current) break;
    for (const parent of current.cls.extends) {
      for (const value of evaluator.evaluate(parent, scopeOf(current, evaluator)))
        if (value.v === 'class') all.push(value);
    }
  }
  return all;
}
