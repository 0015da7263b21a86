import type { Entry, Expr, ObjectExpr } from '../facts.ts';
import { isJavaScript } from '../language-families.ts';
import { copiedMembers } from './copies.ts';
import { placeOf, type Evaluator, type Scope } from './evaluator.ts';
import { withFiniteTypes } from './parameter-types.ts';
import { membersOfType } from './type-members.ts';
import {
  isNullish,
  isTruthy,
  objectOf,
  scalar,
  union,
  type Alternative,
  type Field,
  type ObjectValue,
  type ParameterValue,
  type Place,
  type Value,
} from './value.ts';

/** The fields of an object that is being put together. */
interface Draft {
  readonly fields: Map<string, Field>;
  readonly dynamicKeys: Place[];
  readonly spreads: ParameterValue[];
  open: string | undefined;
}

export function objectValue(evaluator: Evaluator, expr: ObjectExpr, scope: Scope): Value {
  const draft: Draft = { fields: new Map(), dynamicKeys: [], spreads: [], open: undefined };
  for (const entry of expr.entries) {
    if (entry.key === undefined) spread(evaluator, draft, spreadValue(evaluator, entry.value, scope), scope);
    else addEntry(evaluator, draft, entry, scope);
  }
  return [
    {
      v: 'object',
      fields: draft.fields,
      dynamicKeys: draft.dynamicKeys,
      spreads: draft.spreads,
      literal: { ...placeOf(expr, scope), expr },
      ...(draft.open !== undefined && { open: draft.open }),
    },
  ];
}

/**
 * What is spread. `a && b` brings b or nothing, whatever a is, since no falsy value has members. A wrapper that may have
 * nothing to spread (`...prepared`, where `prepare` returns undefined early) has then nothing to send either: it does not make
 * the caller's properties uncertain. A choice in the spread itself does.
 */
function spreadValue(evaluator: Evaluator, expr: Expr, scope: Scope): Value {
  const [test, body] = expr.k === 'choice' && expr.op === '&&' ? expr.options : [];
  if (!test || !body) {
    const value = evaluator.evaluate(expr, scope);
    return scope.env.level > 0 && expr.k !== 'choice' ? value.filter(alternative => !isNullish(alternative)) : value;
  }
  const truth = isTruthy(evaluator.evaluate(test, scope));
  if (truth === false) return scalar(undefined);
  const brought = spreadValue(evaluator, body, scope);
  return truth ? brought : union([scalar(undefined), brought]);
}

function addEntry(evaluator: Evaluator, draft: Draft, entry: Entry, scope: Scope): void {
  const key = placeOf({ at: entry.keyAt, end: entry.keyEnd }, scope);
  const make = (always: boolean): Field => ({
    value: () => evaluator.evaluate(entry.value, scope),
    expr: entry.value,
    from: [placeOf(entry.value, scope)],
    key,
    entry: placeOf(entry, scope),
    always,
    level: scope.env.level,
    use: { ...key, depth: scope.env.depth },
    shorthand: entry.shorthand === true,
  });
  if (typeof entry.key === 'string') {
    draft.fields.set(entry.key, make(true));
    return;
  }
  if (!entry.key) return;
  const source = isJavaScript(scope.file.language)
    ? undefined
    : copiedMembers(evaluator, entry.key, entry.value, scope);
  if (source) {
    spread(evaluator, draft, source, scope);
    return;
  }
  const keys = withFiniteTypes(evaluator, evaluator.evaluate(entry.key, scope));
  const names = keys.map(nameOf);
  for (const name of names) {
    if (name !== undefined) draft.fields.set(name, make(names.length === 1));
  }
  if (names.length === 0 || names.includes(undefined)) {
    draft.dynamicKeys.push(key);
    draft.open ??= 'a property has a name that is made when the program runs';
  }
}

function nameOf(alternative: Alternative): string | undefined {
  return alternative.v === 'scalar' && (typeof alternative.value === 'string' || typeof alternative.value === 'number')
    ? String(alternative.value)
    : undefined;
}

