import type { Arg, CallRef, Entry, Expr, ObjectExpr, Span } from '../facts.ts';
import type { CallDraft } from './draft.ts';
import type { CollectionMaker, CollectionRules } from './grammar.ts';
import type { Parser } from './parser.ts';

/**
 * A call of the standard library that only makes a map or a list, as the object or array that it makes; undefined for
 * every other call. Where entries are put into a variable, the variable is written to.
 */
export function collection(
  p: Parser,
  callee: Expr,
  args: readonly Arg[],
  span: Span,
  form: 'call' | 'new',
): Expr | undefined {
  const rules = p.grammar.collections;
  const maker = makerOf(rules, callee, form);
  const isPlain = maker === 'pairs' || maker === 'alternating' || maker === 'keywords';
  const made = maker === undefined ? undefined : make(p, maker, args, span);
  if (made !== undefined) return isPlain || made.k !== 'object' ? made : { ...made, composed: true };
  const changed = changedMap(p, callee, args, span);
  return changed?.k === 'object' ? { ...changed, composed: true } : changed;
}

/** A call of a method that adds to a map, or copies it. */
function changedMap(p: Parser, callee: Expr, args: readonly Arg[], span: Span): Expr | undefined {
  const rules = p.grammar.collections;
  if (callee.k !== 'member') return undefined;
  const { name, object } = callee;
  const [into, from] = args;
  if (into !== undefined && from !== undefined && rules.copiers?.has(dotted(callee)))
    return putAll(p, into.value, [from], span);
  if (rules.puts.has(name) && args.length === 2) return put(p, object, name, args, span);
  const [first] = args;
  if (first !== undefined && rules.putAlls.has(name)) return putAll(p, object, args, span);
  if (object.k === 'object' && args.length === 0 && rules.copies.has(name)) return { ...object, ...span };
  if (rules.merges?.has(name)) {
    const more = args.filter(({ value }) => value.k !== 'function');
    if (
      (more.length > 0 && [object, ...more.map(arg => arg.value)].some(each => each.k === 'object')) ||
      more.some(arg => arg.name !== undefined) ||
      // A function that chooses between two values of a key makes it sure that both are maps.
      (more.length > 0 && more.length < args.length)
    )
      return { k: 'object', entries: [...asEntries(object), ...more.flatMap(argumentEntries)], ...span };
  }
  if (rules.fillers.has(name) && first?.value.k === 'function') return fill(p, object, first.value.fn, span);
  return undefined;
}

/** `a + b` of two maps, or of a map and a pair. */
export function joinedMaps(op: string, left: Expr, right: Expr): Expr | undefined {
  if (op !== '+' && op !== '|') return undefined;
  const isPair = right.k === 'binary' && right.op === 'to';
  if (left.k !== 'object' && right.k !== 'object' && !isPair) return undefined;
  const entries: Entry[] = [...(left.k === 'object' ? left.entries : [spread(left)]), ...asEntries(right)];
  return { k: 'object', entries, composed: true, at: left.at, end: right.end };
}

/** An entry with a key that is known where it is a literal. */
export function entry(key: Expr, value: Expr): Entry {
  const known = key.k === 'literal' && key.value !== undefined && key.value !== null ? String(key.value) : key;
  return { key: known, keyAt: key.at, keyEnd: key.end, value, at: key.at, end: Math.max(key.end, value.end) };
}

export function spread(value: Expr): Entry {
  return { key: undefined, keyAt: value.at, keyEnd: value.at, value, at: value.at, end: value.end };
}

function makerOf(rules: CollectionRules, callee: Expr, form: 'call' | 'new'): CollectionMaker | undefined {
  const name = dotted(callee);
  const known = rules.makers.get(form === 'new' ? `new ${name}` : name);
  return known ?? (callee.k === 'member' && form === 'call' ? rules.makers.get(`.${callee.name}`) : undefined);
}

/** `Name`, `Qualifier.name`; empty for other callees. */
export function dotted(callee: Expr): string {
  if (callee.k === 'name') return callee.name;
  return callee.k === 'member' && callee.object.k === 'name' ? `${callee.object.name}.${callee.name}` : '';
}

