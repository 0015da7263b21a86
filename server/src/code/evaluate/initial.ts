import { memberType } from './type-members.ts';
import type { Evaluator } from './evaluator.ts';
import { primitive } from './primitives.ts';
import { isSolid, union, unknown, type Alternative, type Field, type TypeAt, type Value } from './value.ts';

/**
 * What may be read of a state that starts with `value` and is set to others of its type later: a component's state, a store, a
 * context. Functions and clients stay what they are, a text is any text, and `null` stands for what is set later. `type` is the
 * state's, where that is declared.
 */
export function laterThan(evaluator: Evaluator, value: Value, type?: TypeAt): Value {
  return union(value.map(alternative => later(evaluator, alternative, type)));
}

function later(evaluator: Evaluator, alternative: Alternative, type: TypeAt | undefined): Value {
  switch (alternative.v) {
    case 'object': {
      const fields = [...alternative.fields].map(([name, field]): [string, Field] => [
        name,
        { ...field, value: () => laterMember(evaluator, field.value(), type, name) },
      ]);
      return [
        { ...alternative, fields: new Map(fields), open: alternative.open ?? 'it is set to another object later' },
      ];
    }
    case 'text':
      return primitive('string');
    case 'scalar':
      switch (typeof alternative.value) {
        case 'string':
          return primitive('string');
        case 'number':
          return primitive('number');
        case 'boolean':
          return primitive('boolean');
        default:
          return unknown('it is set when the program runs');
      }
    case 'typed':
    case 'unknown':
      return [alternative];
    default:
      return isSolid(alternative) ? [alternative] : unknown('it is set when the program runs');
  }
}

function laterMember(evaluator: Evaluator, value: Value, type: TypeAt | undefined, name: string): Value {
  if (value.some(isSolid)) return value;
  const member = type && memberType(evaluator, type, name);
  return member ? evaluator.valueOfType(member.type) : laterThan(evaluator, value);
}
