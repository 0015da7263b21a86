import type { Expr } from '../facts.ts';
import type { Range } from '../../base/text.ts';
import type { Scalar } from '../../base/vocabulary.ts';
import { isJavaScript } from '../language-families.ts';
import type { Evaluator, Scope } from '../evaluate/evaluator.ts';
import { itemType, membersOf, membersOfType } from '../evaluate/type-members.ts';
import { valueOfType } from '../evaluate/types.ts';
import type { Alternative, TypeAt, Value } from '../evaluate/value.ts';
import { union, unknown } from '../evaluate/value.ts';
import type { Payload, SentType, SentValue } from '../track-call.ts';
import { literalPlace } from './places.ts';

/** Reads the members of an object inside a payload; `depth` bounds objects that hold themselves. */
export type MembersReader = (value: Value, depth: number) => Payload;

/** What a payload's value can be, in the words of a plan. `range` is where findings about it belong. */
export function sentValue(
  evaluator: Evaluator,
  value: Value,
  expr: Expr | undefined,
  range: Range,
  members: MembersReader,
  depth = 0,
): SentValue {
  const types = new Set<SentType>();
  const values: Scalar[] = [];
  let isKnown = value.length > 0;
  let areValuesKnown = true;
  let optional = false;
  const expanded = expand(evaluator, value);
  for (const alternative of expanded) {
    if (alternative.v === 'scalar') {
      if (alternative.value === undefined) {
        optional = true;
        continue;
      }
      values.push(alternative.value);
      types.add(scalarType(alternative.value));
      continue;
    }
    areValuesKnown = false;
    const found = typesOf(evaluator, alternative);
    if (!found) isKnown = false;
    for (const type of found ?? []) types.add(type);
  }
  // An integer is a number.
  if (types.has('number')) types.delete('integer');
  const [only] = expanded;
  const literal =
    expanded.length === 1 && only?.v === 'scalar' && only.literal ? literalPlace(only.literal) : undefined;
  const path = expr && pathIn(expr);
  return {
    range,
    ...(literal && { literal }),
    ...(isKnown && types.size > 0 && { types: [...types] }),
    ...(isKnown && areValuesKnown && values.length > 0 && { values }),
    ...(optional && { optional }),
    ...(path && { path }),
    ...(depth < 6 && nested(evaluator, expanded, range, members, depth)),
  };
}

/** Values that stand for their type, and parameters, are replaced by what their type says. */
function expand(evaluator: Evaluator, value: Value): Value {
  return union(
    value.map(alternative => {
      if (alternative.v === 'parameter')
        return alternative.derived
          ? [alternative]
          : alternative.type
            ? valueOfType(evaluator, alternative.type)
            : unknown('it is a parameter');
      return [alternative];
    }),
  );
}

function nested(
  evaluator: Evaluator,
  value: Value,
  range: Range,
  members: MembersReader,
  depth: number,
): Pick<SentValue, 'members' | 'items'> {
  const [only] = value.filter(
    alternative => !(alternative.v === 'scalar' && (alternative.value === undefined || alternative.value === null)),
  );
  if (!only || value.length > 2) return {};
  if (only.v === 'object') return { members: members([only], depth + 1) };
  if (only.v === 'typed') {
    const scope: Scope = { file: only.type.file, unit: only.type.unit, env: evaluator.site };
    const object =
      typesOfType(evaluator, only.type)?.[0] === 'object'
        ? membersOfType(evaluator, only.type, only, scope)
        : undefined;
    if (object) return { members: members([object], depth + 1) };
    const item = itemType(evaluator, only.type, undefined);
    return item
      ? { items: sentValue(evaluator, valueOfType(evaluator, item), undefined, range, members, depth + 1) }
      : {};
  }
  if (only.v !== 'array' || only.items.length === 0) return {};
  const items = union(only.items.slice(0, 50).map(item => item()));
  const all = only.open === undefined ? items : union([items, unknown(only.open)]);
  return { items: sentValue(evaluator, all, undefined, range, members, depth + 1) };
}

function scalarType(value: Scalar): SentType {
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value as 'string' | 'boolean';
}

/** The types of one alternative; undefined where nothing is known. */
function typesOf(evaluator: Evaluator, alternative: Alternative): readonly SentType[] | undefined {
  switch (alternative.v) {
    case 'text':
      return ['string'];
    case 'object':
      return ['object'];
    case 'array':
      return ['array'];
    case 'function':
    case 'class':
      return ['function'];
    case 'instance':
      // How another language's SDK writes an object of a class is not known.
      return alternative.of.cls.extends.length > 0 || !isJavaScript(alternative.of.file.language)
        ? undefined
        : ['object'];
    case 'typed':
      return typesOfType(evaluator, alternative.type);
    case 'parameter':
      return alternative.derived === 'text' ? ['string'] : undefined;
    case 'sdk':
    case 'module':
    case 'store':
    case 'unknown':
    case 'scalar':
      return undefined;
  }
}

function typesOfType(evaluator: Evaluator, at: TypeAt): readonly SentType[] | undefined {
  const { type } = at;
  switch (type.t) {
    case 'primitive':
      switch (type.name) {
        case 'string':
        case 'number':
        case 'integer':
        case 'boolean':
        case 'bigint':
        case 'date':
        case 'object':
        case 'null':
          return [type.name];
        default:
          return undefined;
      }
    case 'array':
    case 'tuple':
      return ['array'];
    case 'object':
    case 'mapped':
      return ['object'];
    case 'function':
      return ['function'];
    case 'reference':
      // `Omit` and `Pick` of a type that is not known may be meant for a union of texts.
      if (/^(?:Omit|Pick)$/.test(type.name) && !membersOf(evaluator, at)) return undefined;
      return /^(Set|Iterable|Function|Dispatch)$/.test(type.name) ? undefined : ['object'];
    // `string & { readonly brand: … }` is a string.
    case 'intersection': {
      const parts = type.of.flatMap(member => valueOfType(evaluator, { ...at, type: member }));
      const primitives = parts.flatMap(part =>
        part.v === 'typed' && part.type.type.t === 'primitive' ? (typesOfType(evaluator, part.type) ?? []) : [],
      );
      return primitives.length > 0 ? primitives : ['object'];
    }
    default:
      return undefined;
  }
}

/** The members that an expression reads, outermost first: `user.profile?.email` is user, profile, email. */
function pathIn(expr: Expr): readonly string[] | undefined {
  switch (expr.k) {
    case 'name':
      return [expr.name];
    case 'member': {
      const object = pathIn(expr.object);
      return object ? [...object, expr.name] : [expr.name];
    }
    case 'this':
      return [];
    case 'cast':
    case 'await':
      return pathIn(expr.value);
    default:
      return undefined;
  }
}
