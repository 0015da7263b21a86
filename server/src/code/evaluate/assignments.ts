import type { Binding, Expr, Unit, Write } from '../facts.ts';
import { Branches } from './branches.ts';
import { copied } from './copies.ts';
import { placeOf, type Evaluator, type Scope } from './evaluator.ts';
import { reaches } from './reach.ts';
import { functionAt } from './nests.ts';
import { isJavaScript } from '../language-families.ts';
import { outerWrites } from './module-scope.ts';
import { assignObjects } from './objects.ts';
import { objectOf, scalar, union, type Alternative, type Field, type ObjectValue, type Value } from './value.ts';

/** An assignment with the scope that its value is read in, which is another unit's for what a module assigns later on. */
export interface PlacedWrite {
  readonly write: Write;
  readonly scope: Scope;
  /** Whether it surely happens before the read, if it happens at all. */
  readonly before: boolean;
  /** Whether it runs in the function that declares the name, so that the order of the text is the order of the events. */
  readonly inOrder: boolean;
  /** Where the name is read, if that is in the same unit. */
  readonly readAt?: number;
}

/** Where a name is read: an offset in its own unit, or another unit of its file that starts at `unitStart`. */
export interface ReadAt {
  readonly at: number;
  readonly unitStart?: number;
}

/** The assignments to a name, or to members of it, in textual order. */
export function writesTo(evaluator: Evaluator, binding: Binding, scope: Scope, read: ReadAt): readonly PlacedWrite[] {
  // What an assignment reads of its own name is what that was before: `properties = { ...properties, ...more }`.
  const others = binding.writes.filter(
    ({ path, at, end }) => path.length > 0 || read.unitStart !== undefined || read.at < at || read.at >= end,
  );
  const own = others.map(write => ({
    write,
    scope,
    before: write.at < read.at,
    inOrder: write.fn === binding.scope,
    ...(read.unitStart === undefined && { readAt: read.at }),
  }));
  if (binding.scope !== -1 || scope.env !== evaluator.module) return own;
  const outer = outerWrites(scope.file, binding.name).filter(({ unit }) => unit !== scope.unit);
  return [
    ...own,
    ...outer.map(({ unit, write }) => ({
      write,
      scope: { ...scope, unit },
      before: read.unitStart !== undefined && unit.start < read.unitStart,
      inOrder: write.fn === -1 && read.unitStart !== undefined,
    })),
  ];
}

/**
 * The value of a name that is assigned to after its declaration: the last sure assignment before the read, and the possible
 * ones since. Code that runs later than it stands (inner functions) sees every assignment.
 */
export function assigned(
  evaluator: Evaluator,
  binding: Binding,
  writes: readonly PlacedWrite[],
  initial: () => Value,
): Value {
  const all = writes.filter(each => each.write.path.length === 0 && isSeen(each, binding));
  const named = all.some(isDefault) && initial().every(({ v }) => v === 'object') ? all.filter(not(isDefault)) : all;
  const whole = named.filter(each => reachOf(evaluator, each) !== false);
  if (whole.length === 0) return initial();
  const before = whole.filter(each => each.before && each.inOrder);
  const relevant = before.length > 0 ? before : whole;
  const base = relevant.findLastIndex(
    ({ write, inOrder, scope, readAt }) =>
      write.op === '=' &&
      inOrder &&
      (!write.conditional ||
        addsWhatIsThere(evaluator, binding, write, scope) ||
        (write.guarded === true && reaches(evaluator, write.at, scope, readAt) === true)),
  );
  const values: Value[] = [];
  const initialised = binding.init !== undefined || binding.kind === 'param';
  if (base < 0 && (initialised || relevant.length === 1)) values.push(initial());
  for (const { write, scope } of relevant.slice(Math.max(base, 0))) values.push(written(evaluator, write, scope));
  return union(values);
}

/** What is assigned further down is seen above only by way of a loop, or by functions that run later. */
function isSeen({ write, scope, before, inOrder, readAt }: PlacedWrite, binding: Binding): boolean {
  if (before || !inOrder || readAt === undefined || (write.conditional && write.guarded !== true)) return true;
  return functionAt(scope.unit, readAt) !== binding.scope;
}

/** Whether a conditional assignment happens, as far as its conditions are known. */
function reachOf(evaluator: Evaluator, { write, scope, inOrder, readAt }: PlacedWrite): boolean | undefined {
  return write.conditional && inOrder ? reaches(evaluator, write.at, scope, readAt) : undefined;
}

