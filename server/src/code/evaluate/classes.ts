import { membersNamed } from './class-members.ts';
import type { Class, ClassMember } from '../facts.ts';
import { hasOverloads, isJavaScript } from '../language-families.ts';
import { frameOfParent, isConstructor } from './construct.ts';
import { constantOf } from './constants.ts';
import { isUnfilled, refine } from './conform.ts';
import { applyWrites } from './assignments.ts';
import type { Env } from './value.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { typeOfParameter } from './parameter-types.ts';
import { valueOfType } from './types.ts';
import { parentInApp } from './gem-parents.ts';
import { gettersOf } from './bean-names.ts';
import { mixedIn } from './mixed-in.ts';
import { wholeOf, withParts } from './parts.ts';
import { isNullish, isSolid, union, unknown, type ClassValue, type FunctionValue, type Value } from './value.ts';

/** A member of a class or of an instance, its parents included. `self` is what `this` stands for in it. */
export function classMember(
  evaluator: Evaluator,
  declared: ClassValue,
  name: string,
  isStatic: boolean,
  self: Value,
  frame?: Env,
  depth = 0,
  only?: 'method',
): Value {
  const of = wholeClass(evaluator, declared);
  evaluator.program.touch(of.unit);
  // A value that a protocol asks for and a type does not have itself is what an extension of the protocol gives to all of them.
  const isDefault =
    depth > 0 &&
    of.cls.kind === 'interface' &&
    of.file.language === 'swift' &&
    membersNamed(of.cls, name).some(({ kind }) => kind === 'getter');
  const own =
    (isDefault ? addedMember(evaluator, of, name, isStatic, self, depth, only) : undefined) ??
    ownMember(evaluator, of, name, isStatic, self, frame, only, isDefault) ??
    addedMember(evaluator, of, name, isStatic, self, depth, only);
  const isWhole = !hasOverloads(of.file.language) || !own?.every(({ v }) => v === 'function');
  if (own && (isWhole || depth > 12)) return own;
  const inherited = inheritedMember(evaluator, of, name, isStatic, self, frame, depth, only);
  if (!own) return inherited;
  // Overloads of the method may be declared in an extension or a parent.
  const added = addedMember(evaluator, of, name, isStatic, self, depth, only) ?? [];
  // A header only declares what the implementation does.
  const isHeader = of.file.uri.endsWith('.h');
  const nearest = isHeader ? [...added, ...own] : [...own, ...added];
  const all = [...nearest, ...inherited].filter(each => each.v === 'function');
  return all.filter(({ unit, fn }, index) => all.findIndex(other => other.unit === unit && other.fn === fn) === index);
}

/** The whole of a class that may be a part of one. */
export function wholeClass(evaluator: Evaluator, of: ClassValue): ClassValue {
  const { unit, cls } = wholeOf(of.file, of.unit, of.cls);
  return cls === of.cls ? of : { ...of, unit, cls, env: evaluator.module };
}

function inheritedMember(
  evaluator: Evaluator,
  of: ClassValue,
  name: string,
  isStatic: boolean,
  self: Value,
  frame: Env | undefined,
  depth: number,
  only: 'method' | undefined,
): Value {
  if (depth > 12) return unknown('the classes form a circle');
  const scope = scopeOf(of, evaluator, frame?.unit === of.unit ? evaluator.memberEnv(of, self, frame) : undefined);
  for (const parent of of.cls.extends) {
    const inherited = union(
      evaluator
        .evaluate(parent, scope)
        .flatMap(each => parentInApp(evaluator, each, of.file, of.unit) ?? [each])
        .map(alternative => {
          if (alternative.v === 'class') {
            const inner = frameOfParent(evaluator, of, alternative, frame);
            return classMember(evaluator, alternative, name, isStatic, self, inner, depth + 1, only);
          }
          if (alternative.v === 'instance')
            return classMember(evaluator, alternative.of, name, isStatic, self, alternative.frame, depth + 1, only);
          if (alternative.v === 'sdk') return [{ ...alternative, path: [...alternative.path, name] }];
          return unknown('the parent class is not known');
        }),
    );
    if (!inherited.every(alternative => alternative.v === 'unknown')) return inherited;
  }
  if (isStatic && name === 'instance' && isSingleton(of)) return [{ v: 'instance', of }];
  const mixed =
    depth === 0
      ? mixedIn(evaluator, of, isStatic, (user, own) =>
          classMember(evaluator, user, name, isStatic, own, undefined, 8, only),
        )
      : undefined;
  if (mixed) return mixed;
  // An extension in a file that was not read may declare it.
  if (isStatic && !isJavaScript(of.file.language)) evaluator.program.want(of.file, name);
  return unknown(`"${name}" is not declared in ${of.cls.name ?? 'the class'}`);
}

