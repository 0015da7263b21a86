import type { Call, Expr, TypeExpr, Unit } from '../facts.ts';
import { classesOfType } from './class-types.ts';
import { accepts } from './construct.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { typeOfParameter } from './parameter-types.ts';
import type { ClassValue, Value } from './value.ts';

/** What is known of the place in which an expression stands. */
type Place =
  | { readonly type: TypeExpr }
  | { readonly call: Call; readonly argument: number }
  /** The other side of a comparison, or what a choice compares with. */
  | { readonly like: Expr };

/** The unwritten object of `.member`: the class that its place expects. Undefined where that is not known. */
export function expectedValue(evaluator: Evaluator, expr: Expr, scope: Scope): Value | undefined {
  const place = placeOf(scope.unit, expr);
  if (!place) return undefined;
  const classes = classesFor(evaluator, place, scope);
  return classes.length > 0 ? classes : undefined;
}

function classesFor(evaluator: Evaluator, place: Place, scope: Scope): readonly ClassValue[] {
  if ('type' in place) return classesOfType(evaluator, { ...scope, type: place.type });
  if ('like' in place) {
    const classes = evaluator.evaluate(place.like, scope).flatMap(alternative => {
      if (alternative.v === 'instance') return [alternative.of];
      return alternative.v === 'parameter' && alternative.type ? classesOfType(evaluator, alternative.type) : [];
    });
    return classes.filter(({ cls }, index) => classes.findIndex(other => other.cls === cls) === index);
  }
  const { call, argument } = place;
  const arg = call.args[argument];
  return evaluator.evaluate(call.callee, scope).flatMap(callee => {
    const fn =
      callee.v === 'function'
        ? callee
        : callee.v === 'class' && callee.cls.ctor !== undefined
          ? { ...callee, fn: callee.cls.ctor }
          : undefined;
    const declared = fn?.unit.functions[fn.fn];
    if (!declared || (callee.v === 'function' && !accepts(declared, call.args, scope.file.language === 'swift')))
      return [];
    const { params } = declared;
    const positions = call.args.filter((other, at) => at < argument && other.name === undefined).length;
    const index = arg?.name === undefined ? positions : params.findIndex(param => param.name === arg.name);
    if (index < 0) return [];
    const type = typeOfParameter(evaluator, { file: fn.file, unit: fn.unit, env: evaluator.module }, fn.fn, index);
    return type ? classesOfType(evaluator, type) : [];
  });
}

const known = new WeakMap<Unit, ReadonlyMap<Expr, Place>>();

function placeOf(unit: Unit, expr: Expr): Place | undefined {
  let places = known.get(unit);
  if (!places) known.set(unit, (places = readPlaces(unit)));
  return places.get(expr);
}

function readPlaces(unit: Unit): ReadonlyMap<Expr, Place> {
  const places = new Map<Expr, Place>();
  const note = (expr: Expr, place: Place | undefined, depth = 0): void => {
    if (depth > 12) return;
    switch (expr.k) {
      case 'opaque':
        if (expr.expected && place && !places.has(expr)) places.set(expr, place);
        return;
      case 'member':
        note(expr.object, place, depth + 1);
        return;
      case 'call': {
        const callee = unit.calls[expr.call]?.callee;
        if (callee) note(callee, place, depth + 1);
        return;
      }
      case 'cast':
      case 'await':
        note(expr.value, place, depth + 1);
        return;
      case 'choice':
        if (expr.test)
          for (const patterns of expr.cases ?? [])
            for (const pattern of patterns ?? []) note(pattern, { like: expr.test }, depth + 1);
        for (const option of expr.options) note(option, place, depth + 1);
        if (expr.test) note(expr.test, undefined, depth + 1);
        return;
      case 'binary':
        note(expr.left, { like: expr.right }, depth + 1);
        note(expr.right, { like: expr.left }, depth + 1);
        return;
      case 'array':
        for (const item of expr.items) note(item, elementOf(place), depth + 1);
        return;
      case 'object':
        for (const entry of expr.entries) note(entry.value, undefined, depth + 1);
        return;
      default:
    }
  };
  for (const call of unit.calls)
    call.args.forEach(({ value }, argument) => {
      note(value, { call, argument });
    });
  for (const { init, type, fallback, writes } of unit.bindings) {
    if (init) note(init, type && { type });
    if (fallback) note(fallback, type && { type });
    for (const write of writes) note(write.value, type && write.path.length === 0 ? { type } : undefined);
  }
  for (const cls of unit.classes) for (const { init, type } of cls.members) if (init) note(init, type && { type });
  for (const fn of unit.functions) {
    for (const value of fn.returns) note(value, fn.returnType && { type: fn.returnType });
    for (const { fallback, type } of fn.params) if (fallback) note(fallback, type && { type });
  }
  for (const guard of unit.guards ?? []) note(guard.test, undefined);
  return places;
}

function elementOf(place: Place | undefined): Place | undefined {
  return place && 'type' in place && place.type.t === 'array' && place.type.of ? { type: place.type.of } : undefined;
}
