import type { Arg, Call, Class, Expr, Fn, Member, Unit } from '../facts.ts';
import { isJavaScript } from '../language-families.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { enter } from './frames.ts';
import { objectValue } from './objects.ts';
import type { ClassValue, Env, FunctionValue, InstanceValue, Value } from './value.ts';

/** What `new Type(…)` makes: an instance with the frame of the constructor that runs, and the fields that are written with it. */
export function construct(evaluator: Evaluator, of: ClassValue, call: Call, scope: Scope): InstanceValue {
  const maker = makerOf(evaluator, of, call, scope);
  const frame =
    maker &&
    delegated(evaluator, maker.of, enter(evaluator, { ...maker.of, v: 'function', fn: maker.fn }, call, scope, 0));
  const fields = isJavaScript(scope.file.language) ? undefined : fieldsOf(evaluator, call, maker === undefined, scope);
  return {
    v: 'instance',
    of,
    ...(frame && { frame }),
    ...(fields && { fields }),
  };
}

/** What a constructor with a name of its own makes; undefined for any other function. */
export function namedConstruction(
  evaluator: Evaluator,
  callee: FunctionValue,
  call: Call,
  scope: Scope,
): Value | undefined {
  const { file, unit, fn } = callee;
  const cls = unit.functions[fn]?.constructs ? ownerOf(unit, fn) : undefined;
  if (!cls) return undefined;
  const of: ClassValue = { v: 'class', file, unit, cls, env: evaluator.module };
  const frame = enter(evaluator, { ...of, v: 'function', fn }, call, scope, 0);
  return [{ v: 'instance', of, frame: delegated(evaluator, of, frame) }];
}

/** Whether a function is one of the constructors of a class. */
export function isConstructor(unit: Unit, cls: Class, fn: number): boolean {
  const own = unit.functions[fn];
  if (fn === cls.ctor || own?.constructs) return ownerOf(unit, fn) === cls;
  const ctor = unit.functions[cls.ctor ?? -1];
  return (
    own !== undefined && own.name === ctor?.name && own.cls === ctor?.cls && cls.members.every(each => each.fn !== fn)
  );
}

/** The frame of the parent's constructor that the constructor of `frame` calls, or that of the child's if it has none. */
export function frameOfParent(
  evaluator: Evaluator,
  of: ClassValue,
  parent: ClassValue,
  frame: Env | undefined,
): Env | undefined {
  const ctor = frame?.unit === of.unit && ownerOf(of.unit, frame.fn) === of.cls ? frame.fn : of.cls.ctor;
  if (ctor === undefined || (frame && frame.fn !== ctor)) return frame;
  const call = of.unit.calls.find(
    ({ fn, callee }) =>
      fn === ctor &&
      (callee.k === 'member' ? isParent(callee.object) && /^_*(?:init|construct)/.test(callee.name) : isParent(callee)),
  );
  const scope: Scope = { file: of.file, unit: of.unit, env: frame ?? evaluator.module };
  const maker = call && makerOf(evaluator, parent, call, scope);
  return maker && enter(evaluator, { ...maker.of, v: 'function', fn: maker.fn }, call, scope, 0);
}

function isParent(expr: Expr): boolean {
  return expr.k === 'this' && expr.parent === true;
}

/** The constructor that a call runs, which may be a parent's. */
function makerOf(
  evaluator: Evaluator,
  of: ClassValue,
  call: Call,
  scope: Scope,
  depth = 0,
): { readonly of: ClassValue; readonly fn: number } | undefined {
  const { ctor } = of.cls;
  if (ctor !== undefined) return { of, fn: overloaded(of.unit, of.cls, ctor, call) };
  if (depth > 8) return undefined;
  for (const parent of of.cls.extends) {
    for (const value of evaluator.evaluate(parent, { file: of.file, unit: of.unit, env: evaluator.module })) {
      const found = value.v === 'class' ? makerOf(evaluator, value, call, scope, depth + 1) : undefined;
      if (found) return found;
    }
  }
  return undefined;
}

