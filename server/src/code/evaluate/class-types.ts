import { isJavaScript } from '../language-families.ts';
import type { Evaluator } from './evaluator.ts';
import { withParts } from './parts.ts';
import { findType } from './type-names.ts';
import type { ClassValue, TypeAt } from './value.ts';

/** The classes of the workspace that a type names, through `null` and wrappers of one. */
export function classesOfType(evaluator: Evaluator, at: TypeAt, depth = 0): readonly ClassValue[] {
  const { type } = at;
  if (depth > 6) return [];
  if (type.t === 'union' || type.t === 'intersection')
    return type.of.flatMap(member => classesOfType(evaluator, { ...at, type: member }, depth + 1));
  if (type.t !== 'reference') return [];
  // What is left of a type where its value is there: `tracker!`.
  const [of] = type.name === 'NonNullable' || type.name === 'Exclude' ? type.args : [];
  if (of) return classesOfType(evaluator, { ...at, type: of }, depth + 1);
  const target = findType(evaluator, at.file, type.name);
  if (target?.kind === 'declaration') {
    const { declaration, file, unit } = target;
    return isJavaScript(file.language)
      ? []
      : classesOfType(evaluator, { type: declaration.type, file, unit }, depth + 1);
  }
  return target?.value.filter(alternative => alternative.v === 'class') ?? [];
}

/** The type that a class, or a parent of it, declares for a member. */
export function typeOfMember(evaluator: Evaluator, of: ClassValue, name: string, depth = 0): TypeAt | undefined {
  const { file, unit, cls } = of;
  for (const part of withParts(of, name))
    for (const member of part.cls.members) {
      if (member.name !== name || member.kind === 'setter') continue;
      const fn = part.unit.functions[member.fn ?? -1];
      const type = member.type ?? fn?.returnType;
      return type && { type, file, unit: part.unit };
    }
  if (depth > 8) return undefined;
  for (const parent of cls.extends) {
    const call = parent.k === 'call' ? unit.calls[parent.call]?.callee : undefined;
    for (const value of evaluator.evaluate(call ?? parent, { file, unit, env: evaluator.module })) {
      const type = value.v === 'class' ? typeOfMember(evaluator, value, name, depth + 1) : undefined;
      if (type) return type;
    }
  }
  return undefined;
}
