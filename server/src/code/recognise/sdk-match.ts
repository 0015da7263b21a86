import type { Call } from '../facts.ts';
import type { Locator, Sdk, SdkCall } from '../sdk.ts';
import type { Evaluator, Scope } from '../evaluate/evaluator.ts';
import { mapStrings } from '../evaluate/strings.ts';
import {
  single,
  scalar,
  unknown,
  type Alternative,
  type InstanceValue,
  type ObjectValue,
  type ParameterValue,
  type SdkValue,
  type Value,
  union,
} from '../evaluate/value.ts';
import { sdks } from '../sdks/index.ts';
import { locate } from './locate.ts';
import { messageOfClass, messageType } from './message-classes.ts';

/** What a call says to an SDK: values where its arguments are, undefined where the call has none. */
export interface Message {
  readonly sdk: string;
  readonly kind: SdkCall['kind'];
  readonly event: Value | undefined;
  readonly payload: Value | undefined;
  /** Where the payload stands among the arguments, for insertions. */
  readonly payloadAt: Locator | undefined;
  /** The user ids that the SDK takes at the call; undefined where it takes none. */
  readonly user: Value | undefined;
  /** Whether the call gives several of them (`userId` and `anonymousId`), of which one is enough. */
  readonly hasSeveralIds?: boolean;
  /** Keys of the payload that are not properties. */
  readonly omit: readonly string[];
}

/** The message of a call on something of an SDK, or undefined where the call sends nothing. */
export function matchSdk(evaluator: Evaluator, value: SdkValue, call: Call, scope: Scope): Message | undefined {
  for (const candidate of value.sdk.calls) {
    if (!isNamed(value, candidate) || !isCommand(evaluator, candidate, call, scope)) continue;
    const message = candidate.message
      ? readMessage(evaluator, value.sdk, candidate, call, scope)
      : read(evaluator, value.sdk, candidate, call, scope);
    if (message) return message;
  }
  return undefined;
}

/** What a call sends whose argument is a message of an SDK, whatever is known of what it is called on. */
export function matchMessage(evaluator: Evaluator, method: string, call: Call, scope: Scope): Message | undefined {
  if (!takesMessage.has(method)) return undefined;
  const given = new Set(
    call.args.flatMap(({ value }) =>
      value.k === 'literal'
        ? []
        : evaluator.evaluate(value, scope).flatMap(alternative => (alternative.v === 'sdk' ? [alternative.sdk] : [])),
    ),
  );
  for (const sdk of given)
    for (const candidate of sdk.calls) {
      if (!candidate.message || !candidate.methods?.includes(method)) continue;
      const message = readMessage(evaluator, sdk, candidate, call, scope);
      if (message) return message;
    }
  return undefined;
}

/** Names of methods that some SDK takes messages by. */
const takesMessage: ReadonlySet<string> = new Set(
  sdks.flatMap(({ calls }) => calls.flatMap(({ message, methods }) => (message ? (methods ?? []) : []))),
);

