import type { Binding, Call, Unit } from '../facts.ts';
import type { PlacedWrite } from './assignments.ts';
import { calleeValue } from './callee.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { enter } from './frames.ts';
import type { Value } from './value.ts';

/**
 * What functions of the workspace put into the object that a function's own name stands for, where they are given it before the place `at`:
 * `addCommon(properties)`. In textual order.
 */
export function fillingsOf(
  evaluator: Evaluator,
  binding: Binding,
  value: Value,
  scope: Scope,
  at: number,
): readonly PlacedWrite[] {
  if (binding.scope === -1 || !value.some(({ v }) => v === 'object')) return [];
  const index = scope.unit.bindings.indexOf(binding);
  return (givenTo(scope.unit).get(index) ?? []).flatMap(({ call, position }) =>
    call.end > at ? [] : fillingsBy(evaluator, call, position, scope),
  );
}

function fillingsBy(evaluator: Evaluator, call: Call, position: number, scope: Scope): PlacedWrite[] {
  return calleeValue(evaluator, call, scope).flatMap((callee): PlacedWrite[] => {
    if (callee.v !== 'function') return [];
    const { file, unit, fn } = callee;
    const given = unit.bindings[unit.functions[fn]?.params[position]?.binding ?? -1];
    const writes = given?.writes.filter(({ path }) => path.length > 0) ?? [];
    // What calls itself fills nothing more the second time.
    if (writes.length === 0 || scope.env.depth > 6) return [];
    const env = enter(evaluator, callee, call, scope, 0);
    return writes.map(write => ({ write, scope: { file, unit, env }, before: true, inOrder: true }));
  });
}

interface Given {
  readonly call: Call;
  readonly position: number;
}

const known = new WeakMap<Unit, ReadonlyMap<number, readonly Given[]>>();

/** The calls that are given a name as it stands, by the index of its binding. */
function givenTo(unit: Unit): ReadonlyMap<number, readonly Given[]> {
  const answer = known.get(unit);
  if (answer) return answer;
  const found = new Map<number, Given[]>();
  for (const call of unit.calls)
    call.args.forEach(({ value, name }, position) => {
      if (value.k !== 'name' || value.binding < 0 || name !== undefined || call.form !== 'call') return;
      const calls = found.get(value.binding);
      if (calls) calls.push({ call, position });
      else found.set(value.binding, [{ call, position }]);
    });
  known.set(unit, found);
  return found;
}
