import type { Call, CodeFile, Expr, Unit } from '../facts.ts';
import { deferringUntil } from '../deferring.ts';
import { enter } from '../evaluate/frames.ts';
import { calleeValue } from '../evaluate/callee.ts';
import { addedTo, implementations } from '../evaluate/implementations.ts';
import type { Evaluator, Scope } from '../evaluate/evaluator.ts';
import { reachable } from '../evaluate/reach.ts';
import { union, type Alternative, type FunctionValue, type SdkValue, type Value } from '../evaluate/value.ts';
import { matchConfigured, type FunctionSpec } from './configured.ts';
import { isCalledFromOutside, isTrackerClass } from './event-methods.ts';
import { callName } from './names.ts';
import { matchMessage, matchSdk, type Message } from './sdk-match.ts';

/** A call that passes on what a wrapper is given. */
export interface Forward {
  readonly file: CodeFile;
  readonly unit: Unit;
  readonly call: Call;
  /** It sends an event that the name of its method stands for: others send it by calling that. */
  readonly isFixed?: true;
}

/** What is known about functions that are tracking calls themselves. */
export interface Wrappers {
  forwardsOf(unit: Unit, fn: number): readonly Forward[];
  /** Functions that the config declares, for a file. */
  specsFor(file: CodeFile): readonly FunctionSpec[];
  /** Functions that run when something is emitted under a name: `@OnEvent(name)` and `.on(name, listener)`. */
  listeners(evaluator: Evaluator, name: string): readonly FunctionValue[];
}

/** A message that a call sends, at once or through wrappers. */
export interface Tracked extends Message {
  /** The wrapper that the call names, where it is not the SDK's function. */
  readonly via?: FunctionValue;
  /** The call of the SDK at the bottom, for explanations. */
  readonly bottom: Forward;
}

/** The way from a reported call down through wrappers. */
interface Journey {
  /** Functions that were entered; one that calls itself sends nothing else the second time. */
  readonly entered: readonly { readonly unit: Unit; readonly fn: number }[];
  /** Shared by all branches of the way: many wrappers of many wrappers are not followed to the last. */
  readonly steps: { left: number };
}

const mostSteps = 300;

/** Everything that one call sends. Empty where it is no tracking call. */
export function track(
  evaluator: Evaluator,
  wrappers: Wrappers,
  call: Call,
  scope: Scope,
  journey: Journey = { entered: [], steps: { left: mostSteps } },
): readonly Tracked[] {
  if (journey.entered.length > 12 || journey.steps.left-- <= 0) return [];
  const bottom = { file: scope.file, unit: scope.unit, call };
  for (const spec of wrappers.specsFor(scope.file)) {
    const message = matchConfigured(evaluator, spec, call, scope);
    if (!message) continue;
    const inside = message.isGuessed ? throughFunctions(evaluator, wrappers, call, scope, journey) : [];
    return inside.length > 0 ? inside : [{ ...message, bottom }];
  }
  const callee = calleeOf(evaluator, call, scope);
  const found: Tracked[] = [];
  for (const alternative of callee) {
    if (alternative.v === 'sdk') {
      const message = matchSdk(evaluator, alternative, call, scope);
      if (message) found.push({ ...message, bottom });
      else
        for (const added of addedTo(evaluator, alternative, scope))
          found.push(...through(evaluator, wrappers, added, call, scope, journey));
    } else if (alternative.v === 'function') {
      found.push(...through(evaluator, wrappers, alternative, call, scope, journey));
    } else if (alternative.v === 'class' && alternative.cls.ctor !== undefined && call.form === 'new') {
      found.push(
        ...through(
          evaluator,
          wrappers,
          { ...alternative, v: 'function', fn: alternative.cls.ctor },
          call,
          scope,
          journey,
        ),
      );
    } else {
      const named = byReceiver(evaluator, alternative, call, scope);
      const message = named && matchSdk(evaluator, named, call, scope);
      if (message && isPlausible(message)) found.push({ ...message, bottom });
    }
  }
  if (found.length === 0) {
    const message = matchMessage(evaluator, callName(call) ?? '', call, scope);
    if (message) found.push({ ...message, bottom });
  }
  if (found.length === 0) found.push(...emitted(evaluator, wrappers, call, scope, journey));
  return found.slice(0, 16);
}

/** What the functions of the workspace that a call calls send, whatever the config says of their name. */
function throughFunctions(
  evaluator: Evaluator,
  wrappers: Wrappers,
  call: Call,
  scope: Scope,
  journey: Journey,
): Tracked[] {
  return calleeOf(evaluator, call, scope).flatMap(callee =>
    callee.v === 'function' ? through(evaluator, wrappers, callee, call, scope, journey) : [],
  );
}

/** What a call calls; a parameter stands for what its callers pass. */
function calleeOf(evaluator: Evaluator, call: Call, scope: Scope): Value {
  // `f.call(this, a)` is not followed through its shifted arguments; `f.bind(…)(a)` is, as a value.
  return asPassed(evaluator, calleeValue(evaluator, call, scope), scope);
}

/** `value`, with what callers pass in the place of parameters that are given trackers, or objects that hold them. */
function asPassed(evaluator: Evaluator, value: Value, scope: Scope, depth = 0): Value {
  if (depth > 6 || !value.some(({ v }) => v === 'parameter')) return value;
  return union(
    value.map(alternative => {
      if (alternative.v !== 'parameter') return [alternative];
      const { unit, fn, param, path } = alternative;
      for (let known = path.length; known >= 0; known--) {
        const passed = evaluator.program.passed(unit, fn, param, path.slice(0, known));
        if (passed.length === 0) continue;
        const members = path.slice(known);
        return union(
          passed.map(({ file, unit: at, value: expr }) => {
            const given = evaluator.evaluate(expr, { file, unit: at, env: evaluator.site });
            const member = members.reduce((object, name) => evaluator.memberOf(object, name, scope), given);
            return asPassed(evaluator, member, scope, depth + 1);
          }),
        );
      }
      return [alternative];
    }),
  );
}