function make(p: Parser, maker: CollectionMaker, args: readonly Arg[], span: Span): Expr | undefined {
  const values = args.map(arg => arg.value);
  const [first] = values;
  switch (maker) {
    case 'pairs':
      return { k: 'object', entries: values.flatMap(value => pairEntries(p, value)), ...span };
    case 'alternating':
      // A lone text at the end is a key whose value is still to be typed.
      if (values.length % 2 !== 0 && values.at(-1)?.k !== 'literal') return undefined;
      return { k: 'object', entries: alternating(values), ...span };
    case 'merge':
      return { k: 'object', entries: values.flatMap(asEntries), ...span };
    case 'list':
      return { k: 'array', items: values, ...span };
    case 'map':
      if (values.length > 1) return undefined;
      if (first === undefined || (first.k === 'literal' && typeof first.value === 'number'))
        return { k: 'object', entries: [], ...span };
      return first.k === 'function' ? undefined : { k: 'object', entries: asEntries(first), ...span };
    case 'filled': {
      const lambda = values.at(-1);
      if (lambda?.k !== 'function') return undefined;
      return { k: 'object', entries: entriesOf(p, lambda.fn), ...span };
    }
    case 'keywords': {
      const entries = args.flatMap(arg => (arg.name === undefined ? pairEntries(p, arg.value) : [keyword(arg)]));
      return { k: 'object', entries, ...span };
    }
  }
}

function keyword(arg: Arg): Entry {
  const keyAt = arg.nameAt ?? arg.value.at;
  const name = arg.name ?? '';
  return { key: name, keyAt, keyEnd: keyAt + name.length, value: arg.value, at: keyAt, end: arg.value.end };
}

function argumentEntries(arg: Arg): readonly Entry[] {
  return arg.name === undefined ? asEntries(arg.value) : [keyword(arg)];
}

function alternating(values: readonly Expr[]): Entry[] {
  const entries: Entry[] = [];
  for (let i = 0; i < values.length; i += 2) {
    const key = values[i];
    if (key !== undefined) entries.push(entry(key, values[i + 1] ?? { k: 'opaque', at: key.end, end: key.end }));
  }
  return entries;
}

/** What an argument of a function of pairs adds. */
function pairEntries(p: Parser, value: Expr): readonly Entry[] {
  if (value.k === 'binary' && value.op === 'to') return [entry(value.left, value.right)];
  if (value.k === 'array' && value.items.length === 2) return alternating(value.items);
  if (value.k === 'call') {
    const call = p.unit.calls[value.call];
    const callee = call === undefined ? '' : dotted(call.callee);
    if (call !== undefined && PAIRS.has(callee) && call.args.length === 2)
      return alternating(call.args.map(arg => arg.value)).map(pair => ({ ...pair, at: value.at, end: value.end }));
  }
  // A key whose value is still to be typed.
  if (value.k === 'literal') return [entry(value, { k: 'opaque', at: value.end, end: value.end })];
  return value.k === 'spread' ? asEntries(value.value) : [spread(value)];
}

const PAIRS = new Set(['Pair', 'Map.entry', 'entry', 'MapEntry', 'AbstractMap.SimpleEntry', 'KeyValuePair']);

function asEntries(value: Expr): readonly Entry[] {
  if (value.k === 'spread') return asEntries(value.value);
  if (value.k === 'object') return value.entries;
  if (value.k === 'binary' && value.op === 'to') return [entry(value.left, value.right)];
  return [spread(value)];
}

/** `map.put(key, value)`: a larger map, or a write to the variable. */
function put(p: Parser, object: Expr, method: string, args: readonly Arg[], span: Span): Expr | undefined {
  const [key, value] = [args[0]?.value, args[1]?.value];
  if (key === undefined || value === undefined) return undefined;
  if (object.k === 'object') {
    // The entry is the whole call, so that it can be taken out.
    const added: Entry = { ...entry(key, value), at: object.end, end: span.end };
    return { ...withEntries(object, [added], span), puts: { method, at: span.end } };
  }
  let base: Expr = object;
  while (base.k === 'call') {
    const callee: Expr | undefined = p.unit.calls[base.call]?.callee;
    if (callee?.k !== 'member' || !p.grammar.collections.puts.has(callee.name)) return undefined;
    base = callee.object;
  }
  writeEntry(p, base, entry(key, value), span);
  return undefined;
}

/** `map.putAll(other)`, `map.update(a=1)`: a larger map, or writes to the variable. */
function putAll(p: Parser, object: Expr, args: readonly Arg[], span: Span): Expr | undefined {
  const entries = args.filter(({ value }) => value.k !== 'function').flatMap(argumentEntries);
  if (object.k === 'object') return withEntries(object, entries, span);
  if (object.k === 'name' && entries.some(({ key }) => key === undefined)) {
    p.unit.write(object, { k: 'object', entries: [spread(object), ...entries], ...span }, '=', span);
    return undefined;
  }
  for (const each of entries) {
    const unseen: Expr = { k: 'opaque', at: each.at, end: each.at };
    writeEntry(p, object, each.key === undefined ? { ...each, key: unseen, value: unseen } : each, span);
  }
  return undefined;
}

function withEntries(object: ObjectExpr, more: readonly Entry[], span: Span): ObjectExpr {
  return { ...object, entries: [...object.entries, ...more], ...span };
}