/** Of several constructors, the first that takes the arguments. */
function overloaded(unit: Unit, cls: Class, ctor: number, call: Call): number {
  const own = unit.functions[ctor];
  if (!own || accepts(own, call.args)) return ctor;
  const other = unit.functions.findIndex(
    fn => fn !== own && fn.name === own.name && fn.cls === own.cls && accepts(fn, call.args),
  );
  return other >= 0 && cls.members.every(member => member.fn !== other) ? other : ctor;
}

/** A constructor that only calls another one of its class (`this(title, false)`) leaves the work to that. */
function delegated(evaluator: Evaluator, of: ClassValue, frame: Env): Env {
  const call = of.unit.calls.find(
    ({ fn, callee, form }) =>
      fn === frame.fn &&
      form === 'call' &&
      (callee.k === 'member' ? isOwnConstructor(of, callee) : callee.k === 'this' && !callee.parent),
  );
  if (!call || frame.unit !== of.unit) return frame;
  const scope: Scope = { file: of.file, unit: of.unit, env: frame };
  const own = of.unit.functions[frame.fn];
  const name = call.callee.k === 'member' ? call.callee.name : own?.constructs ? of.cls.name : own?.name;
  const other = of.unit.functions.findIndex(
    (fn, index) => index !== frame.fn && fn.name === name && fn.cls === own?.cls && accepts(fn, call.args),
  );
  return other < 0 ? frame : enter(evaluator, { ...of, v: 'function', fn: other }, call, scope, 0);
}

/** `this.opened(…)`, which leaves the work to a constructor of that name. */
function isOwnConstructor({ cls, unit }: ClassValue, { object, name }: Member): boolean {
  return (
    object.k === 'this' &&
    cls.members.some(member => member.name === name && unit.functions[member.fn ?? -1]?.constructs === true)
  );
}

/**
 * Whether a function can be called with arguments of such number and names. Where labels have to be written (`isLabelled`),
 * other arguments are for parameters without one.
 */
export function accepts({ params }: Pick<Fn, 'params'>, args: readonly Arg[], isLabelled = false): boolean {
  if (args.some(({ value }) => value.k === 'spread')) return true;
  const positional = args.filter(arg => arg.name === undefined && !(arg.trailing && arg.value.k === 'object')).length;
  const named = args.flatMap(arg => arg.name ?? []);
  const hasRest = params.some(param => param.rest !== undefined);
  const free = params.filter(param => (param.name === undefined ? true : !isLabelled && !named.includes(param.name)));
  if (!hasRest && (positional > free.length || named.some(name => params.every(param => param.name !== name))))
    return false;
  const isMissing = (name: string | undefined): boolean => name !== undefined && !named.includes(name);
  const trails = args.some(arg => arg.trailing);
  if (
    isLabelled &&
    !trails &&
    params.some(param => isMissing(param.name) && !param.fallback && !param.optional && param.rest === undefined)
  )
    return false;
  const required = free.filter(
    param => !param.fallback && !param.optional && param.rest === undefined && param.binding >= 0,
  );
  return required.length <= positional;
}

/** Members that are written where the instance is made: `Type{Field: value}`, `new Type { Field = value }`, `Type(field: value)`. */
function fieldsOf(
  evaluator: Evaluator,
  call: Call,
  hasNoConstructor: boolean,
  scope: Scope,
): Value[number] | undefined {
  const written = call.args.find(
    ({ name, value, trailing }) =>
      value.k === 'object' && name === undefined && (trailing === true || hasNoConstructor),
  )?.value;
  if (written?.k === 'object') return objectValue(evaluator, written, scope)[0];
  const named = hasNoConstructor ? call.args.filter(arg => arg.name !== undefined) : [];
  if (named.length === 0) return undefined;
  const entries = named.map(({ name = '', nameAt, value }) => {
    const at = nameAt ?? value.at;
    return { key: name, keyAt: at, keyEnd: at + name.length, value, at, end: value.end };
  });
  return objectValue(evaluator, { k: 'object', entries, at: call.at, end: call.end }, scope)[0];
}

function ownerOf(unit: Unit, fn: number): Class | undefined {
  return unit.classes[unit.functions[fn]?.cls ?? -1];
}