/** Ruby's `include Singleton` gives a class its only instance. */
function isSingleton({ file, cls }: ClassValue): boolean {
  return file.language === 'ruby' && cls.extends.some(parent => parent.k === 'name' && parent.name === 'Singleton');
}

function ownMember(
  evaluator: Evaluator,
  of: ClassValue,
  name: string,
  isStatic: boolean,
  self: Value,
  frame: Env | undefined,
  only: 'method' | undefined,
  isDefault = false,
): Value | undefined {
  const members = withParts(of, name).flatMap(part =>
    membersNamed(part.cls, name)
      .filter(
        member =>
          member.kind !== 'setter' &&
          (only === undefined || member.kind === only) &&
          (member.static === isStatic || of.cls.kind === 'object'),
      )
      .map(member => ({ part, member })),
  );
  const [first] = members;
  if (!first) return isStatic ? undefined : beanProperty(evaluator, of, name, self, frame);
  const methods = members.filter(({ member }) => member.kind === 'method');
  const areOverloads = methods.length === members.length && !isJavaScript(of.file.language);
  // A method of Ruby is a getter as well: without arguments it is called when it is read.
  const getters = members.filter(({ member }) => member.kind === 'getter');
  const written = isDefault
    ? getters.find(({ part, member }) => part.unit.functions[member.fn ?? -1]?.returns.length !== 0)
    : undefined;
  const wanted = areOverloads ? methods : [written ?? getters[0] ?? first];
  return union(wanted.map(({ part, member }) => valueOfMember(evaluator, part, member, self, frame)));
}

/** Kotlin reads what a class of Java gives by `getName()` or `isName()` as `name`. */
function beanProperty(
  evaluator: Evaluator,
  of: ClassValue,
  name: string,
  self: Value,
  frame: Env | undefined,
): Value | undefined {
  if (of.file.language !== 'java') return undefined;
  const getters = new Set(gettersOf(name));
  for (const part of [...getters].flatMap(getter => withParts(of, getter))) {
    const member = part.cls.members.find(
      ({ name: method, kind, fn }) =>
        kind === 'method' && getters.has(method) && part.unit.functions[fn ?? -1]?.params.length === 0,
    );
    if (member) return valueOfMember(evaluator, part, { ...member, kind: 'getter' }, self, frame);
  }
  return undefined;
}

