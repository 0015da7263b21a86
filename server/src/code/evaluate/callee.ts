import type { Call } from '../facts.ts';
import { classMember } from './classes.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { implicitMember } from './implicit-members.ts';
import { chosen } from './overloads.ts';
import type { Alternative, FunctionValue, Value } from './value.ts';

/**
 * What a call calls: of overloaded functions those that take its arguments, in Ruby and Objective-C the method rather than what it
 * answers, and in PHP the method rather than the property of its name.
 */
export function calleeValue(evaluator: Evaluator, call: Call, scope: Scope): Value {
  let { callee } = call;
  while (callee.k === 'cast' || callee.k === 'await') callee = callee.value;
  const { language } = scope.file;
  const methods =
    language === 'ruby' || (language === 'php' && callee.k === 'member') ? methodsOf(evaluator, callee, scope) : [];
  if (methods.length > 0) return chosen(evaluator, methods, call, scope);
  const value =
    language === 'objective-c' && callee.k === 'member'
      ? evaluator.memberOf(evaluator.evaluate(callee.object, scope), callee.name, scope)
      : evaluator.evaluate(callee, scope);
  return chosen(evaluator, value, call, scope);
}

/** In Objective-C, `object.name` is what the method of that name answers. */
export function answersOf(evaluator: Evaluator, value: Value, scope: Scope): Value {
  const isAsked = (each: Alternative): each is FunctionValue => {
    const fn = each.v === 'function' ? each.unit.functions[each.fn] : undefined;
    return fn?.cls !== undefined && fn.params.length === 0;
  };
  return value.some(isAsked)
    ? value.flatMap(each => (isAsked(each) ? evaluator.apply(each, undefined, scope) : [each]))
    : value;
}

function methodsOf(evaluator: Evaluator, callee: Call['callee'], scope: Scope): Value {
  const found =
    callee.k === 'member'
      ? evaluator.evaluate(callee.object, scope).flatMap((object): Value => {
          if (object.v !== 'instance' && object.v !== 'class') return [];
          const [of, frame] = object.v === 'class' ? [object, undefined] : [object.of, object.frame];
          return classMember(evaluator, of, callee.name, object.v === 'class', [object], frame, 0, 'method');
        })
      : callee.k === 'name' && callee.binding < 0
        ? (implicitMember(evaluator, callee, scope, 'method') ?? [])
        : [];
  return found.filter(({ v }) => v === 'function');
}
