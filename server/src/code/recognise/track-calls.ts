import type { Call, CodeFile, Expr, Unit } from '../facts.ts';
import { comparePositions, type Location, type Range } from '../../base/text.ts';
import { isJavaScript } from '../language-families.ts';
import { isOutside } from '../evaluate/made-types.ts';
import type { Evaluator, Scope } from '../evaluate/evaluator.ts';
import { anyItem } from '../evaluate/callbacks.ts';
import { valueOfType } from '../evaluate/types.ts';
import { isNullish, union, type Alternative, type Place, type Value } from '../evaluate/value.ts';
import type { EventName, Payload, SentEvent, SentValue, TrackCall, WrapperPlace } from '../track-call.ts';
import type { ConfiguredMessage } from './configured.ts';
import type { Linker } from './linker.ts';
import { callName, callsByName } from './names.ts';
import { placeOfCall, type CallSite } from './call-site.ts';
import { chainFor, insertionFor, membersIn, payloadOf } from './payload.ts';
import { wrappedPayload } from './wrapped-payload.ts';
import { offsetIn } from '../unit-places.ts';
import { isWithin, literalPlace, locationOf, rangeOf } from './places.ts';
import { sentValue } from './sent-value.ts';
import { track, type Tracked } from './track.ts';

/** The tracking calls of each unit of a file, in textual order; units without any are left out. */
export type CallsByUnit = ReadonlyMap<Unit, readonly TrackCall[]>;

/** Every tracking call of a file, a step for each; those of units among `known` are not looked for again. */
export function* trackCalls(
  evaluator: Evaluator,
  linker: Linker,
  file: CodeFile,
  known: ReadonlyMap<Unit, readonly TrackCall[]> = new Map(),
): Generator<undefined, CallsByUnit> {
  const found = new Map<Unit, TrackCall[]>();
  const byName = callsByName(file);
  const seen = new Set<Call>();
  for (const name of linker.namesIn(file).among(byName.names())) {
    for (const { unit, call } of byName.get(name)) {
      if (known.has(unit) || seen.has(call)) continue;
      seen.add(call);
      const scope: Scope = { file, unit, env: evaluator.site };
      const messages = track(evaluator, linker, call, scope).filter(message => message.kind !== 'register');
      const [first] = messages;
      if (!first) continue;
      const site: CallSite = { file, unit, call, fallback: nameRange(file, unit, call) };
      const calls = found.get(unit);
      const made = trackCall(evaluator, linker, messages, first, site);
      if (calls) calls.push(made);
      else found.set(unit, [made]);
      yield;
    }
  }
  const all = new Map<Unit, readonly TrackCall[]>();
  for (const unit of file.units) {
    const calls =
      known.get(unit) ?? found.get(unit)?.sort((a, b) => comparePositions(a.calleeRange.start, b.calleeRange.start));
    if (calls && calls.length > 0) all.set(unit, calls);
  }
  return all;
}

function nameRange(file: CodeFile, unit: Unit, call: Call): Range {
  return file.lines.range(offsetIn(unit, call.nameAt), offsetIn(unit, call.nameEnd));
}

function trackCall(
  evaluator: Evaluator,
  linker: Linker,
  all: readonly Tracked[],
  first: Tracked,
  site: CallSite,
): TrackCall {
  const { file, call } = site;
  const messages = all.filter(message => message.kind === first.kind);
  const event = eventOf(evaluator, messages, site);
  const user = first.user && sureUser(first.user, first.via !== undefined);
  const kind = first.kind === 'register' ? 'identify' : first.kind;
  return {
    uri: file.uri,
    language: file.language,
    sdk: first.sdk,
    kind,
    range: rangeOf(placeOfCall(site)),
    calleeRange: site.fallback,
    callee: callName(call) ?? '',
    event,
    payload: mergedPayload(evaluator, linker, messages, site),
    ...(first.via && { via: wrapperPlace(first, site) }),
    ...(user && {
      user: {
        sent: user.length > 0,
        ...(user.length > 0 && {
          value: userValue(evaluator, user, first.hasSeveralIds === true, site),
        }),
      },
    }),
    forwards: isForwarding(linker, messages, call),
    unfinished: call.unfinished === true,
  };
}

/** What is known of the user id. Where there are several ids, none of them has to be there. */
function userValue(evaluator: Evaluator, user: Value, hasSeveral: boolean, site: CallSite): SentValue {
  const range = useOf(user, site) ?? site.fallback;
  const value = sentValue(evaluator, user, argumentOf(user, site), range, membersIn(evaluator, site));
  if (!hasSeveral) return value;
  const { types = [], values, literal, path } = value;
  const present = types.filter(type => type !== 'null');
  return {
    range,
    ...(present.length > 0 && { types: present }),
    ...(values && { values }),
    ...(literal && { literal }),
    ...(path && { path }),
  };
}

