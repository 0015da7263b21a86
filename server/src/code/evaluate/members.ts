import { membersNamed } from './class-members.ts';
import type { Binding, CodeFile, PathStep } from '../facts.ts';
import { deferring } from '../deferring.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { isJavaScript } from '../language-families.ts';
import type { LanguageId } from '../language-id.ts';
import { classesOfType, typeOfMember } from './class-types.ts';
import { exportedValue, moduleFields, qualifiedName, symbolIn, symbolValue, windowMember } from './imports.ts';
import { classMember } from './classes.ts';
import { pathOfClass } from '../ruby-paths.ts';
import { moduleScope } from './module-scope.ts';
import { implemented } from './implementations.ts';
import { nestedClass } from './nested-classes.ts';
import { mayBeUndefined, withoutNullish, withoutUndefined } from './nullish.ts';
import { primitive } from './primitives.ts';
import { sdkMember } from './sdk-constants.ts';
import { textGetter } from './text-getters.ts';
import { itemType, memberType, membersOfType } from './type-members.ts';
import { valueOfType } from './types.ts';
import {
  isSolid,
  objectOf,
  scalar,
  union,
  unknown,
  type Alternative,
  type ClassValue,
  type FunctionValue,
  type InstanceValue,
  type ObjectValue,
  type ParameterValue,
  type TypeAt,
  type Value,
} from './value.ts';

/** The member `name` of every alternative of a value. */
export function memberOf(evaluator: Evaluator, value: Value, name: string, scope: Scope): Value {
  return union(value.map(alternative => memberOfOne(evaluator, alternative, name, scope)));
}

function memberOfOne(evaluator: Evaluator, object: Alternative, name: string, scope: Scope): Value {
  const text = scope.file.language === 'ruby' ? textGetter(object, name) : undefined;
  if (text) return text;
  switch (object.v) {
    case 'object':
      return fieldOf(evaluator, object, name, scope);
    case 'array':
      if (name === 'length') return object.open === undefined ? scalar(object.items.length) : primitive('number');
      return unknown('a member of an array is not followed');
    case 'scalar':
      if (name === 'length' && typeof object.value === 'string') return scalar(object.value.length);
      return object.value === undefined || object.value === null
        ? []
        : unknown('a member of a plain value is not followed');
    case 'text':
      return name === 'length' ? primitive('number') : unknown(object.why);
    case 'instance':
      return instanceMember(evaluator, object, name);
    case 'class':
      return classValueMember(evaluator, object, name);
    case 'sdk':
      return sdkMember(object.sdk, [...object.path, name]);
    case 'module':
      return moduleMember(evaluator, object, name, scope);
    case 'store':
      return name === 'getState' ? [object] : unknown(`"${name}" of a store is not followed`);
    case 'typed': {
      if (name === 'length' && hasLength(evaluator, object.type)) return primitive('number');
      const type = memberType(evaluator, object.type, name);
      if (!type) return unknown('its type is not known');
      const declared = optional(valueOfType(evaluator, type.type), type.optional);
      return type.type.type.t === 'function' ? union([implemented(evaluator, object.type, name), declared]) : declared;
    }
    case 'parameter':
      return parameterMember(evaluator, object, name);
    case 'function':
      // A ref holds it; a task queue calls it later.
      if (name === 'current' || deferring.has(name)) return [object];
      return assignedMember(evaluator, object, name) ?? unknown(`"${name}" of a function is not followed`);
    case 'unknown':
      return unknown(object.why);
  }
}