/** `client.Enqueue(analytics.Track{…})`: what stands in the call that makes the message, wherever that is. */
function readMessage(
  evaluator: Evaluator,
  sdk: Sdk,
  candidate: SdkCall,
  call: Call,
  scope: Scope,
): Message | undefined {
  const given = locate(evaluator, candidate.messageAt ?? { arg: 0 }, call, scope) ?? [];
  const isMeant = ({ sdk: own, path }: SdkValue): boolean =>
    own === sdk && candidate.message?.some(name => path.includes(name)) === true;
  const messages = given.flatMap(alternative => {
    if (alternative.v === 'instance') {
      const made = messageOfClass(evaluator, alternative);
      const message = made && isMeant(made.parent) ? read(evaluator, sdk, candidate, made.call, made.scope) : undefined;
      // Whose event it is may be set where it is sent.
      return message ? [message.user?.length === 0 ? { ...message, user: undefined } : message] : [];
    }
    if (alternative.v === 'parameter') {
      const parent = messageType(evaluator, alternative);
      return parent && isMeant(parent) ? [messageOf(sdk, candidate, alternative)] : [];
    }
    if (alternative.v !== 'sdk' || alternative.sdk !== sdk) return [];
    const { made, given: parameter } = alternative;
    // What a function is given as any message of the SDK is of the kind that its callers make.
    const isAny = parameter !== undefined && alternative.path.at(-1) === 'Message';
    if (!isAny && !isMeant(alternative)) return [];
    if (made) return [read(evaluator, sdk, settable(candidate), made.call, made)];
    return parameter ? [messageOf(sdk, candidate, parameter)] : [];
  });
  const [first, ...others] = messages.filter(message => message !== undefined);
  if (!first) return undefined;
  const join = (part: 'event' | 'payload' | 'user'): Value | undefined => {
    const values = [first, ...others].map(message => message[part]).filter(value => value !== undefined);
    return values.length === 0 ? undefined : union(values);
  };
  // Behind the fields of the one message, there is room for another.
  const isField = others.length === 0 && !candidate.messageAt && (first.payloadAt?.path?.length ?? 0) > 0;
  return {
    ...first,
    event: join('event'),
    payload: join('payload'),
    user: join('user'),
    payloadAt: isField ? first.payloadAt : undefined,
  };
}

/** What a message's constructor is not given may be set afterwards. */
function settable(call: SdkCall): SdkCall {
  const later = (locator: Locator): Locator => {
    const name = locator.path?.at(-1) ?? locator.keyword;
    return name === undefined || locator.chained !== undefined ? locator : { ...locator, chained: name };
  };
  const { event, properties, user } = call;
  return {
    ...call,
    ...(event && { event: later(event) }),
    ...(properties && { properties: later(properties) }),
    ...(user && { user: user.map(later) }),
  };
}

/** A message that a function is given: its members are those of the parameter. */
function messageOf(sdk: Sdk, call: SdkCall, parameter: ParameterValue): Message {
  const member = (locator: Locator | undefined): Value | undefined => {
    const name = locator?.path?.at(-1) ?? locator?.keyword ?? locator?.chained;
    return name === undefined ? undefined : [{ ...parameter, path: [...parameter.path, name] }];
  };
  const { kind, omit = [] } = call;
  return {
    sdk: sdk.id,
    kind,
    omit,
    event: member(call.event) ?? [parameter],
    payload: member(call.properties),
    payloadAt: undefined,
    user: call.user && [],
  };
}

function isNamed({ sdk, path }: SdkValue, call: SdkCall): boolean {
  const last = path.at(-1);
  if (call.under !== undefined && path.at(-2) !== call.under) return false;
  if (last === undefined || last === 'default')
    return (
      call.functions?.some(
        name => sdk.globals.includes(name) || (last === 'default' && call.functions?.length === 1),
      ) ?? false
    );
  if (call.methods?.includes(last)) return path.length > 1 || sdk.globals.length > 0 || path.length === 1;
  return path.length === 1 && (call.functions?.includes(last) ?? false);
}

function isCommand(
  evaluator: Evaluator,
  { command, commandIsOneOf, shape }: SdkCall,
  call: Call,
  scope: Scope,
): boolean {
  if (!command) return true;
  const texts =
    shape === 'queue-array'
      ? queued(evaluator, call, scope)
      : call.args.slice(0, command.length).map(({ value }) => text(evaluator.evaluate(value, scope)));
  if (commandIsOneOf) return texts[0] !== undefined && command.includes(texts[0]);
  // Snowplow names trackers after a colon: `trackPageView:main`.
  return command.every((word, index) => texts[index]?.split(':')[0] === word);
}

function queued(evaluator: Evaluator, call: Call, scope: Scope): (string | undefined)[] {
  const [first] = call.args;
  const [array] = first ? evaluator.evaluate(first.value, scope) : [];
  return array?.v === 'array' ? array.items.slice(0, 1).map(item => text(item())) : [];
}

function text(value: Value): string | undefined {
  const only = single(value)?.value;
  return typeof only === 'string' ? only : undefined;
}

