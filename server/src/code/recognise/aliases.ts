import { lazyLoaders } from '../evaluate/components.ts';
import type { Binding, CodeFile, Expr, TypeExpr, Unit } from '../facts.ts';
import { isDynamic } from '../language-families.ts';
import type { NameTest } from './known-names.ts';
import { callName } from './names.ts';

/** A name that stands for something with one of other names, wherever that is known. */
interface Alias {
  readonly name: string;
  /** Undefined where it is one whatever is known. */
  readonly of: ReadonlySet<string> | undefined;
}

/** What a unit says of names. Made once for each text of it, wherever in its file that stands. */
interface UnitNames {
  readonly aliases: readonly Alias[];
  /** Names that it imports, or reads in a declaration, an assignment or an argument. */
  readonly read: ReadonlySet<string>;
}

/** By the unit's bindings, which it keeps when it is moved. */
const byUnit = new WeakMap<Unit['bindings'], UnitNames>();

function namesOf(unit: Unit, { language }: CodeFile): UnitNames {
  let names = byUnit.get(unit.bindings);
  if (!names) {
    const aliases = aliasesIn(unit, !isDynamic(language));
    byUnit.set(unit.bindings, (names = { aliases, read: readIn(unit, aliases) }));
  }
  return names;
}

/** Whether a file imports a name, or reads it in a declaration or an assignment: then it may give it others. */
export function readsName(file: CodeFile, name: string): boolean {
  return file.units.some(unit => namesOf(unit, file).read.has(name));
}

/**
 * Names that a file gives to what is known under other names: renamed imports, `const send = analytics.track`,
 * `const { track: send } = useAnalytics()`, `const capture = useCapture()`, and parameters whose type mentions one.
 */
export function aliasesOf(file: CodeFile, names: NameTest): ReadonlySet<string> {
  const found = new Set<string>();
  const isKnown = (name: string): boolean => names.has(name) || found.has(name);
  for (let round = 0, before = -1; round < 4 && before !== found.size; round++) {
    before = found.size;
    for (const unit of file.units)
      for (const { name, of } of namesOf(unit, file).aliases)
        if (!found.has(name) && (of === undefined || some(of, isKnown))) found.add(name);
  }
  return found;
}

function some(names: ReadonlySet<string>, isKnown: (name: string) => boolean): boolean {
  for (const name of names) if (isKnown(name)) return true;
  return false;
}

/** Told of every name on which something rests. */
type Collect = (name: string) => void;

/** `isTyped` where what a call gives is no function, but for those that make one: `sent := client.Track(…)` sends nothing. */
function aliasesIn(unit: Unit, isTyped: boolean): readonly Alias[] {
  const aliases: Alias[] = [];
  const add = (name: string, collect: (collect: Collect) => void): void => {
    const of = new Set<string>();
    collect(each => of.add(each));
    if (of.size > 0) aliases.push({ name, of });
  };
  for (const { local, name } of unit.imports)
    if (local !== undefined && name !== undefined) aliases.push({ name: local, of: new Set([name]) });
  for (const { name, type } of unit.types) {
    if (type.t === 'object')
      for (const member of type.members)
        add(member.name, collect => {
          if (member.type) inType(member.type, collect);
        });
    add(name, collect => {
      inType(type, collect);
    });
  }
  for (const binding of unit.bindings) {
    // An error is what a call of Go answers beside its result, and is handed to everything.
    if (binding.name === 'err') continue;
    if (isLazy(unit, binding)) aliases.push({ name: binding.name, of: undefined });
    else
      add(binding.name, collect => {
        if (isTyped && isResult(unit, binding)) return;
        inBinding(unit, binding, collect);
      });
  }
  for (const { name, returns } of unit.functions)
    if (name !== undefined && giver.test(name))
      add(name, collect => {
        for (const value of returns) inGiven(unit, value, collect);
      });
  for (const { members } of unit.classes)
    for (const { name, init, writes } of members)
      add(name, collect => {
        if (init) inExpr(unit, init, collect);
        for (const write of writes) inExpr(unit, write.value, collect);
      });
  return aliases;
}

