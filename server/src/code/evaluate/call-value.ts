import type { Call, Fn } from '../facts.ts';
import { isJavaScript } from '../language-families.ts';
import { propertyOf } from './bean-names.ts';
import { builtinCall } from './builtins.ts';
import { calleeValue } from './callee.ts';
import { enhanced } from './components.ts';
import { conform } from './conform.ts';
import { construct, namedConstruction } from './construct.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { enter } from './frames.ts';
import { readStore } from './handing-calls.ts';
import { implementations } from './implementations.ts';
import { libraryCall } from './library-calls.ts';
import { located } from './located.ts';
import { reachable } from './reach.ts';
import { findType } from './type-names.ts';
import {
  isSolid,
  scalar,
  union,
  unknown,
  type Alternative,
  type FunctionValue,
  type TypeAt,
  type Value,
} from './value.ts';

/** What a call returns. */
export function callValue(evaluator: Evaluator, call: Call, scope: Scope): Value {
  const builtin = builtinCall(evaluator, call, scope);
  if (builtin) return builtin;
  const converted = conversion(evaluator, call, scope);
  if (converted) return converted;
  const callee = calleeValue(evaluator, call, scope);
  const read = callee.every(({ v }) => v === 'unknown') ? propertyRead(evaluator, call, scope) : undefined;
  const value = read ?? union(callee.map(alternative => resultOf(evaluator, alternative, call, scope)));
  const isVague = value.every(({ v }) => v === 'unknown' || v === 'module' || v === 'parameter' || v === 'typed');
  return (isVague ? located(evaluator, call, scope) : undefined) ?? ofParameter(evaluator, call, value, scope) ?? value;
}

/** Java reads a property of Kotlin by `getName()`. */
function propertyRead(evaluator: Evaluator, { callee, args }: Call, scope: Scope): Value | undefined {
  if (scope.file.language !== 'java' || callee.k !== 'member' || args.length > 0) return undefined;
  const property = propertyOf(callee.name);
  if (property === undefined) return undefined;
  const value = evaluator.memberOf(evaluator.evaluate(callee.object, scope), property, scope);
  return value.every(({ v }) => v === 'unknown') ? undefined : value;
}

/** `Event(name)` and `events.Event(name)` in Go only give a value another type. */
function conversion(evaluator: Evaluator, { callee, args }: Call, scope: Scope): Value | undefined {
  const [arg] = args;
  if (scope.file.language !== 'go' || !arg || args.length > 1) return undefined;
  const name =
    callee.k === 'name'
      ? callee.name
      : callee.k === 'member' && callee.object.k === 'name'
        ? `${callee.object.name}.${callee.name}`
        : undefined;
  if (name === undefined || (callee.k === 'name' && callee.binding >= 0)) return undefined;
  if (findType(evaluator, scope.file, name)?.kind !== 'declaration') return undefined;
  // Another name for a type of an SDK makes what that makes.
  return evaluator.evaluate(callee, scope).some(({ v }) => v === 'sdk' || v === 'class')
    ? undefined
    : evaluator.evaluate(arg.value, scope);
}

/**
 * What a method of a parameter gives back is the parameter's matter: which class it is of, and which of its subclasses, is up to
 * the caller. Undefined where the value says more.
 */
function ofParameter(evaluator: Evaluator, call: Call, value: Value, scope: Scope): Value | undefined {
  const { callee } = call;
  if (isJavaScript(scope.file.language) || callee.k !== 'member' || value.some(isSolid)) return undefined;
  // Go has no subclasses: a struct's method is the one that is called.
  if (scope.file.language === 'go' && value.some(({ v }) => v === 'object')) return undefined;
  // Nor can another method be meant where an object calls its own, and no subclass has one of that name.
  if (callee.object.k === 'this' && value.some(({ v }) => v === 'object') && isOnlyOne(evaluator, call, scope))
    return undefined;
  const object = evaluator.evaluate(callee.object, scope);
  const parameters = object.filter(alternative => alternative.v === 'parameter');
  if (parameters.length === 0 || parameters.length < object.length || parameters.some(({ derived }) => derived))
    return undefined;
  const typed = value.length === 1 && value[0]?.v === 'typed' ? value[0].type : undefined;
  return parameters.map(({ v, file, unit, fn, param, path }) => ({
    v,
    file,
    unit,
    fn,
    param,
    path: [...path, callee.name],
    ...(typed && { type: typed }),
  }));
}