/** A member that a file assigns to a function of its top level: `Modal.displayName = 'Modal'`. */
function assignedMember(evaluator: Evaluator, { file, unit, fn }: FunctionValue, name: string): Value | undefined {
  const { declared, writes } = moduleScope(file);
  const values: Value[] = [];
  for (const [holder, { unit: at, binding: index }] of declared) {
    const binding = at.bindings[index];
    const own = binding?.writes.map(write => ({ unit: at, write })) ?? [];
    const set = [...own, ...(writes.get(holder) ?? [])].filter(
      ({ write }) => write.op === '=' && write.path.length === 1 && write.path[0] === name,
    );
    if (!binding || set.length === 0) continue;
    const holds = evaluator
      .declared(file, at, binding)
      .some(each => each.v === 'function' && each.unit === unit && each.fn === fn);
    if (!holds) continue;
    for (const each of set)
      values.push(evaluator.evaluate(each.write.value, { file, unit: each.unit, env: evaluator.module }));
  }
  if (values.length > 0) return union(values);
  // A component that a library makes of a function without a name has none.
  return name === 'name' && unit.functions[fn]?.name === undefined ? scalar(undefined) : undefined;
}

function instanceMember(evaluator: Evaluator, object: InstanceValue, name: string): Value {
  const isOwn = membersNamed(object.of.cls, name).some(member => !member.static);
  if (object.constant !== undefined && name === 'name' && !isOwn) return scalar(object.constant);
  const set = object.fields?.v === 'object' ? object.fields.fields.get(name) : undefined;
  if (set?.always) return set.value();
  const own = classMember(evaluator, object.of, name, false, [object], object.frame);
  if (set) return union([set.value(), own]);
  // `Lazy<Tracker>` and `Provider<Tracker>` are taken for what they hold.
  const isHeld = holding.has(name) && object.of.cls.extends.length === 0 && own.every(({ v }) => v === 'unknown');
  return isHeld && !isJavaScript(object.of.file.language) ? [object] : own;
}

const holding: ReadonlySet<string> = new Set(['value', 'get', 'wrappedValue']);

/** A static member; `new` and `init` stand for the class itself where they are written like a method (Ruby, Swift). */
function classValueMember(evaluator: Evaluator, object: ClassValue, name: string): Value {
  const { language } = object.file;
  if ((name === 'new' && language === 'ruby') || (name === 'init' && language === 'swift')) return [object];
  if (language === 'ruby' && deferring.has(name)) {
    const job: InstanceValue = { v: 'instance', of: object };
    return classMember(evaluator, object, 'perform', false, [job]);
  }
  const nested = nestedClass(evaluator, pathOfClass(object.cls), name, object.file);
  if (nested) return nested;
  const value = classMember(evaluator, object, name, true, [object]);
  if (!value.every(alternative => alternative.v === 'unknown')) return value;
  if (object.cls.kind !== 'object') return value;
  const instance: InstanceValue = { v: 'instance', of: object };
  return classMember(evaluator, object, name, false, [instance]);
}

/** Languages where entries are read by index alone: a member that is no entry is the map's own (`params.entries`). */
const mapsHaveMembers: ReadonlySet<LanguageId> = new Set(['kotlin', 'swift', 'dart', 'java', 'csharp']);

function fieldOf(evaluator: Evaluator, object: ObjectValue, name: string, { file }: Scope): Value {
  const [spread] = object.spreads ?? [];
  // What is not written out comes from the parameter whose members are spread into the object.
  const missing = spread
    ? parameterMember(evaluator, spread, name)
    : object.open === undefined
      ? mapsHaveMembers.has(file.language)
        ? unknown('a member of a map is not followed')
        : scalar(undefined)
      : unknown(object.open);
  const field = object.fields.get(name);
  if (!field) return missing;
  return field.always ? field.value() : union([field.value(), missing]);
}

function parameterMember(evaluator: Evaluator, object: ParameterValue, name: string): Value {
  if (object.derived) return unknown('a part of a text is not followed');
  if (object.type && !isJavaScript(object.file.language)) {
    const value = memberOfClass(evaluator, object, object.type, name);
    if (value) return value;
  }
  if (name === 'length' && object.type && hasLength(evaluator, object.type)) return primitive('number');
  const type = object.type && memberType(evaluator, object.type, name);
  const methods = object.type && type?.type.type.t === 'function' ? implemented(evaluator, object.type, name) : [];
  if (methods.length > 0) return methods;
  const value = type && valueOfType(evaluator, type.type);
  // What a type says for sure (a client, an instance) is worth more than knowing the parameter it came through.
  if (value?.some(isSolid)) return value;
  const { v, file, unit, fn, param } = object;
  const path = [...object.path, name];
  return [{ v, file, unit, fn, param, path, ...(type && { type: orUndefined(type.type, type.optional) }) }];
}

