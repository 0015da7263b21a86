import type { Binding, Expr, Unit, Write } from '../facts.ts';
import { contextOf } from './contexts.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { scalar, single, type Alternative, type Field, type Value } from './value.ts';

/**
 * The object whose members a loop writes to another, one by one: `for key, value in other.items(): target[key] = value`. Where the
 * keys are changed on the way (`target["x_" + key] = value`), with the changed keys. Undefined where a write is no such copy.
 */
export function copied(evaluator: Evaluator, write: Write, scope: Scope): Value | undefined {
  const [step] = write.path;
  return step === undefined || typeof step === 'string'
    ? undefined
    : copiedMembers(evaluator, step, write.value, scope);
}

/** The same for the key and the value of an entry that a loop puts into an object. */
export function copiedMembers(evaluator: Evaluator, step: Expr, value: Expr, scope: Scope): Value | undefined {
  const pair = keyAndSource(step, value, scope.unit);
  if (!pair) return undefined;
  const source = evaluator.evaluate(pair.source, scope);
  if (step === pair.key) return source;
  return source.map(alternative => renamed(evaluator, alternative, step, pair.key, scope));
}

interface Pair {
  /** The key, as it stands in the step. */
  readonly key: Expr;
  /** What the loop goes over. */
  readonly source: Expr;
}

function keyAndSource(step: Expr, value: Expr, unit: Unit): Pair | undefined {
  for (const key of partsOf(step, unit)) {
    const source =
      key.k === 'name' ? sourceOf(key, value, unit) : key.k === 'member' ? ofEntry(key, value, unit) : undefined;
    if (source) return { key, source };
  }
  return undefined;
}

/** What is looped over where `key` and `value` are its keys and values, or `value` is `source[key]`. */
function sourceOf(key: Expr & { k: 'name' }, value: Expr, unit: Unit): Expr | undefined {
  const keys = unit.bindings[key.binding];
  if (!keys || !counted.has(keys.kind)) return undefined;
  if (value.k === 'index')
    return value.index.k === 'name' && value.index.binding === key.binding && keys.kind !== 'param'
      ? value.object
      : undefined;
  const values = value.k === 'name' ? unit.bindings[value.binding] : undefined;
  return values && values !== keys ? sourceOfPair(keys, values, unit) : undefined;
}

function sourceOfPair(keys: Binding, values: Binding, unit: Unit): Expr | undefined {
  if (values.kind === 'param') return givenPair(keys, values, unit);
  const { init } = values;
  if (!init) return undefined;
  // Go and PHP name the key beside the value, which is what they loop over.
  if (values.kind === 'loop' && !values.path && (!keys.init || keysOnly(keys.init, init))) return init;
  const isPair = keys.path?.[0] === 0 && values.path?.[0] === 1 && keys.init?.at === init.at;
  return isPair ? entriesIn(init, unit) : undefined;
}

/** The same for the parameters of a function that is called with each entry, as two or as one that is taken apart. */
function givenPair(keys: Binding, values: Binding, unit: Unit): Expr | undefined {
  if (keys.kind !== 'param' || keys.fn !== values.fn || keys.param !== 0) return undefined;
  const isOne = values.param === 0 && keys.path?.[0] === 0 && values.path?.[0] === 1;
  return isOne || values.param === 1 ? goneThrough(values.fn, unit) : undefined;
}

/** The map with each entry of which a function is called. */
function goneThrough(fn: number | undefined, unit: Unit): Expr | undefined {
  const callee = contextOf(unit, fn ?? -1)?.call?.callee;
  return callee?.k === 'member' && pairMethods.has(callee.name) ? callee.object : undefined;
}

function keysOnly(keys: Expr, of: Expr): boolean {
  return keys.k === 'unary' && keys.op === 'keys' && keys.operand === of;
}

/** What the variable of a loop can be. */
const counted: ReadonlySet<string> = new Set(['loop', 'let', 'const', 'param']);

/** Methods that give a function the key and the value of each entry. */
const pairMethods: ReadonlySet<string> = new Set(['each', 'each_pair', 'forEach']);

/** `entry.Key` beside `entry.Value`, where a loop goes over the entries of a map. */
function ofEntry(key: Expr & { k: 'member' }, value: Expr, unit: Unit): Expr | undefined {
  if (!/^key$/i.test(key.name) || value.k !== 'member' || !/^value$/i.test(value.name)) return undefined;
  const [entry, other] = [key.object, value.object];
  if (entry.k !== 'name' || other.k !== 'name' || entry.binding !== other.binding) return undefined;
  const { kind, init, fn, path } = unit.bindings[entry.binding] ?? {};
  if (kind === 'param' && !path) {
    const map = goneThrough(fn, unit);
    return map && entriesIn(map, unit);
  }
  return kind === 'loop' && init ? entriesIn(init, unit) : undefined;
}

/** The map whose entries are gone through: `map.items()`, `map.entries`, `Object.entries(map)`, or the map itself. */
function entriesIn(expr: Expr, unit: Unit): Expr {
  if (expr.k === 'member' && entryNames.has(expr.name)) return expr.object;
  const call = expr.k === 'call' ? unit.calls[expr.call] : undefined;
  if (call?.callee.k !== 'member' || !entryNames.has(call.callee.name)) return expr;
  return call.args[0]?.value ?? call.callee.object;
}

const entryNames: ReadonlySet<string> = new Set(['items', 'entries', 'iteritems', 'entrySet']);

/** The expressions inside of one, itself first. */
function partsOf(expr: Expr, unit: Unit, depth = 0): Expr[] {
  if (depth > 4) return [];
  const inside = (...all: readonly Expr[]): Expr[] => [expr, ...all.flatMap(each => partsOf(each, unit, depth + 1))];
  switch (expr.k) {
    case 'template':
      return inside(...expr.parts.filter(part => typeof part !== 'string'));
    case 'binary':
      return inside(expr.left, expr.right);
    case 'cast':
      return inside(expr.value);
    case 'member':
      return inside(expr.object);
    case 'call': {
      const call = unit.calls[expr.call];
      return call ? inside(call.callee, ...call.args.map(({ value }) => value)) : [expr];
    }
    default:
      return [expr];
  }
}

/** The members of what is copied under the names that `step` gives them. */
function renamed(evaluator: Evaluator, source: Alternative, step: Expr, key: Expr, scope: Scope): Alternative {
  if (source.v !== 'object') return source;
  const fields = new Map<string, Field>();
  let { open } = source;
  for (const [name, field] of source.fields) {
    const env = { ...scope.env, memo: new Map<Expr, Value>([[key, scalar(name)]]) };
    const given = single(evaluator.evaluate(step, { ...scope, env }))?.value;
    if (typeof given === 'string') fields.set(given, field);
    else open ??= 'a property has a name that is made when the program runs';
  }
  return { ...source, fields, ...(open !== undefined && { open }) };
}
