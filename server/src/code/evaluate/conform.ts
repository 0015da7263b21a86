import type { Primitive } from '../facts.ts';
import { isJavaScript } from '../language-families.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { mayBeNullish, withoutNullish } from './nullish.ts';
import { union, type Alternative, type TypeAt, type Value } from './value.ts';

/**
 * What a value can be where code says that it has a type: alternatives that the type rules out are gone, since the code has
 * seen to that in a way that was not followed. The type's own value where nothing would be left.
 */
export function conform(evaluator: Evaluator, value: Value, at: TypeAt): Value {
  const type = evaluator.valueOfType(at);
  if (type.length === 0 || type.some(alternative => alternative.v !== 'scalar' && alternative.v !== 'typed'))
    return value;
  const objects = type.filter(isObjectType);
  const left = value
    .flatMap(alternative =>
      isObjectType(alternative) && objects.length > 0 ? objects : [ofParameter(evaluator, alternative, at, type)],
    )
    .filter(alternative => isAllowed(alternative, type));
  if (left.length === 0) return value.length === 0 ? value : type;
  return mayBeNullish(evaluator, left) && !mayBeNullish(evaluator, type) ? withoutNullish(left) : left;
}

/** A parameter has the narrower one of the two types. */
function ofParameter(evaluator: Evaluator, alternative: Alternative, at: TypeAt, type: Value): Alternative {
  if (alternative.v !== 'parameter' || !alternative.type || alternative.derived) return alternative;
  const own = evaluator.valueOfType(alternative.type);
  const isOpen = own.some(each => each.v === 'unknown');
  if (isOpen || (own.some(isObjectType) && type.some(isObjectType))) return { ...alternative, type: at };
  return own.every(each => isAllowed(each, type)) ? alternative : { ...alternative, type: at };
}

/** Whether an object is known by its type only: which members it has is what the code says last. */
function isObjectType(alternative: Alternative): boolean {
  return alternative.v === 'typed' && !isPlain(alternative);
}

function isAllowed(alternative: Alternative, type: Value): boolean {
  switch (alternative.v) {
    case 'scalar':
      return alternative.value === null || alternative.value === undefined
        ? type.some(each => each.v === 'scalar' && each.value === alternative.value)
        : allowsPrimitive(typeof alternative.value, type);
    case 'text':
      return allowsPrimitive('string', type);
    case 'array':
    case 'object':
    case 'instance':
    case 'function':
      return type.some(each => each.v === 'typed' && !isPlain(each));
    case 'typed':
      return isPlain(alternative) && alternative.type.type.t === 'primitive'
        ? allowsPrimitive(kindOf(alternative.type.type.name), type)
        : type.some(each => each.v === 'typed' && !isPlain(each));
    default:
      return true;
  }
}

function allowsPrimitive(kind: string, type: Value): boolean {
  return type.some(each => {
    if (each.v === 'scalar') return typeof each.value === kind;
    if (each.v !== 'typed') return false;
    // Aliases that were not followed, generics and brands may be anything.
    return each.type.type.t === 'primitive' && isPlain(each)
      ? kindOf(each.type.type.name) === kind
      : !['array', 'tuple', 'object', 'function'].includes(each.type.type.t);
  });
}

const plain: ReadonlySet<Primitive> = new Set<Primitive>(['string', 'number', 'integer', 'boolean', 'bigint']);

/** Whether it is known by a type that no object has. */
function isPlain(alternative: Extract<Alternative, { v: 'typed' }>): boolean {
  const { type } = alternative.type;
  return type.t === 'primitive' && plain.has(type.name);
}

function kindOf(name: Primitive): string {
  return name === 'integer' ? 'number' : name;
}

/** What a context or a container gives back is known by the type that it is asserted to have (`ctx.Value(key).(*Service)`). */
export function isAsserted(value: Value, { file }: Scope): boolean {
  return (
    !isJavaScript(file.language) &&
    value.every(
      each => each.v === 'unknown' || (each.v === 'parameter' && !each.type && !each.derived && each.path.length > 0),
    )
  );
}

/** Replaces what is not known by what the type says; a parameter stays one, and learns its type. */
export function refine(value: Value, type: Value, scope: Scope): Value {
  if (type.length === 0 || type.every(alternative => alternative.v === 'unknown')) return value;
  const [only] = type;
  return union(
    value.map(alternative => {
      if (alternative.v === 'unknown' || isUnfilled([alternative], scope)) return type;
      if (alternative.v === 'parameter' && !alternative.type && type.length === 1 && only?.v === 'typed')
        return [{ ...alternative, type: only.type }];
      if (
        alternative.v === 'parameter' &&
        (only?.v === 'sdk' ||
          only?.v === 'function' ||
          (only?.v === 'instance' && isJavaScript(alternative.file.language)))
      )
        return type;
      return [alternative];
    }),
  );
}

/** Whether a list is declared without items and so filled elsewhere: by then its type says what it holds. */
export function isUnfilled(value: Value, { file }: Scope): boolean {
  return (
    !isJavaScript(file.language) &&
    value.some(each => each.v === 'array' && each.items.length === 0 && each.open === undefined)
  );
}
