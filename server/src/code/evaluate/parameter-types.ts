import type { Call } from '../facts.ts';
import { contextOf } from './contexts.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { memberType } from './type-members.ts';
import { primitiveAt } from './primitives.ts';
import { single, union, type TypeAt, type Value } from './value.ts';

/** The type of a parameter: its annotation, or what the place of the function says. */
export function typeOfParameter(evaluator: Evaluator, scope: Scope, fn: number, index: number): TypeAt | undefined {
  const { file, unit } = scope;
  const param = unit.functions[fn]?.params[index];
  if (!param) return undefined;
  if (param.type) return { type: param.type, file, unit };
  if (param.fallback) {
    const given = single(evaluator.evaluate(param.fallback, scope))?.value;
    if (typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean')
      return primitiveAt(typeof given as 'string' | 'number' | 'boolean');
  }
  const context = contextOf(unit, fn);
  if (!context) return undefined;
  const expected = context.type
    ? { type: context.type, file, unit }
    : context.call && typeOfArgument(evaluator, scope, context.call, context.argument);
  const type =
    expected &&
    context.path.reduce<TypeAt | undefined>((at, name) => at && memberType(evaluator, at, name)?.type, expected);
  return type && givenTo(evaluator, type, index, 0);
}

/** The type that a callee expects for an argument. */
function typeOfArgument(evaluator: Evaluator, scope: Scope, call: Call, argument: number): TypeAt | undefined {
  for (const callee of evaluator.evaluate(call.callee, scope)) {
    if (callee.v === 'function') {
      const inside: Scope = { file: callee.file, unit: callee.unit, env: evaluator.module };
      const type = typeOfParameter(evaluator, inside, callee.fn, argument);
      if (type) return type;
    }
    if (callee.v === 'typed') return givenTo(evaluator, callee.type, argument, 0);
  }
  return undefined;
}

/** What a function of a type is given as its argument at `index`. */
function givenTo(evaluator: Evaluator, at: TypeAt, index: number, depth: number): TypeAt | undefined {
  const { type } = at;
  if (depth > 8) return undefined;
  if (type.t === 'function') {
    const declared = type.params[index]?.type;
    return declared && { ...at, type: declared };
  }
  if (type.t === 'union') {
    const solid = type.of.filter(member => member.t !== 'primitive');
    return solid.length === 1 && solid[0] ? givenTo(evaluator, { ...at, type: solid[0] }, index, depth + 1) : undefined;
  }
  const [first] = type.t === 'reference' ? type.args : [];
  if (
    type.t === 'reference' &&
    first &&
    index === 0 &&
    /(^|\.)(FC|FunctionComponent|VFC|SFC|ComponentType|NextPage|Component)$/.test(type.name)
  )
    return { ...at, type: first };
  const [only, more] = evaluator.valueOfType(at);
  return !more && only?.v === 'typed' && only.type.type !== type
    ? givenTo(evaluator, only.type, index, depth + 1)
    : undefined;
}

/** A value with parameters replaced by the few values that their types allow; for texts that are made from them. */
export function withFiniteTypes(evaluator: Evaluator, value: Value): Value {
  if (!value.some(alternative => alternative.v === 'parameter' && alternative.type)) return value;
  return union(
    value.map(alternative => {
      if (alternative.v !== 'parameter' || !alternative.type || alternative.derived) return [alternative];
      const typed = evaluator.valueOfType(alternative.type);
      return typed.length > 0 && typed.length <= 60 && typed.every(each => each.v === 'scalar') ? typed : [alternative];
    }),
  );
}
