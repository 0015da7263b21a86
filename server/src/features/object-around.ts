import type { CodeFile, Expr, Unit } from '../code/facts.ts';
import { offsetIn } from '../code/unit-places.ts';

/** Offsets of the innermost object literal of a file that holds an offset; undefined where there is none. */
export function objectAround(
  file: CodeFile,
  offset: number,
): { readonly start: number; readonly end: number } | undefined {
  let found: { readonly start: number; readonly end: number } | undefined;
  const visit = (unit: Unit, expr: Expr | undefined): void => {
    if (!expr) return;
    const [start, end] = [offsetIn(unit, expr.at), offsetIn(unit, expr.end)];
    if (start > offset || end < offset) return;
    if (expr.k === 'object' && (!found || end - start < found.end - found.start)) found = { start, end };
    for (const part of partsOf(expr)) visit(unit, part);
  };
  for (const unit of file.units) for (const expr of roots(unit)) visit(unit, expr);
  return found;
}

/** Every expression that the facts of a unit hold, without those inside of others. */
function* roots(unit: Unit): Iterable<Expr | undefined> {
  for (const { init, fallback, writes } of unit.bindings) {
    yield init;
    yield fallback;
    for (const write of writes) yield write.value;
  }
  for (const { callee, args } of unit.calls) {
    yield callee;
    for (const { value } of args) yield value;
  }
  for (const { returns } of unit.functions) yield* returns;
  for (const { members } of unit.classes) for (const { init } of members) yield init;
  for (const each of unit.exports) if ('value' in each) yield each.value;
}

function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.k) {
    case 'object':
      return expr.entries.map(({ value }) => value);
    case 'array':
      return expr.items;
    case 'choice':
      return expr.options;
    case 'cast':
    case 'await':
    case 'spread':
      return [expr.value];
    case 'binary':
      return [expr.left, expr.right];
    default:
      return [];
  }
}
