import type { Call, Expr } from '../facts.ts';
import type { CallKind } from '../../base/vocabulary.ts';
import { joinWords, splitWords } from '../../base/words.ts';
import type { NameCase } from '../../base/vocabulary.ts';
import type { Evaluator, Scope } from '../evaluate/evaluator.ts';
import { calleeValue } from '../evaluate/callee.ts';
import { concatenate, mapStrings } from '../evaluate/strings.ts';
import { scalar, type Value } from '../evaluate/value.ts';
import type { Locator } from '../sdk.ts';
import { locate } from './locate.ts';
import { eventName, type Message } from './sdk-match.ts';

/** A function that the config declares as a tracking call, ready to be compared with calls. */
export interface FunctionSpec {
  /** `trackEvent`, `telemetry.send`, `this.sendEvent`, `*.track`, by names. */
  readonly callee: readonly string[];
  readonly kind: CallKind;
  readonly event?: Locator;
  /** The method's own name is the event. */
  readonly eventInCallee?: true;
  readonly name?: string;
  readonly properties?: Locator;
  readonly user?: Locator;
  readonly also?: Locator;
  readonly separator: string;
  readonly transform: readonly (NameCase | 'lowercase' | 'uppercase' | 'trim')[];
  readonly prefix: string;
  readonly suffix: string;
  readonly adds: readonly string[];
  readonly open: boolean;
}

export interface ConfiguredMessage extends Message {
  readonly adds: readonly string[];
  readonly open: boolean;
}

/** The message of a call of a declared function; undefined where the call is none. */
export function matchConfigured(
  evaluator: Evaluator,
  spec: FunctionSpec,
  call: Call,
  scope: Scope,
): ConfiguredMessage | undefined {
  if (!isCalled(spec, call.callee) && !isGivenBack(spec, call, scope)) return undefined;
  const find = (locator: Locator | undefined): Value | undefined =>
    locator && locate(evaluator, named(evaluator, locator, call, scope), call, scope);
  const event = eventOf(spec, call, find);
  return {
    sdk: 'config',
    kind: spec.kind,
    event: event && spelled(spec, event),
    payload: find(spec.properties),
    payloadAt: spec.properties,
    user: spec.user && (find(spec.user) ?? []),
    omit: [],
    adds: spec.adds,
    open: spec.open,
  };
}

/** Where arguments are written with their names, a position means the parameter there, or the argument if that is not known. */
function named(evaluator: Evaluator, locator: Locator, call: Call, scope: Scope): Locator {
  const { arg, keyword } = locator;
  if (arg === undefined || keyword !== undefined || call.args.every(({ name }) => name === undefined)) return locator;
  const [callee] = calleeValue(evaluator, call, scope);
  const declared = callee?.v === 'function' ? callee.unit.functions[callee.fn]?.params[arg]?.name : undefined;
  const name = declared ?? call.args[arg]?.name;
  return name === undefined ? locator : { ...locator, keyword: name };
}

function isCalled({ callee, eventInCallee }: FunctionSpec, expr: Expr): boolean {
  const names = namesOf(expr);
  if (!names) return false;
  const wanted = eventInCallee ? [...callee.filter(name => name !== '*'), '*'] : callee;
  if (names.length < wanted.length && wanted[0] !== '*') return false;
  return wanted.every((name, index) => {
    const actual = names[names.length - wanted.length + index];
    return name === '*' ? actual !== undefined || index === 0 : name === actual;
  });
}

/** `useTracking()` as a callee means what that hook gives back, under whatever name it is kept. */
function isGivenBack({ callee }: FunctionSpec, { callee: expr }: Call, { unit }: Scope): boolean {
  const hook = hookOf(callee);
  const binding = hook !== undefined && expr.k === 'name' ? unit.bindings[expr.binding] : undefined;
  const made = binding?.init?.k === 'call' && !binding.path ? unit.calls[binding.init.call] : undefined;
  return made !== undefined && namesOf(made.callee)?.at(-1) === hook;
}

/** The hook of a callee that is written with brackets; undefined for one that is not. */
export function hookOf(callee: readonly string[]): string | undefined {
  const last = callee.at(-1);
  return last?.endsWith('()') === true ? last.slice(0, -2) : undefined;
}

/** `this.analytics.track` is `['this', 'analytics', 'track']`; undefined where the callee is no chain of names. */
export function namesOf(expr: Expr): readonly string[] | undefined {
  switch (expr.k) {
    case 'name':
      return [expr.name];
    case 'this':
      return ['this'];
    case 'literal':
      return typeof expr.value === 'string' ? [expr.value] : undefined;
    case 'cast':
    case 'await':
      return namesOf(expr.value);
    case 'member':
      return [...(namesOf(expr.object) ?? ['*']), expr.name];
    default:
      return undefined;
  }
}

function eventOf(
  spec: FunctionSpec,
  call: Call,
  find: (locator: Locator | undefined) => Value | undefined,
): Value | undefined {
  if (spec.name !== undefined) return scalar(spec.name);
  if (spec.eventInCallee) return scalar(namesOf(call.callee)?.at(-1));
  const event = eventName(find(spec.event));
  const also = find(spec.also);
  return event && also ? concatenate(concatenate(event, scalar(spec.separator)), also) : event;
}

function spelled({ transform, prefix, suffix }: FunctionSpec, event: Value): Value {
  const change = (text: string): string => prefix + transform.reduce(applied, text) + suffix;
  return prefix || suffix || transform.length > 0 ? mapStrings(event, change, alternative => [alternative]) : event;
}

function applied(text: string, transform: FunctionSpec['transform'][number]): string {
  switch (transform) {
    case 'lowercase':
      return text.toLowerCase();
    case 'uppercase':
      return text.toUpperCase();
    case 'trim':
      return text.trim();
    default:
      return joinWords(
        splitWords(text).map(word => word.text),
        transform,
      );
  }
}
