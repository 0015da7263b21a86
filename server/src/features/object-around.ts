import type { CodeFile, Expr, Unit } from '../code/facts.ts';

/** Offsets of the innermost object literal of a file that holds an offset; undefined where there is none. */
export function objectAround(
  file: CodeFile,
  offset: number,
): { readonly start: number; readonly end: number } | undefined {
  const unit = file.units.findLast(unit => unit.start <= offset);
  if (!unit) return undefined;
  const at = offset - unit.start;
  let found: Expr | undefined;
  const visit = (expr: Expr | undefined) => {
    if (!expr || expr.at > at || expr.end < at) return;
    if (expr.k === 'object' && (!found || expr.end - expr.at < found.end - found.at)) found = expr;
    for (const part of partsOf(expr)) visit(part);
  };
  for (const expr of roots(unit)) visit(expr);
  return found && { start: unit.start + found.at, end: unit.start + found.end };
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
