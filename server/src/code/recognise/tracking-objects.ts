import type { Class, Expr } from '../facts.ts';
import { membersNamed } from '../evaluate/class-members.ts';
import type { Evaluator, Scope } from '../evaluate/evaluator.ts';
import { methodsOf, wholeOf } from '../evaluate/parts.ts';
import type { Alternative, InstanceValue } from '../evaluate/value.ts';
import { isDynamic, isJavaScript } from '../language-families.ts';
import type { NameTest } from './known-names.ts';
import type { Wrappers } from './track.ts';

/** Whether an object has methods that track, or members that it was given to track by. */
export function tracksItself(
  evaluator: Evaluator,
  instance: InstanceValue,
  wrappers: Pick<Wrappers, 'forwardsOf'>,
  names: NameTest,
  isTracker: (alternative: Alternative) => boolean,
): boolean {
  const { cls, unit, file } = instance.of;
  if (isJavaScript(file.language)) return false;
  if (methodsOf(instance.of).some(at => wrappers.forwardsOf(at.unit, at.fn).length > 0)) return true;
  const scope: Scope = { file, unit, env: evaluator.module };
  return membersGiven(cls, names).some(name => evaluator.memberOf([instance], name, scope).some(isTracker));
}

/** Whether an expression is the object itself, of a class that may track: `Commands(self)` where `self.event = analytics.event`. */
export function mayBeTrackingObject(
  expr: Expr,
  { file, unit }: Scope,
  wrappers: Pick<Wrappers, 'forwardsOf'>,
  names: NameTest,
): boolean {
  if (expr.k !== 'this' || expr.parent || isJavaScript(file.language) || !isDynamic(file.language)) return false;
  const own = unit.classes[expr.cls];
  if (!own) return false;
  const whole = wholeOf(file, unit, own);
  return (
    methodsOf({ file, ...whole }).some(at => wrappers.forwardsOf(at.unit, at.fn).length > 0) ||
    membersGiven(whole.cls, names).length > 0
  );
}

/** Members that are set to something of the same name: `self.event = analytics.event`. */
function membersGiven(cls: Class, names: NameTest): readonly string[] {
  return cls.members.flatMap(({ name, fn, writes }) =>
    fn === undefined && names.has(name) && membersNamed(cls, name).length === 1
      ? writes.some(({ path, value }) => path.length === 0 && value.k === 'member' && value.name === name)
        ? [name]
        : []
      : [],
  );
}