function through(
  evaluator: Evaluator,
  wrappers: Wrappers,
  callee: FunctionValue,
  given: Call,
  scope: Scope,
  journey: Journey,
): Tracked[] {
  const { callee: called } = given;
  const isLater = called.k === 'member' && deferringUntil.has(called.name) && scope.file.language === 'ruby';
  const call = isLater ? { ...given, args: given.args.slice(1) } : given;
  const { unit, fn } = callee;
  if (journey.entered.some(each => each.unit === unit && each.fn === fn)) return [];
  const further: Journey = { ...journey, entered: [...journey.entered, { unit, fn }] };
  const declared = unit.classes[unit.functions[fn]?.cls ?? -1]?.name;
  const mayBeFixed = isCalledFromOutside(call) && isTrackerClass(declared);
  const forwardsOf = (each: FunctionValue): readonly Forward[] =>
    wrappers.forwardsOf(each.unit, each.fn).filter(({ isFixed }) => mayBeFixed || !isFixed);
  const forwards = forwardsOf(callee);
  if (forwards.length === 0)
    return implementations(evaluator, callee, call)
      .filter(each => forwardsOf(each).length > 0)
      .flatMap(each => through(evaluator, wrappers, each, call, scope, further));
  const frame = enter(evaluator, callee, call, scope, 1);
  const reached = reachable(evaluator, forwards, ({ file, unit: at, call: { at: place } }) => ({
    at: place,
    scope: { file, unit: at, env: frame },
  }));
  return reached.flatMap(forward => {
    const inside = track(
      evaluator,
      wrappers,
      forward.call,
      { file: forward.file, unit: forward.unit, env: frame },
      further,
    );
    return inside.filter(sends).map(message => ({ ...message, via: callee }));
  });
}

/** A wrapper that is given no event sends none. */
function sends({ event, kind }: Message): boolean {
  if (!event) return kind !== 'track';
  return !event.every(
    alternative => alternative.v === 'scalar' && (alternative.value === undefined || alternative.value === null),
  );
}

/**
 * The SDK that a receiver's name stands for where its value is not known: `this.props.analytics.track(…)`. A name alone
 * says it only where nothing in reach says otherwise.
 */
function byReceiver(evaluator: Evaluator, callee: Alternative, call: Call, scope: Scope): SdkValue | undefined {
  if (callee.v !== 'unknown' && callee.v !== 'module' && callee.v !== 'parameter') return undefined;
  if (callee.v === 'module' && callee.name !== 'global' && callee.name !== 'window' && !isLocalAlias(callee.name))
    return undefined;
  const { callee: expr } = call;
  const { program } = evaluator;
  if (expr.k === 'name') {
    const sdk = callee.v === 'parameter' ? undefined : program.sdkOfGlobal(scope.file, expr.name);
    return sdk && { v: 'sdk', sdk, path: [] };
  }
  if (expr.k !== 'member') return undefined;
  const receiver = receiverName(expr.object);
  const sdk =
    receiver === undefined
      ? undefined
      : (program.sdkOfGlobal(scope.file, receiver) ?? program.sdkOfReceiver(scope.file, receiver));
  return sdk && { v: 'sdk', sdk, path: ['', expr.name] };
}

/** Whether a package name is rather a path of the workspace that could not be resolved. */
function isLocalAlias(name: string): boolean {
  return /^(\.|~|@\/|#|src\/|app\/|lib\/)/.test(name);
}

function receiverName(expr: Expr): string | undefined {
  switch (expr.k) {
    case 'name':
    case 'member':
      return expr.name;
    case 'cast':
    case 'await':
      return receiverName(expr.value);
    default:
      return undefined;
  }
}

/** A call that is recognised by its receiver's name must look like one: its event is a text, or not known. */
function isPlausible({ event, kind, payload }: Message): boolean {
  if (kind !== 'track') return true;
  if (!event) return payload === undefined;
  return event.every(
    alternative =>
      !['function', 'array', 'object', 'class', 'instance', 'sdk'].includes(alternative.v) &&
      !(
        alternative.v === 'scalar' &&
        typeof alternative.value !== 'string' &&
        alternative.value !== undefined &&
        alternative.value !== null
      ),
  );
}

/** Methods that hand a payload to whatever listens to a name. */
export const emitters: ReadonlySet<string> = new Set(['emit', 'emitAsync', 'dispatch', 'publish', 'trigger']);

/** The function of PHP's plugins that calls what was added to a name by `add_action`. */
export const hook = 'do_action';

/** `emitter.emit(NAME, payload)` calls what listens to NAME. */
function emitted(evaluator: Evaluator, wrappers: Wrappers, call: Call, scope: Scope, journey: Journey): Tracked[] {
  const { callee } = call;
  const [first] = call.args;
  const isHook = callee.k === 'name' && callee.name === hook && scope.file.language === 'php';
  if (!first || (!isHook && (callee.k !== 'member' || !emitters.has(callee.name)))) return [];
  const names = evaluator.evaluate(first.value, scope);
  return names.flatMap(name => {
    if (name.v !== 'scalar' || typeof name.value !== 'string') return [];
    const rest: Call = { ...call, args: call.args.slice(1) };
    return wrappers
      .listeners(evaluator, name.value)
      .flatMap(listener => through(evaluator, wrappers, listener, rest, scope, journey));
  });
}