function writeEntry(p: Parser, object: Expr, { key, keyAt, keyEnd, value }: Entry, span: Span): void {
  if (key === undefined) return;
  const index: Expr = typeof key === 'string' ? { k: 'literal', value: key, at: keyAt, end: keyEnd } : key;
  p.unit.write({ k: 'index', object, index, ...span }, value, '=', span);
}

/** `object.apply { put(key, value) }`. */
function fill(p: Parser, object: Expr, fn: number, span: Span): Expr | undefined {
  const entries = entriesOf(p, fn);
  if (entries.length === 0) {
    if (object.k === 'call') return initialise(p, object, fn);
    return object.k === 'object' ? { ...object, ...span } : undefined;
  }
  for (const each of entries) writeEntry(p, object, each, span);
  return { k: 'object', entries: [...asEntries(object), ...entries], ...span };
}

/** `Type(…).apply { name = value }`: the object's members become a further argument of the call that makes it. */
function initialise(p: Parser, made: CallRef, fn: number): CallRef | undefined {
  const { unit } = p;
  const entries: Entry[] = [];
  for (const { base, write } of unit.writesSince(unit.functions[fn]?.at ?? 0)) {
    if (base.k !== 'name' || base.binding >= 0 || write.path.length > 0 || write.fn !== fn) continue;
    entries.push({
      key: base.name,
      keyAt: base.at,
      keyEnd: base.end,
      value: write.value,
      at: write.at,
      end: write.end,
    });
  }
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const value: ObjectExpr = { k: 'object', entries, at: first.at, end: last.end };
  unit.calls[made.call]?.args.push({ value, trailing: true });
  return made;
}

/** The entries that a lambda puts into the object that it is called on. */
export function entriesOf(p: Parser, fn: number): Entry[] {
  const { unit } = p;
  const { puts, putAlls } = p.grammar.collections;
  const from = unit.functions[fn]?.at ?? 0;
  const sure = unit.flow + 1;
  const entries: Entry[] = [];
  for (const { call, index } of callsSince(p, from)) {
    const name = receiverMethod(p, call.callee, fn);
    if (name === undefined) continue;
    const values = call.args.map(arg => arg.value);
    const isSure = (unit.callFlows[index] ?? 0) <= sure && call.fn === fn;
    if (puts.has(name) && values.length === 2) entries.push(...maybe(alternating(values), isSure, call));
    else if (putAlls.has(name) && values[0] !== undefined)
      entries.push(...maybe([...asEntries(values[0])], isSure, call));
    else if (values.some(value => value.k === 'this'))
      entries.push(spread({ k: 'opaque', at: call.at, end: call.end }));
  }
  for (const { base, write, flow, isIndex } of unit.writesSince(from)) {
    const isReceiver = base.k === 'this' || (base.k === 'name' && unit.bindings[base.binding]?.fn === fn);
    const [key] = write.path;
    if (!isIndex || !isReceiver || write.path.length !== 1 || key === undefined) continue;
    const { at, value } = write;
    const written: Entry = { key, keyAt: at, keyEnd: at, value, at, end: write.end };
    entries.push(...maybe([written], flow <= sure && write.fn === fn, write));
  }
  return entries.sort((a, b) => a.at - b.at);
}

/** Whether a lambda calls one of the functions on the object that it fills. */
export function callsAny(p: Parser, fn: number, names: ReadonlySet<string>): boolean {
  const from = p.unit.functions[fn]?.at ?? 0;
  return callsSince(p, from).some(
    ({ call }) => call.fn === fn && call.callee.k === 'name' && names.has(call.callee.name),
  );
}

/** The calls read so far that stand behind the offset, the last first. */
function callsSince(p: Parser, from: number): { readonly call: CallDraft; readonly index: number }[] {
  const { calls } = p.unit;
  const answer: { readonly call: CallDraft; readonly index: number }[] = [];
  for (let index = calls.length - 1; index >= 0; index--) {
    const call = calls[index];
    if (call === undefined || call.end <= from) break;
    answer.push({ call, index });
  }
  return answer;
}

/** Entries that are put in on some paths only are the spread of an object that is there or not. */
function maybe(entries: Entry[], isSure: boolean, { at, end }: Span): Entry[] {
  if (isSure) return entries;
  const present: ObjectExpr = { k: 'object', entries, at, end };
  const absent: ObjectExpr = { k: 'object', entries: [], at, end: at };
  return [spread({ k: 'choice', op: '?:', options: [present, absent], at, end })];
}

/** The method's name where a call's receiver is the object that the lambda fills. */
function receiverMethod(p: Parser, callee: Expr, fn: number): string | undefined {
  if (callee.k === 'name') return callee.name;
  if (callee.k !== 'member') return undefined;
  const { object } = callee;
  if (object.k === 'this') return callee.name;
  return object.k === 'name' && p.unit.bindings[object.binding]?.fn === fn ? callee.name : undefined;
}
