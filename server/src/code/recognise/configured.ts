import type { Call, Param } from '../facts.ts';
import { hasOverloads } from '../language-families.ts';
import type { CallKind } from '../../base/vocabulary.ts';
import { joinWords, splitWords } from '../../base/words.ts';
import type { NameCase } from '../../base/vocabulary.ts';
import type { Evaluator, Scope } from '../evaluate/evaluator.ts';
import { calleeValue } from '../evaluate/callee.ts';
import { concatenate, mapStrings } from '../evaluate/strings.ts';
import { scalar, type Value } from '../evaluate/value.ts';
import type { Locator } from '../sdk.ts';
import { originChain, receiverTypes, writtenChain } from './callee-chains.ts';
import { locate } from './locate.ts';
import { eventName, hasSeveralTexts, type Message } from './sdk-match.ts';

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
  /** The event is one of several texts of an enum constant: what the function does with it tells which. */
  readonly isGuessed?: true;
}

/** The message of a call of a declared function; undefined where the call is none. */
export function matchConfigured(
  evaluator: Evaluator,
  spec: FunctionSpec,
  call: Call,
  scope: Scope,
): ConfiguredMessage | undefined {
  if (!isCalled(evaluator, spec, call, scope)) return undefined;
  const find = (locator: Locator | undefined): Value | undefined =>
    locator && locate(evaluator, named(evaluator, spec, locator, call, scope), call, scope);
  const event = eventOf(spec, call, find);
  return {
    sdk: 'config',
    kind: spec.kind,
    event: event && spelled(spec, event),
    payload: find(spec.properties),
    payloadAt: spec.properties,
    user: spec.user && (find(spec.user) ?? []),
    omit: [spec.event, spec.also, spec.user].flatMap(locator => keyWithin(locator, spec.properties)),
    adds: spec.adds,
    open: spec.open,
    ...(hasSeveralTexts(find(spec.event)) && { isGuessed: true }),
  };
}

/** The key of the payload at which something else stands, such as the event's name: that is no property. */
function keyWithin(locator: Locator | undefined, properties: Locator | undefined): readonly string[] {
  const { arg, keyword, path = [] } = locator ?? {};
  const { path: around = [] } = properties ?? {};
  const isInside =
    properties !== undefined &&
    arg === properties.arg &&
    keyword === properties.keyword &&
    path.length === around.length + 1;
  const key = path.at(-1);
  return isInside && key !== undefined && around.every((step, index) => step === path[index]) ? [key] : [];
}

/**
 * Where arguments are written with their names, a position means the parameter there, or the argument if that is not known. Of
 * functions of one name, which take the same in other places, the one with the fewest parameters is meant.
 */
function named(evaluator: Evaluator, spec: FunctionSpec, locator: Locator, call: Call, scope: Scope): Locator {
  const { arg, keyword } = locator;
  if (arg === undefined || keyword !== undefined) return locator;
  const isNamed = call.args.some(({ name }) => name !== undefined);
  const others = isNamed ? [] : overloads(evaluator, call, scope);
  if (!isNamed && others.length < 2) return locator;
  const [callee] = calleeValue(evaluator, call, scope);
  const params = callee?.v === 'function' ? callee.unit.functions[callee.fn]?.params : undefined;
  if (isNamed) {
    const place = call.args.findIndex(({ name }) => name !== undefined);
    // In Ruby, what follows the positions in pairs is one hash: `ahoy.track "Tour Started", id: 1`.
    const isHash = scope.file.language === 'ruby' && params === undefined && place === arg && arg > 0;
    if (isHash) return { ...locator, keywords: true };
    const name = params?.[arg]?.name ?? call.args[arg]?.name;
    return name === undefined ? locator : { ...locator, keyword: name };
  }
  const last = Math.max(...[spec.event, spec.properties, spec.also, spec.user].map(each => each?.arg ?? -1));
  const meant = others.filter(each => each.length > last).sort((a, b) => a.length - b.length)[0]?.[arg]?.name;
  const place = params?.findIndex(({ name }) => name === meant) ?? -1;
  return meant === undefined || place < 0 ? locator : { ...locator, arg: place };
}

/** The parameters of each function of the workspace that a call may name. */
function overloads(evaluator: Evaluator, { callee }: Call, scope: Scope): readonly (readonly Param[])[] {
  if (!hasOverloads(scope.file.language)) return [];
  return evaluator
    .evaluate(callee, scope)
    .flatMap(each => (each.v === 'function' ? [each.unit.functions[each.fn]?.params ?? []] : []));
}

function isCalled(evaluator: Evaluator, spec: FunctionSpec, call: Call, scope: Scope): boolean {
  const { callee } = call;
  const written = writtenChain(callee);
  if (written && isNamed(spec, written)) return true;
  const origin = originChain(callee, scope);
  if (origin && isNamed(spec, origin)) return true;
  // What a receiver is costs more to find out.
  if (
    spec.callee.length !== 2 ||
    written === undefined ||
    !isNamed({ ...spec, callee: ['*', ...spec.callee.slice(1)] }, written)
  )
    return false;
  return receiverTypes(evaluator, call, scope).some(type => type === spec.callee[0]);
}

function isNamed(
  { callee, eventInCallee }: Pick<FunctionSpec, 'callee' | 'eventInCallee'>,
  names: readonly string[],
): boolean {
  const wanted = eventInCallee ? [...callee.filter(name => name !== '*'), '*'] : callee;
  if (names.length < wanted.length && wanted[0] !== '*') return false;
  return wanted.every((name, index) => {
    const actual = names[names.length - wanted.length + index];
    return name === '*' ? actual !== undefined || index === 0 : name === actual;
  });
}

/** The hook of a callee that is written with brackets; undefined for one that is not. */
export function hookOf(callee: readonly string[]): string | undefined {
  const last = callee.at(-1);
  return last?.endsWith('()') === true ? last.slice(0, -2) : undefined;
}

function eventOf(
  spec: FunctionSpec,
  call: Call,
  find: (locator: Locator | undefined) => Value | undefined,
): Value | undefined {
  if (spec.name !== undefined) return scalar(spec.name);
  if (spec.eventInCallee) return scalar(writtenChain(call.callee)?.at(-1));
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