/** `if properties is None: properties = {}` does nothing for what is there. */
function isDefault({ write: { conditional, value } }: PlacedWrite): boolean {
  return conditional && value.k === 'object' && value.entries.length === 0;
}

function not<T>(test: (item: T) => boolean): (item: T) => boolean {
  return item => !test(item);
}

/** `if more: properties.update(more)`: what a caller gives is added, since the condition only asks whether it is there. */
function addsWhatIsThere(evaluator: Evaluator, binding: Binding, { value }: Write, scope: Scope): boolean {
  if (value.k !== 'object') return false;
  const [own, ...more] = value.entries;
  if (own?.key !== undefined || own?.value.k !== 'name' || own.value.name !== binding.name) return false;
  return (
    more.length > 0 &&
    more.every(
      ({ key, value: added }) =>
        key === undefined &&
        added.k === 'name' &&
        scope.unit.bindings[added.binding]?.kind === 'param' &&
        evaluator.evaluate(added, scope).every(({ v }) => v === 'object'),
    )
  );
}

function written(evaluator: Evaluator, write: Write, scope: Scope): Value {
  if (write.op === '+=' || write.op === 'other') return [{ v: 'unknown', why: 'it is changed step by step' }];
  return evaluator.evaluate(write.value, scope);
}

/** Objects that are filled after their creation: `props.total = 1` before the place where they are read. */
export function applyWrites(evaluator: Evaluator, value: Value, writes: readonly PlacedWrite[]): Value {
  const inside = writes.filter(({ write, before, inOrder }) => write.path.length > 0 && (before || !inOrder));
  if (inside.length === 0) return value;
  return value.map(alternative => {
    if (alternative.v === 'object') return fill(evaluator, alternative, inside);
    const why = whyOpen(alternative, inside);
    if (why !== undefined) {
      const spreads = alternative.v === 'parameter' ? [alternative] : [];
      const map = fill(evaluator, { ...objectOf(new Map(), why), spreads }, inside);
      return { ...map, ...(alternative.use && { use: alternative.use }) };
    }
    if (alternative.v !== 'instance' || alternative.constant !== undefined) return alternative;
    const known = alternative.fields?.v === 'object' ? alternative.fields : objectOf(new Map(), undefined);
    const held = filledMembers(evaluator, alternative, inside);
    const fields = fill(evaluator, { ...known, fields: new Map([...known.fields, ...held]) }, inside.filter(isDirect));
    return { ...alternative, fields };
  });
}

/**
 * Why nothing but what is put into it is known of something that is used as a map: `val props = Order.props(); props["total"] = 1`.
 * Undefined for everything else.
 */
function whyOpen(alternative: Alternative, inside: readonly PlacedWrite[]): string | undefined {
  const isMap = inside.every(
    ({ write: { path, indexed }, scope: { file } }) =>
      indexed && path.length === 1 && typeof path[0] === 'string' && !isJavaScript(file.language),
  );
  if (!isMap) return undefined;
  if (alternative.v === 'unknown') return alternative.why;
  if (alternative.v === 'module' && !alternative.file) return 'it comes from outside the workspace';
  if (alternative.v !== 'typed' && (alternative.v !== 'parameter' || alternative.derived)) return undefined;
  const type = alternative.type?.type;
  // What a parameter's method gives may be anything, and the parameter itself an object that can be indexed.
  const isUntyped = !type && alternative.v === 'parameter' && alternative.path.length > 0;
  return isUntyped || (type?.t === 'object' && type.index) ? 'only its type is known' : undefined;
}

function isDirect({ write }: PlacedWrite): boolean {
  return write.path.length === 1;
}

/** Members of an instance that are objects to which something is added (`event.properties.put(key, value)`). */
function filledMembers(
  evaluator: Evaluator,
  instance: Alternative,
  writes: readonly PlacedWrite[],
): ReadonlyMap<string, Field> {
  const byMember = new Map<string, PlacedWrite[]>();
  for (const each of writes) {
    const [member, ...deeper] = each.write.path;
    if (typeof member !== 'string' || deeper.length === 0) continue;
    byMember.set(member, [...(byMember.get(member) ?? []), { ...each, write: { ...each.write, path: deeper } }]);
  }
  return new Map(
    [...byMember].flatMap(([member, inside]): [string, Field][] => {
      const [first] = inside;
      if (!first) return [];
      const { scope, write } = first;
      const place = placeOf(write, scope);
      const value = (): Value => applyWrites(evaluator, evaluator.memberOf([instance], member, scope), inside);
      return [[member, { value, key: place, entry: place, always: true, level: scope.env.level, shorthand: false }]];
    }),
  );
}

