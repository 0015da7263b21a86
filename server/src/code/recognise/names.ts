import { deferring } from '../deferring.ts';
import type { Call, CodeFile, Expr, Unit } from '../facts.ts';

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
  for (const unit of file.units)
    for (const [name, indexes] of indexOf(unit)) {
      let known = calls.get(name);
      if (!known) calls.set(name, (known = []));
      for (const index of indexes) {
        const call = unit.calls[index];
        if (call) known.push({ unit, call, index });
      }
    }
  return calls;
}

/** By the unit's calls, which it keeps when it is moved. */
const indexByUnit = new WeakMap<Unit['calls'], ReadonlyMap<string, readonly number[]>>();

/** Which calls of a unit have which last name. */
function indexOf({ calls }: Unit): ReadonlyMap<string, readonly number[]> {
  const known = indexByUnit.get(calls);
  if (known) return known;
  const indexes = new Map<string, number[]>();
  calls.forEach((call, index) => {
    const name = callName(call);
    if (name === undefined) return;
    const same = indexes.get(name);
    if (same) same.push(index);
    else indexes.set(name, [index]);
  });
  indexByUnit.set(calls, indexes);
  return indexes;
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
