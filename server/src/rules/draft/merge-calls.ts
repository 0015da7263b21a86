import { groupBy } from '../../base/group-by.ts';
import type { Location } from '../../base/text.ts';
import type { ValueType } from '../../base/vocabulary.ts';
import type { Payload, SentType, SentValue, TrackCall } from '../../code/track-call.ts';
import type {
  EventDefinition,
  EventKind,
  PropertyDefinition,
  TraitsDefinition,
  ValueConstraint,
} from '../../plan/plan.ts';
import { isVendorEvent } from '../../workspace/vendor-event.ts';
import { typeOf } from '../../plan/value.ts';

/** What the calls of a workspace say together, as though it had been planned. */
export interface Draft {
  readonly events: readonly DraftEvent[];
  readonly identify?: TraitsDefinition;
  readonly group?: TraitsDefinition;
  /** Names of properties that wrappers add to calls. */
  readonly added: readonly string[];
  /** Calls whose event, or one of the possible ones, is known only at run time. */
  readonly dynamic: readonly TrackCall[];
}

export interface DraftEvent {
  readonly event: EventDefinition;
  readonly calls: readonly TrackCall[];
  /** Calls that may send more than is seen. */
  readonly openCalls: number;
  /** How sure the type of a property is, by its name, where the calls do not agree or not all of them tell. */
  readonly doubts?: ReadonlyMap<string, string>;
}

/** Merges calls by what they send: types from all sites, required what all of them surely send. */
export function mergeCalls(calls: readonly TrackCall[]): Draft {
  const own = calls.filter(call => !call.forwards && !call.unfinished);
  const sent = own.flatMap(call => namesOf(call).map(name => ({ call, name })));
  const byEvent = groupBy(sent, ({ call, name }) => `${call.kind} ${name}`);
  const events = [...byEvent.values()].flatMap(sites => {
    const [first] = sites;
    return first && isEventKind(first.call.kind)
      ? [
          draftEvent(
            first.call.kind,
            first.name,
            sites.map(site => site.call),
          ),
        ]
      : [];
  });
  const identify = traitsOf(own.filter(({ kind }) => kind === 'identify'));
  const group = traitsOf(own.filter(({ kind }) => kind === 'group'));
  return {
    events,
    ...(identify && { identify }),
    ...(group && { group }),
    added: [...new Set(own.flatMap(call => call.payload.added))].filter(name => !name.startsWith('$')),
    dynamic: own.filter(call => isEventKind(call.kind) && call.event.dynamic !== undefined),
  };
}

function isEventKind(kind: TrackCall['kind']): kind is EventKind {
  return kind === 'track' || kind === 'page' || kind === 'screen';
}

/** Vendors' own names are in no plan. */
function namesOf(call: TrackCall): readonly string[] {
  const names = call.event.names.map(name => name.value).filter(name => name.trim() !== '');
  return [...new Set(names)].filter(name => !isVendorEvent(name, call.sdk));
}

function draftEvent(kind: EventKind, name: string, calls: readonly TrackCall[]): DraftEvent {
  const [first] = calls;
  const location: Location = first ? { uri: first.uri, range: first.calleeRange } : nowhere;
  const { properties, open } = mergePayloads(calls.map(call => call.payload));
  const saysNothing = properties.length === 0;
  const event: EventDefinition = {
    kind,
    name,
    location,
    range: location.range,
    status: 'active',
    weight: 1,
    tags: [],
    ...(!saysNothing && { properties }),
    open: open || saysNothing,
  };
  return {
    event,
    calls,
    openCalls: calls.filter(call => isOpen(call.payload)).length,
    doubts: doubtsOf(calls.map(call => call.payload)),
  };
}

function traitsOf(calls: readonly TrackCall[]): TraitsDefinition | undefined {
  const { properties, open } = mergePayloads(calls.map(call => call.payload));
  return properties.length === 0
    ? undefined
    : { location: nowhere, properties: properties.map(each => ({ ...each, required: false })), open };
}

function isOpen(payload: Payload): boolean {
  return payload.open || payload.dynamicKeys.length > 0;
}