/** A wrapper that knows of no user on some of its paths sends nothing on them, as far as its caller can tell. */
function sureUser(user: Value, isWrapped: boolean): Value {
  const known = user.filter(alternative => !isNullish(alternative));
  return isWrapped && known.length > 0 ? known : union([user]);
}

/** A call that passes on its function's parameter is the wrapper's business; findings belong to the wrapper's callers. */
function isForwarding(linker: Linker, messages: readonly Tracked[], call: Call): boolean {
  return (
    linker.isForward(call) &&
    messages.some(({ kind, event, user }) =>
      (kind === 'track' ? event : (event ?? user))?.some(({ v }) => v === 'parameter'),
    )
  );
}

// ---------------------------------------------------------------------------------------------------- event

function eventOf(evaluator: Evaluator, messages: readonly Tracked[], site: CallSite): SentEvent {
  const values = messages.map(message => message.event);
  const value = union(values.flatMap(each => (each ? [each] : [])));
  const names: EventName[] = [];
  let dynamic: string | undefined;
  let dynamicRange: Range | undefined;
  let pattern: readonly string[] | undefined;
  const expressions: (Location | undefined)[] = [];
  for (const alternative of expandTypes(evaluator, value)) {
    if (alternative.v === 'scalar') {
      if (typeof alternative.value !== 'string') continue;
      const text = alternative.value;
      if (names.some(name => name.value === text)) continue;
      const literal = alternative.literal && literalPlace(alternative.literal);
      names.push({
        value: text,
        range: rangeInCall(alternative.use, site) ?? site.fallback,
        ...(literal && { literal }),
      });
      continue;
    }
    dynamic ??= whyDynamic(alternative);
    const inCall = rangeInCall(alternative.use, site);
    dynamicRange ??= inCall;
    // What a wrapper makes of a value has another type than the value.
    expressions.push(
      alternative.v === 'unknown' && alternative.use && inCall ? locationOf(alternative.use) : undefined,
    );
    if (alternative.v === 'text') pattern ??= alternative.parts.map(part => part ?? '');
  }
  const range = usesOf(value, site);
  if (names.length === 0) dynamic ??= whySetElsewhere(value, site);
  const missing = names.length === 0 && dynamic === undefined;
  return {
    names,
    ...(range && { range }),
    ...(dynamic !== undefined && { dynamic }),
    ...(dynamicRange && { dynamicRange }),
    ...(expressions.length > 0 && expressions.every(each => each !== undefined) && { expressions }),
    ...(pattern && { pattern }),
    ...(missing && { missing }),
  };
}

/** What a class leaves to those that inherit from it is not missing, though it is nothing where it is declared. */
function whySetElsewhere(value: Value, site: CallSite): string | undefined {
  const argument = argumentOf(value, site);
  const isLeft = argument !== undefined && argument.k !== 'literal' && !isJavaScript(site.file.language);
  return isLeft ? 'it is set elsewhere' : undefined;
}

/** A parameter, or a value known by type, whose type has only few values stands for each of them. */
function expandTypes(evaluator: Evaluator, value: Value): Value {
  return union(
    value.map(alternative => {
      if (alternative.v !== 'parameter' || alternative.derived || !alternative.type) return [alternative];
      const typed = valueOfType(evaluator, alternative.type);
      const isFinite = typed.length > 0 && typed.length <= 24 && typed.every(each => each.v === 'scalar');
      return isFinite
        ? typed.map(each => ({ ...each, ...(alternative.use && { use: alternative.use }) }))
        : [alternative];
    }),
  );
}

function whyDynamic(alternative: Alternative): string {
  switch (alternative.v) {
    case 'unknown':
    case 'text':
      return alternative.why;
    case 'parameter': {
      const fn = alternative.unit.functions[alternative.fn];
      const param = fn?.params[alternative.param];
      const name =
        alternative.path.findLast(step => step !== anyItem) ?? alternative.unit.bindings[param?.binding ?? -1]?.name;
      return `it is ${alternative.derived ? 'made from ' : ''}${name === undefined ? 'a parameter' : `the parameter "${name}"`}${fn?.name ? ` of ${fn.name}` : ''}`;
    }
    case 'typed':
      return isOutside(alternative.type) ? 'it comes from outside the workspace' : 'only its type is known';
    case 'module':
      return `${alternative.path.at(-1) ?? alternative.name} comes from outside the workspace`;
    default:
      return 'it is not a text';
  }
}