function read(evaluator: Evaluator, sdk: Sdk, call: SdkCall, at: Call, scope: Scope): Message | undefined {
  const base = { sdk: sdk.id, kind: call.kind, omit: call.omit ?? [] };
  const find = (locator: Locator | undefined): Value | undefined => locator && locate(evaluator, locator, at, scope);
  const user = call.user?.map(find).filter(value => value !== undefined);
  const message: Message = {
    ...base,
    event: eventName(find(call.event)),
    payload: find(call.properties),
    payloadAt: call.properties,
    user: call.user ? (user?.flat() ?? []) : undefined,
    ...(user && user.length > 1 && { hasSeveralIds: true }),
  };
  switch (call.shape) {
    case 'event-object':
      return eventObject(evaluator, message, at, scope);
    case 'page-strings':
      return pageStrings(evaluator, message, at, scope);
    case 'ids-optional':
      return idsOptional(evaluator, message, at, scope);
    case 'iglu-schema':
      return { ...message, event: message.event && mapStrings(message.event, igluName, alternative => [alternative]) };
    // Until some version the user stood first, and now nothing else stands beside the event: two arguments tell.
    case 'two-positions': {
      const positions = at.args.filter(
        ({ name, value, trailing }) => name === undefined && !trailing && value.k !== 'spread',
      );
      const named = at.args.some(({ name }) => name === 'event') || isSpreadIn(evaluator, at, 'event', scope);
      return positions.length > 1 || (named && positions.length === 1) ? message : undefined;
    }
    case 'queue-object':
      return isQueued(find({ arg: 0 }) ?? []) ? message : undefined;
    default:
      return call.kind === 'track' && !message.event && at.args.length === 0 && /^use[A-Z]/.test(lastName(at))
        ? undefined
        : message;
  }
}

/** Whether a map of keyword arguments that is spread into a call surely holds one. */
function isSpreadIn(evaluator: Evaluator, { args }: Call, name: string, scope: Scope): boolean {
  return args.some(
    ({ value }) =>
      value.k === 'spread' &&
      value.keywords === true &&
      evaluator
        .evaluate(value.value, scope)
        .some(alternative => alternative.v === 'object' && alternative.fields.has(name)),
  );
}

function lastName(call: Call): string {
  return call.callee.k === 'name' || call.callee.k === 'member' ? call.callee.name : '';
}

function objectsOf(value: Value | undefined): ObjectValue[] {
  return value?.filter(alternative => alternative.v === 'object') ?? [];
}

const eventKeys = ['event', 'event_type', 'eventName', 'name'];
const payloadKeys = ['properties', 'event_properties', 'eventProperties', 'metadata', 'data'];

/** `track({ event, properties })` beside `track(event, properties)`: the first argument tells which. */
/** What is pushed to a queue of all sorts of things is an event where it is named as one, or where callers of a function say what it is. */
function isQueued(value: Value): boolean {
  return (
    value.some(alternative => alternative.v === 'parameter') ||
    objectsOf(value).some(
      ({ fields, spreads }) =>
        fields.has('event') || fields.has('tealium_event') || (spreads !== undefined && spreads.length > 0),
    )
  );
}

function eventObject(evaluator: Evaluator, message: Message, call: Call, scope: Scope): Message {
  const [object] = objectsOf(message.event);
  if (!object) return message;
  const eventKey = eventKeys.find(key => object.fields.has(key));
  const payloadKey = payloadKeys.find(key => object.fields.has(key));
  const take = (key: string | undefined): Value | undefined =>
    key === undefined ? undefined : locate(evaluator, { arg: 0, path: [key] }, call, scope);
  return {
    ...message,
    event: take(eventKey),
    payload: take(payloadKey),
    payloadAt: { arg: 0, path: [payloadKey ?? 'properties'] },
  };
}

