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
  for (const unit of file.units) {
    callNames(unit).forEach((name, index) => {
      const call = unit.calls[index];
      if (name === undefined || !call) return;
      const known = calls.get(name);
      if (known) known.push({ unit, call, index });
      else calls.set(name, [{ unit, call, index }]);
    });
  }
  return calls;
}

/** By the unit's calls, which it keeps when it is moved. */
const namesByUnit = new WeakMap<Unit['calls'], readonly (string | undefined)[]>();

function callNames({ calls }: Unit): readonly (string | undefined)[] {
  let names = namesByUnit.get(calls);
  if (!names) namesByUnit.set(calls, (names = calls.map(callName)));
  return names;
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
