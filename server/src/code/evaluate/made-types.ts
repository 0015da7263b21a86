import type { CodeFile, Primitive, TypeExpr } from '../facts.ts';
import { primitiveAt } from './primitives.ts';
import type { TypeAt, TypedValue } from './value.ts';

const { file, unit } = primitiveAt('object');
/** Where types stand that packages and platforms declare. */
const outside: CodeFile = { ...file, uri: 'outside:' };

/** A value of a type that no file of the workspace declares. References in it mean the types in `args`. */
export function typedAs(type: TypeExpr, args?: ReadonlyMap<string, TypeAt>): TypedValue {
  return { v: 'typed', type: { type, file: outside, unit, ...(args && { args }) } };
}

/** Whether a type is one that `typedAs` made, or a part of it. */
export function isOutside(at: TypeAt): boolean {
  return at.file === outside;
}

export function primitiveType(name: Primitive): TypeExpr {
  return { t: 'primitive', name };
}

export function unionType(...of: readonly TypeExpr[]): TypeExpr {
  return { t: 'union', of };
}

/** An object type of members that are always there. */
export function objectType(members: Readonly<Record<string, TypeExpr | undefined>>): TypeExpr {
  return {
    t: 'object',
    members: Object.entries(members).map(([name, type]) => ({ name, type, optional: false, at: 0 })),
  };
}

/** A function of which only the result matters. */
export function functionType(returns: TypeExpr): TypeExpr {
  return { t: 'function', params: [], returns };
}

export function referenceType(name: string): TypeExpr {
  return { t: 'reference', name, args: [] };
}