/** Adds what `...value` brings. What may be nothing brings fields that are sent on some paths only. */
function spread(evaluator: Evaluator, draft: Draft, value: Value, scope: Scope): void {
  const objects = value.filter(alternative => alternative.v === 'object');
  const others = value.filter(alternative => alternative.v !== 'object');
  const sure = value.length - others.filter(isEmpty).length === 1;
  if (objects.length > 1 && others.length === 0) {
    merge(draft, commonObject(objects), true, scope.env.level);
    return;
  }
  for (const object of objects) merge(draft, object, sure, scope.env.level);
  for (const other of others) {
    // An empty list in PHP is an empty map as well.
    if (other.v === 'scalar' || isEmpty(other)) continue;
    if (other.v === 'parameter') draft.spreads.push(other);
    const typed = other.v === 'typed' ? other.type : other.v === 'parameter' ? other.type : undefined;
    const members = typed && membersOfType(evaluator, typed, other, scope);
    if (members) merge(draft, members, sure, scope.env.level);
    draft.open ??=
      other.v === 'unknown'
        ? `it spreads a value that is not known: ${other.why}`
        : 'it spreads an object whose members are known by type only';
  }
}

function isEmpty(alternative: Alternative): boolean {
  return alternative.v === 'array' && alternative.items.length === 0 && alternative.open === undefined;
}

/** One of several objects: what all of them have is there in any case. */
function commonObject(objects: readonly ObjectValue[]): ObjectValue {
  const fields = new Map<string, Field>();
  for (const name of new Set(objects.flatMap(object => [...object.fields.keys()]))) {
    const found = objects.map(object => object.fields.get(name)).filter(field => field !== undefined);
    const [first] = found;
    if (!first) continue;
    const always = found.length === objects.length && found.every(field => field.always);
    fields.set(name, { ...first, always, value: () => union(found.map(field => field.value())) });
  }
  const open = objects.find(object => object.open !== undefined)?.open;
  return {
    ...objectOf(fields, open),
    dynamicKeys: objects.flatMap(object => object.dynamicKeys),
    spreads: objects.flatMap(object => object.spreads ?? []),
  };
}

function merge(draft: Draft, object: ObjectValue, sure: boolean, level: number): void {
  for (const [name, field] of object.fields) {
    const old = draft.fields.get(name);
    const always = (sure && field.always) || old?.always === true;
    const replaces = (sure && field.always) || !old;
    const value = replaces ? field.value : () => union([old.value(), field.value()]);
    const from = replaces ? field.from : old.from && field.from && [...old.from, ...field.from];
    draft.fields.set(name, { ...field, value, from, always, level: field.level < 0 ? level : field.level });
  }
  draft.dynamicKeys.push(...object.dynamicKeys);
  draft.spreads.push(...(object.spreads ?? []));
  draft.open ??= object.open;
}

/** One object of several: fields that all have are always there. For `Object.assign`, later ones win. */
export function assignObjects(evaluator: Evaluator, values: readonly Value[], scope: Scope): Value {
  const draft: Draft = { fields: new Map(), dynamicKeys: [], spreads: [], open: undefined };
  for (const value of values) spread(evaluator, draft, value, scope);
  return [
    {
      v: 'object',
      fields: draft.fields,
      dynamicKeys: draft.dynamicKeys,
      spreads: draft.spreads,
      ...(draft.open !== undefined && { open: draft.open }),
    },
  ];
}

/** The names of an object's members, as an array. */
export function keysOf(value: Value): Value {
  return union(
    value.map((alternative): Value => {
      if (alternative.v !== 'object') return [{ v: 'array', items: [], open: 'its members are not known' }];
      const items = [...alternative.fields.keys()].map(name => (): Value => scalar(name));
      return [{ v: 'array', items, ...(alternative.open !== undefined && { open: alternative.open }) }];
    }),
  );
}

/** The members of an object as an array of pairs of name and value. */
export function entriesOf(value: Value): Value {
  return union(
    value.map((alternative): Value => {
      if (alternative.v !== 'object') return [{ v: 'array', items: [], open: 'its members are not known' }];
      const items = [...alternative.fields].map(([name, field]) => (): Value => {
        return [{ v: 'array', items: [() => scalar(name), field.value] }];
      });
      return [{ v: 'array', items, ...(alternative.open !== undefined && { open: alternative.open }) }];
    }),
  );
}