/**
 * A member of a parameter whose type is a class: methods are those of the class, with the parameter as `this`; data is what the
 * caller's object has. Undefined where the type is no class.
 */
function memberOfClass(evaluator: Evaluator, object: ParameterValue, type: TypeAt, name: string): Value | undefined {
  const classes = classesOfType(evaluator, type);
  if (classes.length === 0) return undefined;
  const value = union(classes.map(of => classMember(evaluator, of, name, false, [object])));
  const solid = value.filter(({ v }) => v === 'function' || v === 'sdk');
  if (solid.length > 0) return solid;
  const { v, file, unit, fn, param } = object;
  const isOwn = (each: Alternative): boolean =>
    each.v === 'parameter' && each.unit === unit && each.fn === fn && each.param === param;
  if (value.length > 0 && value.every(isOwn)) return value;
  let declared: TypeAt | undefined;
  for (const of of classes) declared ??= typeOfMember(evaluator, of, name);
  return [{ v, file, unit, fn, param, path: [...object.path, name], ...(declared && { type: declared }) }];
}

function moduleMember(
  evaluator: Evaluator,
  object: Extract<Alternative, { v: 'module' }>,
  name: string,
  scope: Scope,
): Value {
  if (object.file) return ofModule(evaluator, object.file, name);
  if (object.name === 'window' && object.path.length === 0) return windowMember(evaluator, name, scope);
  const declared =
    object.name === 'global'
      ? (nestedClass(evaluator, object.path.join('::'), name, scope.file) ??
        qualifiedName(evaluator, object.path, name, scope.file))
      : object.path.length === 0
        ? symbolIn(evaluator, object.name, name, scope.file)
        : undefined;
  return declared ?? [{ v: 'module', name: object.name, path: [...object.path, name] }];
}

/** What a module gives under a name; in Dart, what its parts and the files that it exports declare is its own. */
function ofModule(evaluator: Evaluator, file: CodeFile, name: string): Value {
  const value = exportedValue(evaluator, file, name);
  const isFound = file.language !== 'dart' || value.some(({ v }) => v !== 'unknown');
  return isFound ? value : (symbolValue(evaluator, name, file) ?? value);
}

/** An optional member's type says by itself that it may be absent. */
function orUndefined(at: TypeAt, isOptional: boolean): TypeAt {
  return isOptional ? { ...at, type: { t: 'union', of: [at.type, { t: 'primitive', name: 'undefined' }] } } : at;
}

function optional(value: Value, isOptional: boolean): Value {
  return isOptional ? union([value, scalar(undefined)]) : value;
}

/** `object[index]`: a member, an item, or any member where the index is not known. */
export function elementOf(evaluator: Evaluator, object: Value, index: Value, scope: Scope): Value {
  return union(
    object.map(alternative => {
      const keys = index.map(key =>
        key.v === 'scalar' && (typeof key.value === 'string' || typeof key.value === 'number') ? key.value : undefined,
      );
      if (keys.length === 0 || keys.includes(undefined)) return anyMember(evaluator, alternative, scope);
      return union(
        keys.map(key => {
          if (alternative.v === 'array' && typeof key === 'number')
            return (
              alternative.items.at(key)?.() ??
              (alternative.open === undefined ? scalar(undefined) : unknown(alternative.open))
            );
          const type = alternative.v === 'typed' || alternative.v === 'parameter' ? alternative.type : undefined;
          const item = type && typeof key === 'number' ? itemType(evaluator, type, key) : undefined;
          if (item || (alternative.v === 'typed' && typeof key === 'number')) {
            return item ? valueOfType(evaluator, item) : unknown('its items have no type');
          }
          if (alternative.v === 'sdk') return [alternative];
          return memberOfOne(evaluator, alternative, String(key), scope);
        }),
      );
    }),
  );
}