/** A member that an extension adds; in an extension, one of the class itself, which may be an SDK's. */
function addedMember(
  evaluator: Evaluator,
  of: ClassValue,
  name: string,
  isStatic: boolean,
  self: Value,
  depth: number,
  only: 'method' | undefined,
): Value | undefined {
  const { file, cls } = of;
  if (cls.name === undefined || depth > 12) return undefined;
  const methods: Value[] = [];
  for (const added of evaluator.program.related(file, cls.name)) {
    // A part is looked at with its whole.
    if (!added.isExtension || added.cls === cls || added.cls.part) continue;
    const value = ownMember(
      evaluator,
      { v: 'class', file: added.file, unit: added.unit, cls: added.cls, env: evaluator.module },
      name,
      isStatic,
      self,
      undefined,
      only,
    );
    const isMethod = value?.every(({ v }) => v === 'function') === true && hasOverloads(file.language);
    if (value && !isMethod && methods.length === 0) return value;
    if (value && isMethod) methods.push(value);
  }
  if (methods.length > 0) return union(methods);
  if (!cls.extension) return undefined;
  const found = evaluator.moduleName(cls.name, { file, unit: of.unit, env: evaluator.module });
  const value = union(
    found.map((alternative): Value => {
      if (alternative.v === 'sdk') return [{ ...alternative, path: [...alternative.path, name] }];
      return alternative.v === 'class' && alternative.cls !== cls && !alternative.cls.extension
        ? classMember(evaluator, alternative, name, isStatic, self, undefined, depth + 1)
        : [];
    }),
  );
  return value.length === 0 || value.every(alternative => alternative.v === 'unknown') ? undefined : value;
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
  const env = evaluator.memberEnv(of, self, frame);
  const scope: Scope = { file: of.file, unit: of.unit, env };
  if (member.kind === 'method' && member.fn !== undefined) {
    return [{ v: 'function', file: of.file, unit: of.unit, fn: member.fn, env, self }];
  }
  if (member.kind === 'getter' && member.fn !== undefined) {
    // A protocol says what its getters give, and no more.
    if (member.type && of.unit.functions[member.fn]?.returns.length === 0)
      return valueOfType(evaluator, { type: member.type, file: of.file, unit: of.unit });
    const getter: FunctionValue = { v: 'function', file: of.file, unit: of.unit, fn: member.fn, env, self };
    return evaluator.apply(getter, undefined, scope);
  }
  const value = fieldValue(evaluator, of, member, scope, frame);
  if (of.cls.kind !== 'enum' || !member.static) return value;
  return value.map(alternative => constantOf(alternative, member.name));
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
  // Of several constructors, the one counts that has run.
  const made = frame?.unit === of.unit && isConstructor(of.unit, of.cls, frame.fn) ? frame.fn : undefined;
  const runs = (fn: number): boolean => made === undefined || fn === made || !isConstructor(of.unit, of.cls, fn);
  for (const write of member.writes)
    if (write.path.length === 0 && write.op !== 'other' && write.op !== '+=' && runs(write.fn))
      values.push(evaluator.evaluate(write.value, scope));
  const all = filled(evaluator, union(values), member, scope);
  // Where it was seen how the object was made, nothing else has set what only its constructor sets.
  const isSettled = made !== undefined && !member.init && member.writes.every(write => write.fn === made);
  if (isSettled && all.length > 0 && all.every(isNullish)) return all;
  const known = all.filter(
    alternative => !(alternative.v === 'scalar' && alternative.value === null) && !(alternative.v === 'unknown'),
  );
  const declared = (): Value =>
    member.type ? valueOfType(evaluator, { type: member.type, file: of.file, unit: of.unit }) : [];
  if (known.length > 0) return member.type && isUnfilled(known, scope) ? refine(known, declared(), scope) : known;
  if (member.type) return declared();
  return values.length > 0 ? union(values) : unknown(`"${member.name}" is set elsewhere`);
}

/** A field's objects with what any method sets in them: in which order they are called is not known. */
function filled(evaluator: Evaluator, value: Value, member: ClassMember, scope: Scope): Value {
  const inside = member.writes.filter(write => write.path.length > 0);
  return applyWrites(
    evaluator,
    value,
    inside.map(write => ({ write, scope, before: false, inOrder: false })),
  );
}

/** A field that the constructor's parameter fills: the argument where the instance's creation was seen, else its type. */
function constructed(evaluator: Evaluator, ctor: number, param: number, scope: Scope, frame: Env | undefined): Value {
  const given = frame?.unit === scope.unit && frame.fn === ctor ? frame.argument(param) : undefined;
  if (given?.some(each => each.v !== 'unknown' && (each.v !== 'module' || each.file))) return given;
  const declared = scope.unit.functions[ctor]?.params[param];
  if (given) {
    const type = typeOfParameter(evaluator, scope, ctor, param);
    const typed = type ? valueOfType(evaluator, type) : [];
    return typed.some(isSolid) ? typed : given;
  }
  const fallback = declared?.fallback;
  if (fallback) return evaluator.evaluate(fallback, scope);
  const passed = evaluator.program.passed(scope.unit, ctor, param, []);
  if (passed.length > 0) return union(passed.map(at => evaluator.evaluate(at.value, { ...at, env: evaluator.site })));
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
