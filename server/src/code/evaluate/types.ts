import type { ClassMember, Primitive, TypeExpr } from '../facts.ts';
import { isJavaScript } from '../language-families.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { libraryType } from './lib-types.ts';
import { primitive } from './primitives.ts';
import { itemType, memberType, membersOf } from './type-members.ts';
import {
  argumentsOf,
  arrayTypes,
  findType,
  functionTypes,
  objectTypes,
  transparent,
  type TypeTarget,
} from './type-names.ts';
import { constantOf } from './constants.ts';
import {
  scalar,
  textsOf,
  union,
  unknown,
  type Alternative,
  type ClassValue,
  type TypeAt,
  type Value,
} from './value.ts';

/**
 * All that a type says about a value of it: literals and enums become their values, classes instances, `typeof f` the function
 * itself, an SDK's exported type the SDK's client; the rest stays `typed`.
 */
export function valueOfType(evaluator: Evaluator, at: TypeAt, depth = 0): Value {
  const { type } = at;
  if (depth > 20) return unknown('its type refers to itself');
  switch (type.t) {
    case 'literal':
      return scalar(type.value);
    case 'primitive':
      if (type.name === 'null') return scalar(null);
      if (type.name === 'undefined' || type.name === 'void') return scalar(undefined);
      if (type.name === 'any' || type.name === 'unknown') return unknown('its type is not known');
      return type.name === 'never' ? [] : [{ v: 'typed', type: at }];
    case 'union':
      return union(type.of.map(member => valueOfType(evaluator, { ...at, type: member }, depth + 1)));
    case 'template':
      return templateValue(evaluator, at, type.parts, depth);
    case 'reference':
      return referenceValue(evaluator, at, type, depth);
    case 'typeof':
      return evaluator.evaluate(type.value, { file: at.file, unit: at.unit, env: evaluator.module });
    case 'keyof':
      return keysOf(evaluator, { ...at, type: type.of }, depth);
    case 'index':
      return indexed(evaluator, at, type, depth);
    case 'opaque':
      return unknown('its type is not known');
    case 'intersection':
      // `A & B` of protocols is a thing of each.
      return isJavaScript(at.file.language)
        ? [{ v: 'typed', type: at }]
        : union(type.of.map(member => valueOfType(evaluator, { ...at, type: member }, depth + 1)));
    case 'mapped':
    case 'array':
    case 'tuple':
    case 'object':
    case 'function':
      return [{ v: 'typed', type: at }];
  }
}

function templateValue(evaluator: Evaluator, at: TypeAt, parts: readonly (string | TypeExpr)[], depth: number): Value {
  let texts: string[] | undefined = [''];
  for (const part of parts) {
    const next: string[] | undefined =
      typeof part === 'string' ? [part] : textsOf(valueOfType(evaluator, { ...at, type: part }, depth + 1));
    if (!next || texts.length * next.length > 400) return primitive('string');
    texts = texts.flatMap(text => next.map(more => text + more));
  }
  return texts.map((value): Alternative => ({ v: 'scalar', value }));
}

function keysOf(evaluator: Evaluator, of: TypeAt, depth: number): Value {
  const members = membersOf(evaluator, of, depth + 1);
  // The keys of a catalogue are too many to mean any one of them.
  return members && !members.index && members.members.size <= 24
    ? [...members.members.keys()].map((value): Alternative => ({ v: 'scalar', value }))
    : primitive('string');
}

function indexed(evaluator: Evaluator, at: TypeAt, type: Extract<TypeExpr, { t: 'index' }>, depth: number): Value {
  const keys = valueOfType(evaluator, { ...at, type: type.index }, depth + 1);
  const object = { ...at, type: type.object };
  // `(typeof events)[number]` and `(typeof events)[keyof typeof events]` are read from the values themselves.
  const value = valueOfType(evaluator, object, depth + 1);
  const scope: Scope = { file: at.file, unit: at.unit, env: evaluator.module };
  if (value.length > 0 && value.every(alternative => alternative.v === 'object' || alternative.v === 'array'))
    return evaluator.elementOf(value, keys, scope);
  return union(
    keys.map(key => {
      if (key.v !== 'scalar') {
        const item = itemType(evaluator, object, undefined);
        return item ? valueOfType(evaluator, item, depth + 1) : unknown('its type is not known');
      }
      const member = memberType(evaluator, object, String(key.value), depth + 1);
      return member ? valueOfType(evaluator, member.type, depth + 1) : unknown('its type is not known');
    }),
  );
}

// ---------------------------------------------------------------------------------------------------- references