/** `page()`, `page(properties)`, `page(name)`, `page(name, properties)`, `page(category, name, properties)`. */
function pageStrings(evaluator: Evaluator, message: Message, call: Call, scope: Scope): Message {
  const values = call.args.slice(0, 3).map(({ value }) => evaluator.evaluate(value, scope));
  const [first, second] = values;
  const objects = objectsOf(first);
  if (objects.some(object => object.fields.has('name') && object.fields.has('properties')))
    return eventObject(evaluator, { ...message, event: first }, call, scope);
  if (!first || !isText(first)) {
    return { ...message, event: undefined, payload: first, payloadAt: { arg: 0 } };
  }
  if (second && isText(second)) return { ...message, event: second, payload: values[2], payloadAt: { arg: 2 } };
  return { ...message, event: first, payload: second, payloadAt: { arg: 1 } };
}

/** Whether a value is, or may well be, a text rather than an object. */
function isText(value: Value): boolean {
  return value.some(alternative => isTextual(alternative));
}

function isTextual(alternative: Alternative): boolean {
  switch (alternative.v) {
    case 'scalar':
      return typeof alternative.value === 'string';
    case 'text':
      return true;
    case 'typed':
      return alternative.type.type.t === 'primitive' && alternative.type.type.name === 'string';
    case 'parameter':
      return alternative.derived !== undefined || alternative.type?.type.t !== 'object';
    default:
      return false;
  }
}

/** `identify(userId, traits)` beside `identify(traits)`. */
function idsOptional(evaluator: Evaluator, message: Message, call: Call, scope: Scope): Message {
  const [first] = call.args;
  const value = first && evaluator.evaluate(first.value, scope);
  const isTraits = value !== undefined && value.length > 0 && objectsOf(value).length === value.length;
  return isTraits ? { ...message, payload: value, payloadAt: { arg: 0 }, user: undefined } : message;
}

/** `iglu:com.acme/checkout_started/jsonschema/1-0-0` names the event `checkout_started`. */
function igluName(uri: string): string {
  return /^iglu:[^/]+\/([^/]+)\//.exec(uri)?.[1] ?? uri;
}

/**
 * An enum constant given as an event stands for the text that it was made with (`OrderCompleted("order_completed")`), or for its
 * own name where it was made with none. Of several texts, the one counts that a parameter calls the event's name.
 */
export function eventName(value: Value): Value;
export function eventName(value: Value | undefined): Value | undefined;
export function eventName(value: Value | undefined): Value | undefined {
  if (!value?.some(alternative => alternative.v === 'instance' && alternative.constant !== undefined)) return value;
  return value.flatMap((alternative): Value => {
    if (alternative.v !== 'instance' || alternative.constant === undefined) return [alternative];
    const texts = textsOfConstant(alternative);
    const named = texts.length > 1 ? bestNamed(texts) : texts[0];
    const name: Value = named
      ? [named.text]
      : texts.length === 0
        ? scalar(alternative.constant)
        : unknown(`which text of ${alternative.constant} is its name is not known`);
    return name.map(each => ({ ...each, ...(alternative.use && { use: alternative.use }) }));
  });
}

/** Whether a value is an enum constant with more than one text, of which any may be the event's name. */
export function hasSeveralTexts(value: Value | undefined): boolean {
  return (
    value?.some(
      alternative =>
        alternative.v === 'instance' && alternative.constant !== undefined && textsOfConstant(alternative).length > 1,
    ) === true
  );
}

interface ConstantText {
  readonly param: string | undefined;
  readonly text: Alternative;
}

function textsOfConstant({ frame, constant }: InstanceValue): readonly ConstantText[] {
  const fn = frame?.unit?.functions[frame.fn];
  return (fn?.params ?? []).flatMap((param, index) =>
    (frame?.argument(index) ?? []).flatMap((text): ConstantText[] =>
      text.v === 'scalar' && typeof text.value === 'string' && text.value !== constant
        ? [{ param: param.name ?? frame?.unit?.bindings[param.binding]?.name, text }]
        : [],
    ),
  );
}

function bestNamed(texts: readonly ConstantText[]): ConstantText | undefined {
  for (const name of namesOfNames) {
    const found = texts.filter(({ param }) => param?.toLowerCase() === name);
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
}

/** What parameters are called that hold an event's name, the surest first. */
const namesOfNames = ['eventname', 'event', 'eventkey', 'eventid', 'name', 'key', 'title', 'value', 'id'];
