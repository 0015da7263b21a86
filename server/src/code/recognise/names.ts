import { deferring } from '../deferring.ts';
import { lazyLoaders } from '../evaluate/components.ts';
import type { Binding, Call, CodeFile, Expr, TypeExpr, Unit } from '../facts.ts';

export interface CallAt {
  readonly unit: Unit;
  readonly call: Call;
  readonly index: number;
}

const byFile = new WeakMap<CodeFile, ReadonlyMap<string, readonly CallAt[]>>();

/** The calls of a file by the last name of what they call. */
export function callsByName(file: CodeFile): ReadonlyMap<string, readonly CallAt[]> {
  let calls = byFile.get(file);
  if (!calls) byFile.set(file, (calls = indexCalls(file)));
  return calls;
}

function indexCalls(file: CodeFile): ReadonlyMap<string, readonly CallAt[]> {
  const calls = new Map<string, CallAt[]>();
  for (const unit of file.units) {
    unit.calls.forEach((call, index) => {
      const name = callName(call);
      if (name === undefined) return;
      const known = calls.get(name);
      if (known) known.push({ unit, call, index });
      else calls.set(name, [{ unit, call, index }]);
    });
  }
  return calls;
}

/** The last name of what a call calls; for `track('x')(…)`, which has none, that of the inner call. */
export function callName(call: Call): string | undefined {
  return nameOf(call.callee);
}

function nameOf(expr: Expr): string | undefined {
  switch (expr.k) {
    case 'member':
      return deferring.has(expr.name) ? (nameOf(expr.object) ?? expr.name) : expr.name;
    case 'name':
      return expr.name;
    case 'cast':
    case 'await':
      return nameOf(expr.value);
    case 'index':
      return expr.index.k === 'literal' && typeof expr.index.value === 'string'
        ? expr.index.value
        : nameOf(expr.object);
    case 'this':
      return expr.parent ? 'super' : undefined;
    default:
      return undefined;
  }
}

const readNames = new WeakMap<CodeFile, ReadonlySet<string>>();

/** Names that a file imports, or reads in a declaration or an assignment: those through which it may give others. */
export function namesRead(file: CodeFile): ReadonlySet<string> {
  let names = readNames.get(file);
  if (!names) {
    const found = new Set<string>();
    const collect = (name: string): boolean => {
      found.add(name);
      return false;
    };
    for (const unit of file.units) {
      for (const item of unit.imports) if (item.name !== undefined) found.add(item.name);
      for (const binding of unit.bindings)
        for (const step of binding.path ?? []) if (typeof step === 'string') found.add(step);
      collectAliases(unit, collect, new Set());
      for (const call of unit.calls)
        for (const { value } of call.args) {
          if (value.k === 'name' || value.k === 'member') found.add(value.name);
          if (value.k === 'object')
            for (const entry of value.entries)
              if (entry.value.k === 'name' || entry.value.k === 'member') found.add(entry.value.name);
        }
    }
    readNames.set(file, (names = found));
  }
  return names;
}

/**
 * Names that a file gives to what is known under other names: renamed imports, `const send = analytics.track`,
 * `const { track: send } = useAnalytics()`, `const capture = useCapture()`, and parameters whose type mentions one.
 */
export function aliasesOf(file: CodeFile, names: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const known = (name: string): boolean => names.has(name) || found.has(name);
  for (let round = 0, before = -1; round < 4 && before !== found.size; round++) {
    before = found.size;
    for (const unit of file.units) collectAliases(unit, known, found);
  }
  return found;
}

function collectAliases(unit: Unit, known: (name: string) => boolean, found: Set<string>): void {
  for (const item of unit.imports)
    if (item.local !== undefined && item.name !== undefined && known(item.name)) found.add(item.local);
  for (const declaration of unit.types) {
    if (declaration.type.t === 'object')
      for (const member of declaration.type.members)
        if (member.type && typeMentions(member.type, known)) found.add(member.name);
    if (typeMentions(declaration.type, known)) found.add(declaration.name);
  }
  for (const binding of unit.bindings) {
    if (!found.has(binding.name) && isAlias(unit, binding, known)) found.add(binding.name);
  }
  for (const fn of unit.functions)
    if (fn.name !== undefined && giver.test(fn.name) && fn.returns.some(value => givesOn(unit, value, known)))
      found.add(fn.name);
  collectMembers(unit, known, found);
}