function rangeInCall(use: Place | undefined, site: CallSite): Range | undefined {
  return use && isWithin(use, placeOfCall(site)) ? rangeOf(use) : undefined;
}

function useOf(value: Value, site: CallSite): Range | undefined {
  for (const { use } of value) {
    const range = rangeInCall(use, site);
    if (range) return range;
  }
  return undefined;
}

/** The part of the call through which all that a value can be comes: both sides of a conditional. */
function usesOf(value: Value, site: CallSite): Range | undefined {
  const ranges = value.flatMap(({ use }) => rangeInCall(use, site) ?? []);
  return ranges.reduce<Range | undefined>(
    (all, { start, end }) => ({
      start: all && comparePositions(all.start, start) < 0 ? all.start : start,
      end: all && comparePositions(all.end, end) > 0 ? all.end : end,
    }),
    undefined,
  );
}

/** The expression among the call's arguments through which a value comes. */
function argumentOf(value: Value, { call, ...site }: CallSite): Expr | undefined {
  const whole = placeOfCall({ call, ...site });
  const use = value.find(each => each.use !== undefined && isWithin(each.use, whole))?.use;
  if (!use) return undefined;
  const isIt = (expr: Expr): boolean => expr.at === use.at && expr.end === use.end;
  const candidates = call.args.flatMap(({ value }) =>
    value.k === 'object' ? [value, ...value.entries.map(entry => entry.value)] : [value],
  );
  return candidates.find(isIt);
}

// ---------------------------------------------------------------------------------------------------- payload

function mergedPayload(evaluator: Evaluator, linker: Linker, messages: readonly Tracked[], site: CallSite): Payload {
  const parts = messages.map(message => partOf(evaluator, linker, message, site));
  const [first, ...others] = parts;
  if (!first) return { properties: [], added: [], open: true, dynamicKeys: [] };
  if (others.length === 0) return first;
  const names = new Set(parts.flatMap(part => part.properties.map(property => property.name)));
  const properties = [...names].flatMap(name => {
    const found = parts
      .map(part => part.properties.find(property => property.name === name))
      .filter(property => property !== undefined);
    const [property] = found;
    // A wrapper that sends to several SDKs gives each the same properties; what one of them leaves out is still sent.
    return property ? [{ ...property, always: found.every(each => each.always) }] : [];
  });
  const why = first.why ?? parts.find(part => part.open)?.why;
  return {
    ...first,
    ...(why !== undefined && { why }),
    properties,
    added: [...new Set(parts.flatMap(part => part.added))],
    open: parts.some(part => part.open),
  };
}

function partOf(
  evaluator: Evaluator,
  linker: Linker,
  message: Tracked & Partial<ConfiguredMessage>,
  site: CallSite,
): Payload {
  const payload = payloadOf(evaluator, message.payload, site, message.omit);
  const insertion = message.via
    ? insertionFor(message.payload, undefined, site)
    : insertionFor(message.payload, message.payloadAt, site, message.event === undefined);
  const chain = chainFor(message.payload, site);
  const open = payload.open || message.open === true;
  const isPassedOn = insertion !== undefined || payload.range !== undefined;
  return {
    ...payload,
    open,
    added: [
      ...payload.added,
      ...(message.adds ?? []),
      ...(message.kind === 'track' ? linker.registeredFor(message.sdk) : []),
    ],
    ...(insertion && { insertion }),
    ...(chain && { chain }),
    ...(message.via && !isPassedOn && wrappedPayload(payload, message.via, site)),
  };
}

function wrapperPlace({ via, bottom }: Tracked, site: CallSite): WrapperPlace {
  const fn = via?.unit.functions[via.fn];
  const name = callName(site.call) ?? fn?.name ?? 'it';
  const end = rangeOf({ file: bottom.file, unit: bottom.unit, at: bottom.call.nameAt, end: bottom.call.nameEnd });
  const file = bottom.file.uri.slice(bottom.file.uri.lastIndexOf('/') + 1);
  const why = `what it is given reaches ${callName(bottom.call) ?? 'an SDK'} in ${file}:${end.start.line + 1}`;
  return {
    name,
    why,
    ...(via &&
      fn && {
        location: locationOf({
          file: via.file,
          unit: via.unit,
          at: fn.nameAt,
          end: fn.nameAt + (fn.name?.length ?? 0),
        }),
      }),
  };
}
