import type { Call, Expr, Unit } from '../facts.ts';

const known = new WeakMap<Call, boolean>();

/**
 * Whether the arguments of a call read parameters or variables of the functions around it. Others cannot pass anything on, so
 * that the functions around them are no wrappers because of them.
 */
export function readsLocals(unit: Unit, call: Call): boolean {
  let answer = known.get(call);
  if (answer === undefined) known.set(call, (answer = call.args.some(({ value }) => reads(unit, value, 0))));
  return answer;
}

function reads(unit: Unit, expr: Expr, depth: number): boolean {
  if (depth > 20) return true;
  const inner = (part: Expr): boolean => reads(unit, part, depth + 1);
  switch (expr.k) {
    case 'literal':
    case 'class':
      return false;
    case 'opaque':
      return expr.expected !== true;
    case 'name':
      return (unit.bindings[expr.binding]?.scope ?? -1) >= 0;
    case 'member':
      return inner(expr.object);
    case 'index':
      return inner(expr.object) || inner(expr.index);
    case 'template':
      return expr.parts.some(part => typeof part !== 'string' && inner(part));
    case 'call': {
      const call = unit.calls[expr.call];
      return !call || inner(call.callee) || call.args.some(({ value }) => inner(value));
    }
    case 'object':
      return expr.entries.some(
        ({ key, value }) => inner(value) || (key !== undefined && typeof key !== 'string' && inner(key)),
      );
    case 'array':
      return expr.items.some(inner);
    case 'choice':
      return expr.options.some(inner);
    case 'binary':
      return inner(expr.left) || inner(expr.right);
    case 'unary':
      return inner(expr.operand);
    case 'cast':
    case 'await':
    case 'spread':
      return inner(expr.value);
    case 'function':
      return true;
    case 'this':
      return false;
  }
}