function readIn(unit: Unit, aliases: readonly Alias[]): ReadonlySet<string> {
  const read = new Set<string>();
  for (const { name } of unit.imports) if (name !== undefined) read.add(name);
  for (const { path } of unit.bindings) for (const step of path ?? []) if (typeof step === 'string') read.add(step);
  for (const { of } of aliases) for (const name of of ?? []) read.add(name);
  const readsDirectly = (value: Expr): void => {
    if (value.k === 'name' || value.k === 'member') read.add(value.name);
  };
  for (const { args } of unit.calls)
    for (const { value } of args) {
      readsDirectly(value);
      if (value.k === 'object') for (const entry of value.entries) readsDirectly(entry.value);
    }
  return read;
}

function inBinding(unit: Unit, { path, init, type, writes }: Binding, collect: Collect): void {
  const last = path?.at(-1);
  if (typeof last === 'string') collect(last);
  if (init) inExpr(unit, init, collect);
  if (type) inType(type, collect);
  for (const write of writes) if (write.path.length === 0) inExpr(unit, write.value, collect);
}

/** Whether a name is given what a call gives, or a part of it, of a function that is not named like one that makes others. */
function isResult(unit: Unit, { init }: Binding): boolean {
  let given = init;
  while (given?.k === 'cast' || given?.k === 'await' || given?.k === 'index')
    given = given.k === 'index' ? given.object : given.value;
  const call = given?.k === 'call' ? unit.calls[given.call] : undefined;
  if (call?.form !== 'call') return false;
  const { callee } = call;
  // A name in capitals is a class, of which the call makes an object.
  return (callee.k === 'member' || (callee.k === 'name' && /^\p{Ll}/u.test(callee.name))) && !maker.test(callee.name);
}

const maker = /^(?:use|get|create|make|init|with|new|provide|inject|resolve|build|instance|shared|default|of|for)/i;

/** A component that is loaded when it is first shown has its name from where it is shown, not from where it is declared. */
function isLazy(unit: Unit, { init }: Binding): boolean {
  const call = init?.k === 'call' ? unit.calls[init.call] : undefined;
  return call?.args[0]?.value.k === 'function' && lazyLoaders.has(callName(call) ?? '');
}

/** Functions that give others something to use are called so: hooks, getters, factories. */
const giver = /^(?:use|get|create|make|init|with)[A-Z]/;

/** What a returned value is, where it has a name (a hook's), rather than what calling that returned. */
function inGiven(unit: Unit, value: Expr, collect: Collect): void {
  if (value.k === 'name' || value.k === 'member') inExpr(unit, value, collect);
  const call = value.k === 'call' ? unit.calls[value.call] : undefined;
  if (!call) return;
  if (/^use[A-Z]/.test(callName(call) ?? '')) inExpr(unit, call.callee, collect);
  const first = call.args[0]?.value;
  if (first?.k === 'name') collect(first.name);
}

/** What an expression's value is, is made by, or is a part of. */
function inExpr(unit: Unit, expr: Expr, collect: Collect, depth = 0): void {
  if (depth > 8) return;
  switch (expr.k) {
    case 'name':
      collect(expr.name);
      return;
    case 'member':
      collect(expr.name);
      inExpr(unit, expr.object, collect, depth + 1);
      return;
    case 'index':
      inExpr(unit, expr.object, collect, depth + 1);
      return;
    case 'call': {
      const call = unit.calls[expr.call];
      if (!call) return;
      inExpr(unit, call.callee, collect, depth + 1);
      // Only functions that hand their argument back matter here, and they are few: looking into all first arguments is cheap.
      const first = call.args[0]?.value;
      if (first && first.k !== 'object') inExpr(unit, first, collect, depth + 1);
      return;
    }
    case 'cast':
    case 'await':
    case 'spread':
      inExpr(unit, expr.value, collect, depth + 1);
      return;
    case 'choice':
      for (const option of expr.options) inExpr(unit, option, collect, depth + 1);
      return;
    default:
      return;
  }
}

function inType(type: TypeExpr, collect: Collect, depth = 0): void {
  if (depth > 6) return;
  switch (type.t) {
    case 'typeof':
      if (type.value.k === 'name' || type.value.k === 'member') collect(type.value.name);
      return;
    case 'reference':
      collect(type.name);
      for (const arg of type.args) inType(arg, collect, depth + 1);
      return;
    case 'union':
    case 'intersection':
      for (const member of type.of) inType(member, collect, depth + 1);
      return;
    case 'index':
      inType(type.object, collect, depth + 1);
      return;
    default:
      return;
  }
}
