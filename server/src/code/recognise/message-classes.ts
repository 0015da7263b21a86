import type { Call, Expr } from '../facts.ts';
import { classesOfType } from '../evaluate/class-types.ts';
import type { Evaluator, Scope } from '../evaluate/evaluator.ts';
import type { Alternative, ClassValue, InstanceValue, ParameterValue, SdkValue } from '../evaluate/value.ts';

/**
 * An object of a class of the workspace that is a message of an SDK (`class OrderCompleted(BaseEvent)`), as generated clients have
 * them: the call of the parent's constructor says what it sends. Undefined for all else.
 */
export function messageOfClass(
  evaluator: Evaluator,
  instance: InstanceValue,
): { readonly parent: SdkValue; readonly call: Call; readonly scope: Scope } | undefined {
  const { of, frame } = instance;
  const parent = parentOf(evaluator, of);
  const call = of.unit.calls.find(
    ({ fn, callee }) => fn >= 0 && fn === of.cls.ctor && isParent(callee.k === 'member' ? callee.object : callee),
  );
  if (!parent || !call) return undefined;
  return { parent, call, scope: { file: of.file, unit: of.unit, env: frame ?? of.env } };
}

function isParent(expr: Expr): boolean {
  return expr.k === 'this' && expr.parent === true;
}

/** What a parameter is a message of, where its type is such a class. */
export function messageType(evaluator: Evaluator, { type, derived }: ParameterValue): SdkValue | undefined {
  if (!type || derived) return undefined;
  for (const of of classesOfType(evaluator, type)) {
    const parent = parentOf(evaluator, of);
    if (parent) return parent;
  }
  return undefined;
}

function parentOf(evaluator: Evaluator, { file, unit, cls, env }: ClassValue): SdkValue | undefined {
  const isSdk = (each: Alternative): each is SdkValue => each.v === 'sdk';
  return cls.extends.flatMap(parent => evaluator.evaluate(parent, { file, unit, env }).filter(isSdk))[0];
}