function mergePayloads(payloads: readonly Payload[]): {
  readonly properties: readonly PropertyDefinition[];
  readonly open: boolean;
} {
  const all = payloads.flatMap(payload => payload.properties);
  const properties = [
    ...groupBy(
      all.filter(({ name }) => !name.startsWith('$')),
      ({ name }) => name,
    ),
  ].map(([name, sent]): PropertyDefinition => ({
    name,
    location: nowhere,
    range: nowhere.range,
    // In every call, on every path, and never undefined.
    required: payloads.every(payload =>
      payload.properties.some(each => each.name === name && each.always && each.value.optional !== true),
    ),
    pii: false,
    deprecated: false,
    ...mergeValues(sent.map(each => each.value)),
  }));
  return { properties, open: payloads.some(isOpen) };
}

/** `number in 2 calls, string in 1`: for properties whose calls differ, or of which only some tell a type. */
function doubtsOf(payloads: readonly Payload[]): ReadonlyMap<string, string> {
  const byName = groupBy(
    payloads.flatMap(payload => payload.properties),
    ({ name }) => name,
  );
  return new Map(
    [...byName].flatMap(([name, sent]) => {
      const counted = groupBy(sent, ({ value }) => typesOf(value)?.join(' or ') ?? unknown);
      if (counted.size < 2) return [];
      const parts = [...counted].sort(
        ([a, x], [b, y]) => Number(a === unknown) - Number(b === unknown) || y.length - x.length,
      );
      return [[name, parts.map(([types, sites]) => `${types} in ${sites.length}`).join(', ')] as const];
    }),
  );
}

const unknown = 'not known';

/** The types that a value surely has; undefined for one that may be anything. */
function typesOf(value: SentValue): readonly ValueType[] | undefined {
  const types = value.types?.map(planType) ?? value.values?.map(each => widened(typeOf(each)));
  return types?.every(type => type !== undefined) ? [...new Set(types)].sort() : undefined;
}

/** Any type as soon as one of the values may be anything. */
function mergeValues(values: readonly SentValue[]): ValueConstraint {
  const types = values.map(typesOf);
  if (types.some(each => each === undefined)) return {};
  const known = [...new Set(types.flatMap(each => each ?? []))];
  const listed = listedValues(values);
  const objects = values.flatMap(value => value.members ?? []);
  const lists = values.flatMap(value => value.items ?? []);
  const isObject = known.includes('object') && objects.length === values.length && !objects.some(isOpen);
  const isList = known.includes('array') && lists.length === values.length;
  return {
    // A lone null tells nothing of what else is meant to be sent.
    ...(known.length > 0 && known.join() !== 'null' && { types: known }),
    ...(listed && { enum: listed.map(value => ({ value, range: nowhere.range })) }),
    ...(isObject && mergePayloads(objects)),
    ...(isList && { items: mergeValues(lists) }),
  };
}

/**
 * The texts that are sent, where there are few: as many calls tell, or one that can send several of them. A text that one
 * call alone sends is no list.
 */
function listedValues(values: readonly SentValue[]): readonly string[] | undefined {
  const known = values.flatMap(value => value.values ?? []);
  const distinct = [...new Set(known)].filter(value => typeof value === 'string');
  const isKnown = values.every(value => value.values && value.values.length > 0);
  const isOnlyText = known.every(value => typeof value === 'string' && value !== '' && value.length <= LONGEST_VALUE);
  const isRepeated = values.length >= 3 && distinct.length < values.length;
  const isChoice = values.some(value => (value.values?.length ?? 0) > 1) || isRepeated;
  const isFew = distinct.length > 1 && distinct.length <= MOST_VALUES;
  return isKnown && isOnlyText && isChoice && isFew ? distinct : undefined;
}

/** Longer texts are messages, and more of them are no list that anybody keeps. */
const LONGEST_VALUE = 40;
const MOST_VALUES = 20;

/** Undefined for what may be sent as anything. */
function planType(type: SentType): ValueType | undefined {
  if (type === 'date') return 'string';
  if (type === 'bigint') return 'number';
  return type === 'function' ? undefined : widened(type);
}

/** A number without a fraction in one call may have one in the next. */
function widened(type: ValueType): ValueType {
  return type === 'integer' ? 'number' : type;
}

const start = { line: 0, character: 0 };
const nowhere: Location = { uri: '', range: { start, end: start } };