function fill(evaluator: Evaluator, object: ObjectValue, writes: readonly PlacedWrite[]): ObjectValue {
  let fields = new Map(object.fields);
  let { open, spreads, dynamicKeys } = object;
  const branches = new Branches<PlacedWrite>();
  for (const each of writes) {
    const { write, scope } = each;
    const [step, ...deeper] = write.path;
    if (deeper.length > 0) {
      const old = typeof step === 'string' ? fields.get(step) : undefined;
      if (old && typeof step === 'string') fields.set(step, { ...old, value: () => opened(old.value()) });
      continue;
    }
    const source = copied(evaluator, write, scope);
    const [whole] = source ? assignObjects(evaluator, [[{ ...object, fields }], source], scope) : [];
    if (whole?.v === 'object') {
      fields = new Map(whole.fields);
      open ??= whole.open;
      spreads = [...(spreads ?? []), ...(whole.spreads ?? [])];
      dynamicKeys = [...dynamicKeys, ...whole.dynamicKeys];
      continue;
    }
    // What is said anew of each key that there is adds none.
    if (step && typeof step !== 'string' && isOwnKey(step, write, scope)) {
      const { value } = write;
      for (const [key, old] of fields)
        fields.set(key, {
          ...old,
          value: () => union([old.value(), evaluator.evaluate(value, scope)]),
          from: undefined,
        });
      continue;
    }
    const keys = typeof step === 'string' ? [step] : step ? evaluator.evaluate(step, scope).map(keyOf) : [];
    for (const key of keys) {
      if (key === undefined) {
        open ??= 'properties with computed names are added to it';
        continue;
      }
      fields.set(
        key,
        keys.length === 1
          ? fieldAfter(evaluator, branches, key, each, fields.get(key))
          : fieldOf(evaluator, write, scope, false, fields.get(key)),
      );
    }
  }
  return { ...object, fields, dynamicKeys, ...(spreads && { spreads }), ...(open !== undefined && { open }) };
}

/** A member after an assignment to it. */
function fieldAfter(
  evaluator: Evaluator,
  branches: Branches<PlacedWrite>,
  key: string,
  last: PlacedWrite,
  old: Field | undefined,
): Field {
  const settled = branches.settle(key, last);
  if (settled) return fieldOfBranches(evaluator, settled, last);
  const { write, scope, inOrder } = last;
  return fieldOf(evaluator, write, scope, !write.conditional && inOrder, old);
}

/** What the assignments of all branches of a condition set, of which `last` is the last. */
function fieldOfBranches(evaluator: Evaluator, writes: readonly PlacedWrite[], last: PlacedWrite): Field {
  const fields = writes.map(({ write, scope }) => fieldOf(evaluator, write, scope, true, undefined));
  return {
    ...fieldOf(evaluator, last.write, last.scope, true, undefined),
    value: () => union(fields.map(({ value }) => value())),
    from: fields.flatMap(({ from }) => from ?? []),
  };
}

/** `for key in properties: properties[key] = …`, seen from the write. */
function isOwnKey(step: Expr, write: Write, { unit }: Scope): boolean {
  const key = step.k === 'name' ? unit.bindings[step.binding] : undefined;
  if (key?.kind !== 'loop' || !key.init) return false;
  return unit.bindings[rootOf(key.init, unit) ?? -1]?.writes.includes(write) === true;
}

/** The binding that an expression is made from: `properties` of `properties.items()`. */
function rootOf(expr: Expr, unit: Unit): number | undefined {
  switch (expr.k) {
    case 'name':
      return expr.binding;
    case 'member':
      return rootOf(expr.object, unit);
    case 'unary':
      return rootOf(expr.operand, unit);
    case 'call': {
      const call = unit.calls[expr.call];
      const inner = call?.callee.k === 'member' ? rootOf(call.callee, unit) : undefined;
      return inner ?? (call?.args[0] && rootOf(call.args[0].value, unit));
    }
    default:
      return undefined;
  }
}

/** Objects to which something is added of which no more is known. */
function opened(value: Value): Value {
  return value.map(alternative =>
    alternative.v === 'object'
      ? { ...alternative, open: alternative.open ?? 'it is filled step by step' }
      : alternative,
  );
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

/** What a declaration without a value holds. */
export const nothing: Value = scalar(undefined);
