import type { Call, Expr, Unit } from '../facts.ts';

/**
 * The function whose call sends: a call inside a function that its owner only gives back (`object => action => track(…)`) runs
 * when what was given back is called.
 */
export function senderOf(unit: Unit, call: Call, owner: number): number {
  for (let at = call.fn; at >= 0 && at !== owner; at = unit.functions[at]?.parent ?? -1) {
    const outer = unit.functions[unit.functions[at]?.parent ?? -1];
    const inner = at;
    if (outer?.returns.some(value => givesBack(unit, value, inner))) return at;
  }
  return owner;
}

function givesBack(unit: Unit, value: Expr, fn: number): boolean {
  switch (value.k) {
    case 'function':
      return value.fn === fn;
    case 'name': {
      const binding = unit.bindings[value.binding];
      return (
        binding !== undefined &&
        (binding.fn === fn || (binding.init?.k === 'function' && binding.init.fn === fn)) &&
        binding.kind !== 'param'
      );
    }
    case 'object':
      return value.entries.some(entry => givesBack(unit, entry.value, fn));
    case 'array':
      return value.items.some(item => givesBack(unit, item, fn));
    case 'call': {
      const first = unit.calls[value.call]?.args[0];
      return first !== undefined && first.value.k !== 'object' && givesBack(unit, first.value, fn);
    }
    case 'cast':
      return givesBack(unit, value.value, fn);
    default:
      return false;
  }
}

/** Whether a call stands in a function or in one nested in it. */
export function isInside(unit: Unit, call: Call, fn: number): boolean {
  for (let at = call.fn; at >= 0; at = unit.functions[at]?.parent ?? -1) if (at === fn) return true;
  return false;
}
