import { checkedUnion } from '../base/checked-union.ts';
import { contains, type Location } from '../base/text.ts';
import type { CheckedType } from '../base/type-checker.ts';
import type { Scalar, StaticType } from '../base/vocabulary.ts';
import type { Payload, SentEvent, SentProperty, SentValue, TrackCall } from '../code/track-call.ts';

/** What a type checker said of an expression; undefined where it said nothing, or that it can be anything. */
export type TypeAnswers = (place: Location) => CheckedType | undefined;

/**
 * Calls with the types that a checker knows filled in. Where nothing is known better the call is the same object, and so
 * are all calls together.
 */
export function refineCalls(calls: readonly TrackCall[], answers: TypeAnswers): readonly TrackCall[] {
  return mapped(calls, call => refineCall(call, answers));
}

/** The expressions of calls that a checker can say more about. */
export function questionsIn(calls: readonly TrackCall[]): readonly Location[] {
  return calls.flatMap(({ event, payload, forwards }) => [
    ...(forwards ? [] : (event.expressions ?? [])),
    ...expressionsOf(payload),
  ]);
}

function expressionsOf(payload: Payload): Location[] {
  return payload.properties.flatMap(({ value }) => [
    ...(value.expressions ?? []),
    ...(value.members ? expressionsOf(value.members) : []),
    ...(value.items?.members ? expressionsOf(value.items.members) : []),
  ]);
}

function refineCall(call: TrackCall, answers: TypeAnswers): TrackCall {
  const payload = refinePayload(call.payload, call, answers);
  const event = call.forwards ? call.event : refineEvent(call.event, answers);
  return payload === call.payload && event === call.event ? call : { ...call, event, payload };
}

/** More names than this are a catalogue, of which any one may be meant. */
const mostNames = 24;

/** An event whose type has few values (literals, members of an enum) is each of them. */
function refineEvent(event: SentEvent, answers: TypeAnswers): SentEvent {
  const { expressions, range, missing } = event;
  if (!expressions) return event;
  const names = new Map(event.names.map(name => [name.value, name]));
  for (const expression of expressions) {
    const values = answers(expression)?.values?.filter(value => value !== null);
    if (!values || values.length === 0 || values.length > mostNames) return event;
    // A union has no order.
    for (const value of values.toSorted()) {
      if (typeof value !== 'string') return event;
      if (!names.has(value)) names.set(value, { value, range: expression.range });
    }
  }
  return {
    names: [...names.values()],
    ...(range && { range }),
    ...(missing !== undefined && { missing }),
  };
}

function refinePayload(payload: Payload, call: TrackCall, answers: TypeAnswers): Payload {
  const properties = mapped(payload.properties, property => refineProperty(property, call, answers));
  return properties === payload.properties ? payload : { ...payload, properties };
}

function refineProperty(property: SentProperty, call: TrackCall, answers: TypeAnswers): SentProperty {
  const value = refineValue(property.value, property, call, answers);
  return value === property.value ? property : { ...property, value };
}

function refineValue(value: SentValue, of: SentProperty, call: TrackCall, answers: TypeAnswers): SentValue {
  const inner = refineInside(value, of, call, answers);
  const { expressions } = value;
  const checked = expressions && checkedUnion(expressions.map(answers));
  if (!checked || checked.types.length === 0) return inner;
  // At the call itself the checker has seen all that there is to see, tests of the value included. Elsewhere the code may
  // have been read with the arguments of this very call, of which the checker knows nothing.
  const isHere = expressions.every(({ uri, range }) => uri === call.uri && contains(call.range, range.start));
  const types = isHere ? checked.types : narrowed(value.types, checked.types);
  const values = checked.values && sameTypes(types, checked.types) ? checked.values : undefined;
  const optional =
    isHere || !value.types ? checked.optional === true : value.optional === true && checked.optional === true;
  return {
    ...inner,
    types,
    optional,
    ...(values && { values }),
    ...(!inner.members && checked.members && { members: membersOf(checked, of) }),
    ...(!inner.items && checked.items && { items: valueOf(checked.items, of) }),
  };
}

function refineInside(value: SentValue, of: SentProperty, call: TrackCall, answers: TypeAnswers): SentValue {
  const members = value.members && refinePayload(value.members, call, answers);
  const items = value.items && refineValue(value.items, of, call, answers);
  return members === value.members && items === value.items
    ? value
    : { ...value, ...(members && { members }), ...(items && { items }) };
}

/** The types that both allow; the checker's where that would leave none. */
function narrowed(known: readonly StaticType[] | undefined, checked: readonly StaticType[]): readonly StaticType[] {
  if (!known) return checked;
  const both = [
    ...known.filter(type => checked.includes(type) || (type === 'integer' && checked.includes('number'))),
    ...checked.filter(type => type === 'integer' && known.includes('number') && !checked.includes('number')),
  ];
  return both.length > 0 ? [...new Set(both)] : checked;
}

function sameTypes(one: readonly StaticType[], other: readonly StaticType[]): boolean {
  return one.length === other.length && one.every(type => other.includes(type));
}

/** What is known of the members of an object only by its type: it may have more than the type says. */
function membersOf(checked: CheckedType, of: SentProperty): Payload {
  return {
    properties: (checked.members ?? []).map(({ name, type, optional }) => ({
      name,
      key: of.key,
      range: of.value.range,
      always: false,
      shorthand: false,
      value: { ...valueOf(type, of), ...(optional && { optional }) },
    })),
    added: [],
    open: true,
    why: 'it is known by its type only',
    dynamicKeys: [],
  };
}

function valueOf(checked: CheckedType | undefined, of: SentProperty): SentValue {
  const { range } = of.value;
  if (!checked) return { range };
  const { types, values, optional, members, items } = checked;
  const known: { readonly types?: readonly StaticType[]; readonly values?: readonly Scalar[] } =
    types.length > 0 ? { types, ...(values && { values }) } : {};
  return {
    range,
    ...known,
    ...(optional && { optional }),
    ...(members && { members: membersOf(checked, of) }),
    ...(items && { items: valueOf(items, of) }),
  };
}

/** The same list where nothing in it changes. */
function mapped<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  let changed: T[] | undefined;
  list.forEach((item, index) => {
    const next = change(item);
    if (next !== item) (changed ??= [...list])[index] = next;
  });
  return changed ?? list;
}
