import { deferring } from '../deferring.ts';
import type { Call, CodeFile, Expr, Unit } from '../facts.ts';

export interface CallAt {
  readonly unit: Unit;
  readonly call: Call;
  readonly index: number;
}

const byFile = new WeakMap<CodeFile, CallsByName>();

/** The calls of a file by the last name of what they call. */
export function callsByName(file: CodeFile): CallsByName {
  let calls = byFile.get(file);
  if (!calls) byFile.set(file, (calls = new CallsByName(file.units)));
  return calls;
}

/** Only few of the names are ever asked for. */
class CallsByName {
  readonly #units = new Map<string, Unit[]>();

  constructor(units: readonly Unit[]) {
    for (const unit of units)
      for (const name of indexOf(unit).keys()) {
        const known = this.#units.get(name);
        if (known) known.push(unit);
        else this.#units.set(name, [unit]);
      }
  }

  has(name: string): boolean {
    return this.#units.has(name);
  }

  names(): Iterable<string> {
    return this.#units.keys();
  }

  get(name: string): readonly CallAt[] {
    const calls: CallAt[] = [];
    for (const unit of this.#units.get(name) ?? [])
      for (const index of indexOf(unit).get(name) ?? []) {
        const call = unit.calls[index];
        if (call) calls.push({ unit, call, index });
      }
    return calls;
  }
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
