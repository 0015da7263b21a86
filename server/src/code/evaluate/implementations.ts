import type { Call, TypeDeclaration } from '../facts.ts';
import { isJavaScript } from '../language-families.ts';
import { classMember } from './classes.ts';
import { accepts } from './construct.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { withParts } from './parts.ts';
import { findType } from './type-names.ts';
import { union, type ClassValue, type FunctionValue, type SdkValue, type TypeAt, type Value } from './value.ts';

/** The methods of a method's name that subclasses, or the classes behind an interface, have, and that take a call's arguments. */
export function implementations(evaluator: Evaluator, method: FunctionValue, call: Call): readonly FunctionValue[] {
  const { file, unit, fn } = method;
  const declared = unit.functions[fn];
  const cls = unit.classes[declared?.cls ?? -1];
  if (!declared?.name || !cls?.name || isJavaScript(file.language)) return [];
  const found: FunctionValue[] = [];
  const names = [cls.name];
  const called = new Set([declared.name, ...cls.members.filter(member => member.fn === fn).map(member => member.name)]);
  for (let at = 0; at < names.length && names.length < 12; at++) {
    for (const related of evaluator.program.related(file, names[at] ?? '')) {
      if (related.isExtension) continue;
      if (related.cls.name !== undefined && !names.includes(related.cls.name)) names.push(related.cls.name);
      const of = {
        v: 'class',
        file: related.file,
        unit: related.unit,
        cls: related.cls,
        env: evaluator.module,
      } as const;
      for (const part of withParts(of))
        for (const member of part.cls.members) {
          const own = part.unit.functions[member.fn ?? -1];
          if (
            !called.has(member.name) ||
            member.fn === undefined ||
            !own ||
            !accepts(own, call.args, file.language === 'swift')
          )
            continue;
          const self: Value = [{ v: 'instance', of }];
          found.push({ v: 'function', file: of.file, unit: part.unit, fn: member.fn, env: of.env, self });
        }
    }
  }
  return found;
}

/** Methods that the workspace adds to the types of an SDK (`fun Analytics.order()`), for the last name of what is called. */
export function addedTo(evaluator: Evaluator, { sdk, path }: SdkValue, { file }: Scope): readonly FunctionValue[] {
  const name = path.at(-1);
  if (name === undefined || isJavaScript(file.language)) return [];
  const types = new Set([...path.slice(0, -1), ...(sdk.names ?? [])]);
  return [...types].flatMap(type =>
    evaluator.program
      .related(file, type)
      .filter(({ isExtension }) => isExtension)
      .flatMap(({ file: at, unit, cls }) =>
        cls.members.flatMap((member): FunctionValue[] =>
          member.name === name && member.kind === 'method' && member.fn !== undefined
            ? [{ v: 'function', file: at, unit, fn: member.fn, env: evaluator.module }]
            : [],
        ),
      ),
  );
}

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
