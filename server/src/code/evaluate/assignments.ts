import type { Binding, Write } from '../facts.ts';
import { placeOf, type Evaluator, type Scope } from './evaluator.ts';
import { single, scalar, union, type Field, type ObjectValue, type Value } from './value.ts';

/**
 * The value of a name that is assigned to after its declaration, read at the offset `at`: the last sure assignment before
 * it, and the possible ones since. Code that runs later than it stands (inner functions) sees every assignment.
 */
export function assigned(
  evaluator: Evaluator,
  binding: Binding,
  scope: Scope,
  at: number,
  initial: () => Value,
): Value {
  const writes = binding.writes.filter(write => write.path.length === 0);
  if (writes.length === 0) return initial();
  const before = writes.filter(write => write.at < at && write.fn === binding.scope);
  const relevant = before.length > 0 ? before : writes;
  const base = relevant.findLastIndex(write => !write.conditional && write.op === '=' && write.fn === binding.scope);
  const values: Value[] = [];
  const initialised = binding.init !== undefined || binding.kind === 'param';
  if (base < 0 && (initialised || relevant.length === 1)) values.push(initial());
  for (const write of relevant.slice(Math.max(base, 0))) values.push(written(evaluator, write, scope));
  return union(values);
}

function written(evaluator: Evaluator, write: Write, scope: Scope): Value {
  if (write.op === '=' || write.op === '??=' || write.op === '||=' || write.op === '&&=')
    return evaluator.evaluate(write.value, scope);
  return [{ v: 'unknown', why: 'it is changed step by step' }];
}

/** Objects that are filled after their creation: `props.total = 1` before the place where they are read. */
export function applyWrites(evaluator: Evaluator, value: Value, binding: Binding, scope: Scope, at: number): Value {
  const writes = binding.writes.filter(write => write.path.length > 0 && (write.at < at || write.fn !== binding.scope));
  if (writes.length === 0) return value;
  return value.map(alternative =>
    alternative.v === 'object' ? fill(evaluator, alternative, writes, binding, scope) : alternative,
  );
}

function fill(
  evaluator: Evaluator,
  object: ObjectValue,
  writes: readonly Write[],
  binding: Binding,
  scope: Scope,
): ObjectValue {
  const fields = new Map(object.fields);
  let open = object.open;
  for (const write of writes) {
    if (write.path.length > 1) continue;
    const [step] = write.path;
    const keys = typeof step === 'string' ? [step] : step ? evaluator.evaluate(step, scope).map(keyOf) : [];
    const sure = !write.conditional && write.fn === binding.scope && keys.length === 1;
    for (const key of keys) {
      if (key === undefined) {
        open ??= 'properties with computed names are added to it';
        continue;
      }
      fields.set(key, fieldOf(evaluator, write, scope, sure, fields.get(key)));
    }
  }
  return { ...object, fields, ...(open !== undefined && { open }) };
}

function keyOf(alternative: Value[number]): string | undefined {
  return alternative.v === 'scalar' && typeof alternative.value === 'string' ? alternative.value : undefined;
}

function fieldOf(evaluator: Evaluator, write: Write, scope: Scope, sure: boolean, old: Field | undefined): Field {
  const value = (): Value => evaluator.evaluate(write.value, scope);
  const place = placeOf(write, scope);
  const given = write.op === '=' ? [placeOf(write.value, scope)] : undefined;
  return {
    value: sure || !old ? value : () => union([old.value(), value()]),
    expr: write.value,
    from: sure || !old ? given : given && old.from && [...old.from, ...given],
    key: old?.key ?? place,
    entry: old?.entry ?? place,
    always: sure || old?.always === true,
    level: scope.env.level,
    shorthand: false,
  };
}

/** The string that a value is, if it is exactly one. */
export function keyText(value: Value): string | undefined {
  const only = single(value);
  return only && (typeof only.value === 'string' || typeof only.value === 'number') ? String(only.value) : undefined;
}

export const nothing: Value = scalar(undefined);