function referenceValue(
  evaluator: Evaluator,
  at: TypeAt,
  type: Extract<TypeExpr, { t: 'reference' }>,
  depth: number,
): Value {
  const bound = at.args?.get(type.name);
  if (bound) return valueOfType(evaluator, bound, depth + 1);
  const target = findType(evaluator, at.file, type.name);
  if (target) return declaredValue(evaluator, at, type, target, depth);
  const [first] = type.args;
  if (type.name === 'ReturnType' && first) return returnsOf(evaluator, { ...at, type: first }, depth);
  if (type.name === 'Partial' && first) return [{ v: 'typed', type: at }];
  if ((type.name === 'Pick' || type.name === 'Omit') && first) return [{ v: 'typed', type: at }];
  if (transparent.has(type.name) && first) {
    const inner = valueOfType(evaluator, { ...at, type: first }, depth + 1);
    return type.name === 'NonNullable'
      ? inner.filter(
          alternative =>
            !(alternative.v === 'scalar' && (alternative.value === null || alternative.value === undefined)),
        )
      : inner;
  }
  if (isJavaScript(at.file.language) && libraryType(type.name)) return [{ v: 'typed', type: at }];
  const wrapped = objectsOfPrimitives.get(type.name);
  if (wrapped) return primitive(wrapped);
  if (type.name === 'Exclude' && first && type.args[1]) return excluded(evaluator, at, first, type.args[1], depth);
  if (arrayTypes.has(type.name)) return [{ v: 'typed', type: { ...at, type: { t: 'array', of: first } } }];
  if (objectTypes.has(type.name) || functionTypes.has(type.name)) return [{ v: 'typed', type: at }];
  return unknown(`the type ${type.name} is not known`);
}

const objectsOfPrimitives = new Map<string, Primitive>([
  ['Date', 'date'],
  ['String', 'string'],
  ['Number', 'number'],
  ['Boolean', 'boolean'],
]);

function excluded(evaluator: Evaluator, at: TypeAt, from: TypeExpr, what: TypeExpr, depth: number): Value {
  const gone = new Set(
    valueOfType(evaluator, { ...at, type: what }, depth + 1).map(alternative =>
      alternative.v === 'scalar' ? alternative.value : alternative,
    ),
  );
  return valueOfType(evaluator, { ...at, type: from }, depth + 1).filter(
    alternative => !(alternative.v === 'scalar' && gone.has(alternative.value)),
  );
}

function returnsOf(evaluator: Evaluator, at: TypeAt, depth: number): Value {
  const scope: Scope = { file: at.file, unit: at.unit, env: evaluator.module };
  return union(
    valueOfType(evaluator, at, depth + 1).map(alternative => {
      if (alternative.v === 'function') return evaluator.apply(alternative, undefined, scope);
      if (alternative.v === 'sdk') return [alternative];
      if (alternative.v === 'typed' && alternative.type.type.t === 'function' && alternative.type.type.returns) {
        return valueOfType(evaluator, { ...alternative.type, type: alternative.type.type.returns }, depth + 1);
      }
      return unknown('what it returns is not known');
    }),
  );
}

/** A value of a declared type: an alias is followed, an interface stays, a class is an instance, an enum one of its members. */
function declaredValue(
  evaluator: Evaluator,
  at: TypeAt,
  type: Extract<TypeExpr, { t: 'reference' }>,
  target: TypeTarget,
  depth: number,
): Value {
  if (target.kind === 'value') {
    return union(
      target.value.map((alternative): Value => {
        if (alternative.v === 'class')
          return alternative.cls.kind === 'enum'
            ? enumMembers(evaluator, alternative)
            : [{ v: 'instance', of: alternative }];
        if (alternative.v === 'object') return union([...alternative.fields.values()].map(field => field.value()));
        return [alternative];
      }),
    );
  }
  const { declaration, file, unit } = target;
  const inner: TypeAt = { type: declaration.type, file, unit, args: argumentsOf(at, type, declaration) };
  if (declaration.type.t === 'object' || declaration.extends.length > 0) return [{ v: 'typed', type: { ...at, type } }];
  return valueOfType(evaluator, inner, depth + 1);
}

/** The constants of an enum that is written as a class (Java, Kotlin). */
function enumMembers(evaluator: Evaluator, of: ClassValue): Value {
  const scope: Scope = { file: of.file, unit: of.unit, env: evaluator.module };
  const constants = of.cls.members.filter(
    (member: ClassMember) => member.static && member.kind === 'field' && member.init !== undefined,
  );
  // An enum of many constants is a catalogue, of which any one may be meant.
  if (constants.length > 24) return [{ v: 'instance', of }];
  return union(
    constants.map(member =>
      (member.init ? evaluator.evaluate(member.init, scope) : []).map(alternative =>
        constantOf(alternative, member.name),
      ),
    ),
  );
}
