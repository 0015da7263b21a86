import type { TypeDeclaration } from '../facts.ts';
import { classMember } from './classes.ts';
import type { Evaluator } from './evaluator.ts';
import { findType } from './type-names.ts';
import { union, type ClassValue, type TypeAt, type Value } from './value.ts';

/** An interface with more classes behind it than this says little about which of them is meant. */
const mostClasses = 6;

/**
 * The methods of a name of the classes that implement an interface: what is called where a service is given by its interface
 * only. Empty where the type is no interface, or no class of the workspace implements it.
 */
export function implemented(evaluator: Evaluator, at: TypeAt, name: string): Value {
  const { type } = at;
  if (type.t === 'union') return union(type.of.map(member => implemented(evaluator, { ...at, type: member }, name)));
  const declaration = type.t === 'reference' ? declarationOf(evaluator, at, type.name) : undefined;
  if (declaration?.type.t !== 'object') return [];
  const classes = evaluator.program
    .related(at.file, declaration.name)
    .filter(({ file, unit, cls }) =>
      cls.implements?.some(
        each =>
          each.t === 'reference' && declarationOf(evaluator, { type: each, file, unit }, each.name) === declaration,
      ),
    );
  if (classes.length > mostClasses) return [];
  return union(
    classes.map(({ file, unit, cls }) => {
      const of: ClassValue = { v: 'class', file, unit, cls, env: evaluator.module };
      const member = classMember(evaluator, of, name, false, [{ v: 'instance', of }]);
      return member.filter(alternative => alternative.v === 'function');
    }),
  );
}

function declarationOf(evaluator: Evaluator, at: TypeAt, name: string): TypeDeclaration | undefined {
  const target = findType(evaluator, at.file, name);
  return target?.kind === 'declaration' ? target.declaration : undefined;
}
