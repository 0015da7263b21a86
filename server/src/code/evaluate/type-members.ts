import type { CodeFile, TypeExpr, TypeMember, Unit } from '../facts.ts';
import { isJavaScript } from '../language-families.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { libraryType } from './lib-types.ts';
import { argumentsOf, arrayTypes, findType, transparent } from './type-names.ts';
import { objectOf, textsOf, unknown, type Alternative, type Field, type ObjectValue, type TypeAt } from './value.ts';

interface Members {
  readonly members: ReadonlyMap<
    string,
    {
      readonly type: TypeAt | undefined;
      readonly optional: boolean;
      readonly member: TypeMember;
      readonly file: CodeFile;
      readonly unit: Unit;
    }
  >;
  readonly index?: TypeAt;
}

/** The members that a type declares; undefined where it is not known to have any. */
export function membersOf(evaluator: Evaluator, at: TypeAt, depth = 0): Members | undefined {
  const { type } = at;
  if (depth > 20) return undefined;
  switch (type.t) {
    case 'object':
      return {
        members: new Map(
          type.members.map(member => [
            member.name,
            {
              type: member.type && { ...at, type: member.type },
              optional: member.optional,
              member,
              file: at.file,
              unit: at.unit,
            },
          ]),
        ),
        ...(type.index && { index: { ...at, type: type.index } }),
      };
    case 'intersection':
      return merged(type.of.map(member => membersOf(evaluator, { ...at, type: member }, depth + 1)));
    case 'union': {
      const solid = type.of.filter(
        member => !(member.t === 'primitive' && (member.name === 'null' || member.name === 'undefined')),
      );
      return solid.length === 1 && solid[0] ? membersOf(evaluator, { ...at, type: solid[0] }, depth + 1) : undefined;
    }
    case 'mapped': {
      const keys = evaluator.valueOfType({ ...at, type: type.keys });
      const names = textsOf(keys);
      if (!names) return undefined;
      return {
        members: new Map(
          names.map(name => {
            const args = new Map(at.args).set(type.param, { ...at, type: { t: 'literal', value: name } });
            return [
              name,
              {
                type: type.value && { ...at, type: type.value, args },
                optional: false,
                member: { name, type: type.value, optional: false, at: 0 },
                file: at.file,
                unit: at.unit,
              },
            ];
          }),
        ),
      };
    }
    case 'reference':
      return membersOfReference(evaluator, at, type, depth);
    default:
      return undefined;
  }
}

function membersOfReference(
  evaluator: Evaluator,
  at: TypeAt,
  type: Extract<TypeExpr, { t: 'reference' }>,
  depth: number,
): Members | undefined {
  const bound = at.args?.get(type.name);
  if (bound) return membersOf(evaluator, bound, depth + 1);
  const target = findType(evaluator, at.file, type.name);
  if (target?.kind === 'declaration') {
    const inner: TypeAt = {
      type: target.declaration.type,
      file: target.file,
      unit: target.unit,
      args: argumentsOf(at, type, target.declaration),
    };
    const bases = target.declaration.extends.map(base => membersOf(evaluator, { ...inner, type: base }, depth + 1));
    return bases.length > 0
      ? merged([...bases, membersOf(evaluator, inner, depth + 1)])
      : membersOf(evaluator, inner, depth + 1);
  }
  const [first, second] = type.args;
  const library = isJavaScript(at.file.language) ? libraryType(type.name) : undefined;
  if (library) return membersOf(evaluator, { ...at, type: library }, depth + 1);
  if (!first) return undefined;
  const of = { ...at, type: first };
  if (type.name === 'Partial') return changed(membersOf(evaluator, of, depth + 1), () => true, true);
  if (type.name === 'Record') return recordMembers(evaluator, at, first, second);
  if ((type.name === 'Pick' || type.name === 'Omit') && second) {
    const names = new Set(textsOf(evaluator.valueOfType({ ...at, type: second })));
    return changed(membersOf(evaluator, of, depth + 1), name => names.has(name) === (type.name === 'Pick'));
  }
  return transparent.has(type.name) ? membersOf(evaluator, of, depth + 1) : undefined;
}

function recordMembers(
  evaluator: Evaluator,
  at: TypeAt,
  keys: TypeExpr,
  value: TypeExpr | undefined,
): Members | undefined {
  const names = textsOf(evaluator.valueOfType({ ...at, type: keys }));
  const type = value && { ...at, type: value };
  if (!names) return { members: new Map(), ...(type && { index: type }) };
  return {
    members: new Map(
      names.map(name => [
        name,
        { type, optional: false, member: { name, type: value, optional: false, at: 0 }, file: at.file, unit: at.unit },
      ]),
    ),
  };
}

function merged(parts: readonly (Members | undefined)[]): Members | undefined {
  const known = parts.filter(part => part !== undefined);
  if (known.length === 0) return undefined;
  const index = known.find(part => part.index)?.index;
  return { members: new Map(known.flatMap(part => [...part.members])), ...(index && { index }) };
}

function changed(members: Members | undefined, keep: (name: string) => boolean, optional?: true): Members | undefined {
  return (
    members && {
      ...members,
      members: new Map(
        [...members.members]
          .filter(([name]) => keep(name))
          .map(([name, member]) => [name, optional ? { ...member, optional } : member]),
      ),
    }
  );
}

export function memberType(
  evaluator: Evaluator,
  at: TypeAt,
  name: string,
  depth = 0,
): { readonly type: TypeAt; readonly optional: boolean } | undefined {
  const members = membersOf(evaluator, at, depth);
  const member = members?.members.get(name);
  if (member) return member.type && { type: member.type, optional: member.optional };
  // As the compiler by default, an index signature is believed: whoever reads a key knows that it is there.
  if (members?.index) return { type: members.index, optional: false };
  return undefined;
}

/** The type of an array's items, of one item of a tuple, or of an index signature's values. */
export function itemType(evaluator: Evaluator, at: TypeAt, position: number | undefined): TypeAt | undefined {
  const { type } = at;
  if (type.t === 'array') return type.of && { ...at, type: type.of };
  if (type.t === 'tuple') {
    const item = position === undefined ? { t: 'union' as const, of: type.of } : type.of[position];
    return item && { ...at, type: item };
  }
  if (type.t === 'reference' && arrayTypes.has(type.name) && type.args[0]) return { ...at, type: type.args[0] };
  return membersOf(evaluator, at)?.index;
}

/** An object with the fields that a type declares, for a value that is known by its type only. */
export function membersOfType(
  evaluator: Evaluator,
  at: TypeAt,
  of: Alternative,
  scope: Scope,
): ObjectValue | undefined {
  const members = membersOf(evaluator, at);
  if (!members || members.members.size === 0) return undefined;
  const fields = new Map<string, Field>();
  for (const [name, { type, optional, member, file, unit }] of members.members) {
    const place = { file, unit, at: member.at, end: member.at + name.length };
    fields.set(name, {
      value: () => (type ? evaluator.valueOfType(type) : unknown('its type is not known')),
      key: place,
      entry: place,
      always: !optional,
      level: scope.env.level,
      shorthand: false,
      ...(of.use && { use: of.use }),
    });
  }
  return objectOf(fields, 'it is known by its type only');
}