/** A small map that is indexed is a choice between its members; a large one is a catalogue, of which any name may be meant. */
const choiceLimit = 12;

function anyMember(evaluator: Evaluator, object: Alternative, scope: Scope): Value {
  switch (object.v) {
    case 'object':
      if (object.open !== undefined) return unknown(object.open);
      return object.fields.size === 0 || object.fields.size > choiceLimit
        ? unknown('which member is not known')
        : union([...object.fields.values()].map(field => field.value()));
    case 'array':
      if (object.open !== undefined) return unknown(object.open);
      return object.items.length === 0
        ? unknown('the array is filled elsewhere')
        : union(object.items.map(item => item()));
    case 'typed': {
      const item = itemType(evaluator, object.type, undefined);
      return item ? valueOfType(evaluator, item) : unknown('which member is not known');
    }
    case 'module': {
      if (!object.file) return unknown('which member is not known');
      return anyMember(evaluator, objectOf(moduleFields(evaluator, object.file), undefined), scope);
    }
    case 'parameter': {
      const item = object.type && itemType(evaluator, object.type, undefined);
      return item ? valueOfType(evaluator, item) : unknown('which member is not known');
    }
    case 'sdk':
      return [object];
    default:
      return unknown('which member is not known');
  }
}

/** Follows the steps of a destructuring pattern from a value to a binding, with the binding's default. */
export function pathOf(evaluator: Evaluator, value: Value, binding: Binding, scope: Scope): Value {
  let result = value;
  for (const step of binding.path ?? []) result = stepInto(evaluator, result, step, scope);
  if (!binding.fallback) return result;
  if (!mayBeUndefined(evaluator, result) && !result.some(alternative => alternative.v === 'unknown')) return result;
  return union([withoutUndefined(result), evaluator.evaluate(binding.fallback, scope)]);
}

function stepInto(evaluator: Evaluator, value: Value, step: PathStep, scope: Scope): Value {
  if (typeof step === 'string') return memberOf(evaluator, value, step, scope);
  if (typeof step === 'number') return elementOf(evaluator, value, scalar(step), scope);
  return union(
    value.map(alternative => {
      const type = alternative.v === 'typed' || alternative.v === 'parameter' ? alternative.type : undefined;
      const typed = type && membersOfType(evaluator, type, alternative, scope);
      if (typed) {
        const left = new Map([...typed.fields].filter(([name]) => !step.rest.includes(name)));
        return [
          {
            ...objectOf(left, typed.open),
            ...(alternative.v === 'parameter' && { spreads: [alternative] }),
            ...(alternative.use && { use: alternative.use }),
          },
        ];
      }
      if (alternative.v === 'parameter') return [alternative];
      if (alternative.v !== 'object') return unknown('what is left of it is not known');
      const fields = new Map([...alternative.fields].filter(([name]) => !step.rest.includes(name)));
      return [{ ...objectOf(fields, alternative.open), ...(alternative.use && { use: alternative.use }) }];
    }),
  );
}

/** Whether values of a type have a length: texts and arrays. */
function hasLength(evaluator: Evaluator, at: TypeAt): boolean {
  const solid = withoutNullish(valueOfType(evaluator, at));
  return (
    solid.length > 0 &&
    solid.every(alternative => {
      if (alternative.v === 'scalar') return typeof alternative.value === 'string';
      if (alternative.v !== 'typed') return alternative.v === 'array';
      const { type } = alternative.type;
      return type.t === 'array' || type.t === 'tuple' || (type.t === 'primitive' && type.name === 'string');
    })
  );
}