function isAlias(unit: Unit, binding: Binding, known: (name: string) => boolean): boolean {
  // An error is what a call of Go answers beside its result, and is handed to everything.
  if (binding.name === 'err') return false;
  if (isLazy(unit, binding)) return true;
  const last = binding.path?.at(-1);
  return (
    (typeof last === 'string' && known(last)) ||
    (binding.init !== undefined && mentions(unit, binding.init, known)) ||
    (binding.type !== undefined && typeMentions(binding.type, known)) ||
    binding.writes.some(write => write.path.length === 0 && mentions(unit, write.value, known))
  );
}

/** A component that is loaded when it is first shown has its name from where it is shown, not from where it is declared. */
function isLazy(unit: Unit, { init }: Binding): boolean {
  const call = init?.k === 'call' ? unit.calls[init.call] : undefined;
  return call?.args[0]?.value.k === 'function' && lazyLoaders.has(callName(call) ?? '');
}

/** Functions that give others something to use are called so: hooks, getters, factories. */
const giver = /^(?:use|get|create|make|init|with)[A-Z]/;

/** Whether a returned value is something with a known name (a hook's), rather than what calling that returned. */
function givesOn(unit: Unit, value: Expr, known: (name: string) => boolean): boolean {
  if (value.k !== 'call') return value.k === 'name' || value.k === 'member' ? mentions(unit, value, known) : false;
  const call = unit.calls[value.call];
  const [first] = call?.args ?? [];
  return (
    call !== undefined &&
    ((/^use[A-Z]/.test(callName(call) ?? '') && mentions(unit, call.callee, known)) ||
      (first?.value.k === 'name' && known(first.value.name)))
  );
}

function collectMembers(unit: Unit, known: (name: string) => boolean, found: Set<string>): void {
  for (const cls of unit.classes) {
    for (const member of cls.members) {
      const initialised = member.init && mentions(unit, member.init, known);
      const assigned = member.writes.some(write => mentions(unit, write.value, known));
      if (initialised || assigned) found.add(member.name);
    }
  }
}

/** Whether an expression's value is, is made by, or is a part of something with a known name. */
function mentions(unit: Unit, expr: Expr, known: (name: string) => boolean, depth = 0): boolean {
  if (depth > 8) return false;
  switch (expr.k) {
    case 'name':
      return known(expr.name);
    case 'member':
      return known(expr.name) || mentions(unit, expr.object, known, depth + 1);
    case 'index':
      return mentions(unit, expr.object, known, depth + 1);
    case 'call': {
      const call = unit.calls[expr.call];
      if (!call) return false;
      if (mentions(unit, call.callee, known, depth + 1)) return true;
      // Only functions that hand their argument back matter here, and they are few: looking into all first arguments is cheap.
      const [first] = call.args;
      return first !== undefined && first.value.k !== 'object' && mentions(unit, first.value, known, depth + 1);
    }
    case 'cast':
    case 'await':
    case 'spread':
      return mentions(unit, expr.value, known, depth + 1);
    case 'choice':
      return expr.options.some(option => mentions(unit, option, known, depth + 1));
    default:
      return false;
  }
}

function typeMentions(type: TypeExpr, known: (name: string) => boolean, depth = 0): boolean {
  if (depth > 6) return false;
  switch (type.t) {
    case 'typeof':
      return type.value.k === 'name' || type.value.k === 'member' ? known(type.value.name) : false;
    case 'reference':
      return known(type.name) || type.args.some(arg => typeMentions(arg, known, depth + 1));
    case 'union':
    case 'intersection':
      return type.of.some(member => typeMentions(member, known, depth + 1));
    case 'index':
      return typeMentions(type.object, known, depth + 1);
    default:
      return false;
  }
}