function isOnlyOne(evaluator: Evaluator, call: Call, scope: Scope): boolean {
  return calleeValue(evaluator, call, scope).every(
    each => each.v !== 'function' || implementations(evaluator, each, call).length === 0,
  );
}

function resultOf(evaluator: Evaluator, callee: Alternative, call: Call, scope: Scope): Value {
  switch (callee.v) {
    case 'function':
      return namedConstruction(evaluator, callee, call, scope) ?? applyFunction(evaluator, callee, call, scope);
    case 'class': {
      if (call.form === 'element') return unknown('an element is not a value');
      return [construct(evaluator, callee, call, scope)];
    }
    case 'sdk':
      return [{ v: 'sdk', sdk: callee.sdk, path: callee.path, made: { call, ...scope } }];
    case 'typed':
      return returnedBy(evaluator, callee.type);
    case 'parameter': {
      const [only, more] = callee.type && !callee.derived ? evaluator.valueOfType(callee.type) : [];
      return only?.v === 'typed' && !more ? returnedBy(evaluator, only.type) : unknown('what it returns is not known');
    }
    case 'module':
      return (
        libraryCall(evaluator, callee, call, scope) ??
        enhanced(evaluator, call, scope) ??
        unknown(`what ${callee.path.at(-1) ?? callee.name} returns is not known`)
      );
    case 'instance':
      // What a holder of a thing gives is the thing: `provider.get()`.
      return call.callee.k === 'member' && call.callee.name === 'get' && call.args.length === 0
        ? [callee]
        : unknown('what it returns is not known');
    case 'store':
      return readStore(evaluator, callee, call, scope);
    case 'unknown':
      return enhanced(evaluator, call, scope) ?? unknown(callee.why);
    default:
      return unknown('what it returns is not known');
  }
}

function returnedBy(evaluator: Evaluator, at: TypeAt): Value {
  const { type } = at;
  if (type.t !== 'function' || !type.returns) return unknown('what it returns is not known');
  return evaluator.valueOfType({ ...at, type: type.returns });
}

/** What a function of the workspace returns when it is called; without a call, its parameters stand for themselves. */
export function applyFunction(
  evaluator: Evaluator,
  callee: FunctionValue,
  call: Call | undefined,
  scope: Scope,
): Value {
  const fn = callee.unit.functions[callee.fn];
  if (!fn) return unknown('the function is not readable');
  evaluator.program.touch(callee.unit);
  const frame = enter(evaluator, callee, call, scope, 0);
  if (fn.isGenerator) return unknown('it is a generator');
  const inside: Scope = { file: callee.file, unit: callee.unit, env: frame };
  const returns = reachable(evaluator, fn.returns, ({ at }) => ({ at, scope: inside }));
  const values = returns.map(expr => evaluator.evaluate(expr, inside));
  if (fn.completes && values.length > 0) values.push(scalar(undefined));
  const declaredType = fn.returnType && { type: unwrapPromise(fn), file: callee.file, unit: callee.unit };
  // What a method of an interface answers is up to the classes behind it.
  const isAbstract = values.length === 0 && callee.unit.classes[fn.cls ?? -1]?.kind === 'interface';
  const found = isAbstract ? unknown('what it returns is not known') : union(values);
  const result = declaredType ? conform(evaluator, found, declaredType) : found;
  if (declaredType && (result.length === 0 || result.some(alternative => alternative.v === 'unknown'))) {
    const declared = evaluator.valueOfType(declaredType);
    const known = result.filter(alternative => alternative.v !== 'unknown');
    if (declared.some(alternative => alternative.v !== 'unknown'))
      return known.length === result.length ? declared : union([known, declared]);
  }
  return result.length === 0 ? scalar(undefined) : result;
}

function unwrapPromise(fn: Fn): NonNullable<Fn['returnType']> {
  const type = fn.returnType ?? { t: 'opaque' };
  return type.t === 'reference' && type.name === 'Promise' && type.args[0] ? type.args[0] : type;
}
