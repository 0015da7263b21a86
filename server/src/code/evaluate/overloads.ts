import type { Call, TypeExpr } from '../facts.ts';
import { isJavaScript } from '../language-families.ts';
import { accepts } from './construct.ts';
import { wholeOf } from './parts.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import type { Alternative, FunctionValue, Value } from './value.ts';

/**
 * Of several functions of one name, those that take the arguments of a call; all of them where none does. JavaScript has no
 * overloads: several functions there are what a variable may hold, each of them possible.
 */
export function chosen(evaluator: Evaluator, callee: Value, call: Call, scope: Scope): Value {
  if (isJavaScript(scope.file.language)) return callee;
  const functions = callee.filter(alternative => alternative.v === 'function');
  if (functions.length < 2) return callee;
  const fitting = functions.filter(each => {
    const fn = each.unit.functions[each.fn];
    return fn !== undefined && accepts(fn, call.args, scope.file.language === 'swift');
  });
  const left = fitting.length > 1 ? fitting.filter(each => takes(evaluator, each, call, scope)) : fitting;
  if (left.length === 0) return callee;
  // Of those that fit, the ones of the nearest class of each thing that it may be called on.
  const nearest = new Map<Value | undefined, unknown>();
  for (const each of left) if (!nearest.has(each.self)) nearest.set(each.self, classOf(each));
  const others = callee.filter(({ v }) => v !== 'function' && v !== 'unknown');
  return [...left.filter(each => nearest.get(each.self) === classOf(each)), ...others];
}

function classOf({ file, unit, fn }: FunctionValue): unknown {
  const cls = unit.classes[unit.functions[fn]?.cls ?? -1];
  return cls ? wholeOf(file, unit, cls).cls : unit;
}

/** Whether the arguments can be of the types of the parameters. */
function takes(evaluator: Evaluator, { unit, fn }: FunctionValue, call: Call, scope: Scope): boolean {
  const params = unit.functions[fn]?.params ?? [];
  let position = 0;
  return call.args.every(arg => {
    const param = arg.name === undefined ? params[position++] : params.find(({ name }) => name === arg.name);
    if (!param?.type || arg.value.k === 'spread') return true;
    const value = evaluator.evaluate(arg.value, scope);
    return value.length === 0 || value.some(alternative => mayBe(alternative, param.type));
  });
}

function mayBe(alternative: Alternative, type: TypeExpr | undefined): boolean {
  if (!type || type.t === 'opaque') return true;
  if (alternative.v === 'parameter' && alternative.type && !alternative.derived)
    return mayBeOfType(alternative.type.type, type);
  if (type.t === 'union') return type.of.some(each => mayBe(alternative, each));
  const takesText = type.t === 'primitive' && /^(?:string|any|unknown|object)$/.test(type.name);
  if (isText(alternative))
    return takesText || (type.t === 'reference' && /^(?:CharSequence|Any|Object|T|[A-Z])$/.test(type.name));
  if (alternative.v === 'instance') {
    if (type.t === 'primitive') return type.name === 'unknown' || type.name === 'any' || type.name === 'object';
    if (type.t !== 'reference') return false;
    return type.name.split('.').at(-1) === alternative.of.cls.name || alternative.of.cls.extends.length > 0;
  }
  if (alternative.v === 'object')
    return type.t !== 'primitive' || !/^(?:string|number|integer|boolean)$/.test(type.name);
  return true;
}

function isText(alternative: Alternative): boolean {
  switch (alternative.v) {
    case 'scalar':
      return typeof alternative.value === 'string';
    case 'text':
      return true;
    case 'parameter':
      return alternative.derived === 'text';
    case 'typed':
      return alternative.type.type.t === 'primitive' && alternative.type.type.name === 'string';
    default:
      return false;
  }
}

/** Whether a value of one declared type can be given for another, as far as their names tell. */
function mayBeOfType(given: TypeExpr, wanted: TypeExpr): boolean {
  if (given.t === 'union') return given.of.some(each => mayBeOfType(each, wanted));
  if (wanted.t === 'union') return wanted.of.some(each => mayBeOfType(given, each));
  const givesText = given.t === 'primitive' && given.name === 'string';
  if (givesText && wanted.t === 'reference') return /^(?:CharSequence|Any|Object|[A-Z])$/.test(wanted.name);
  if (given.t === 'reference' && wanted.t === 'primitive')
    return !/^(?:string|number|integer|boolean)$/.test(wanted.name);
  return true;
}
