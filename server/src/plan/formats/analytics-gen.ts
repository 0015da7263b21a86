import type { PlanFormat } from '../format.ts';
import type { ValueType } from '../../base/vocabulary.ts';
import type { EventDefinition, PlanFile, PropertyDefinition, ValueConstraint } from '../plan.ts';
import { eventOf } from '../vendor/event-of.ts';
import { entriesOf } from '../vendor/items-of.ts';
import { linked, type LinkedDocument } from '../vendor/linked.ts';
import { propertyOf } from '../vendor/property-of.ts';
import { renameOnly } from '../vendor/rename-only.ts';
import { locatedText } from '../yaml/read-property.ts';
import { booleanOf, numberOf, scalarsOf, textOf, type Reading } from '../yaml/reading.ts';
import { valueOf, type Entry, type Node } from '../yaml/tree.ts';

/**
 * Plans of analytics_gen (Dart): `domain: { event: { description, parameters } }`. An event is sent as `domain: event`
 * unless `event_name` says otherwise. A parameter without a body is described among the shared ones.
 */
export const analyticsGen: PlanFormat = {
  id: 'analytics-gen',
  title: 'analytics_gen',
  extensions: ['.yaml', '.yml'],

  recognizes: (_uri, text) =>
    // Domains are maps: nothing at the top has a value of its own, as it has in other formats with parameters.
    !/^[^\s#][^:\r\n]*:[ \t]+[^\s#]/m.test(text) &&
    !/^(?:events|pages|screens|sources|groups|paths)[ \t]*:/m.test(text) &&
    (/^ {4}parameters:/m.test(text) ||
      /^(?:user_properties|shared_parameters|parameters):[ \t]*\r?\n {2}\w+:[ \t]*\r?\n {4}type: [A-Za-z<>?]+[ \t]*$/m.test(
        text,
      )),

  ...linked('analytics-gen', documents => {
    const shared = new Map(documents.flatMap(({ root }) => sharedIn(root)));
    return documents.map(document => readFile(document, shared));
  }),

  write: renameOnly,
};

const sections: ReadonlySet<string> = new Set(['shared_parameters', 'parameters']);

function sharedIn(root: Node | undefined): readonly (readonly [string, Node | undefined])[] {
  const listed = entriesOf(root).filter(({ key }) => sections.has(key.name));
  return listed.flatMap(({ value }) => entriesOf(value)).map(({ key, value }) => [key.name, value] as const);
}

function readFile({ reading, root }: LinkedDocument, shared: ReadonlyMap<string, Node | undefined>): Partial<PlanFile> {
  const events: EventDefinition[] = [];
  const parts: { identify?: PlanFile['identify'] } = {};
  for (const domain of entriesOf(root)) {
    if (sections.has(domain.key.name)) continue;
    if (domain.key.name === 'user_properties') {
      const properties = entriesOf(domain.value).map(entry => readParameter(reading, entry, new Map(), false));
      parts.identify = { location: reading.location(domain.key), properties, open: false };
    } else {
      for (const entry of entriesOf(domain.value)) {
        const event = readEvent(reading, domain.key.name, entry, shared);
        if (event) events.push(event);
      }
    }
  }
  return { events, ...(parts.identify && { identify: parts.identify }) };
}

function readEvent(
  reading: Reading,
  domain: string,
  entry: Entry,
  shared: ReadonlyMap<string, Node | undefined>,
): EventDefinition | undefined {
  const { key, value } = entry;
  const given = valueOf(value, 'event_name');
  const name = textOf(given) ?? `${domain}: ${key.name}`;
  if (given && /\{.*\}/.test(name)) {
    reading.unread(given, 'This name is completed at run time, so the event is not checked.');
    return undefined;
  }
  const isDeprecated = booleanOf(valueOf(value, 'deprecated')) === true;
  const replacement = isDeprecated ? valueOf(value, 'replacement') : undefined;
  const event = eventOf(reading, {
    name,
    at: given ?? key,
    whole: entry,
    description: valueOf(value, 'description'),
    owner: valueOf(valueOf(value, 'meta'), 'owner'),
    status: isDeprecated ? 'deprecated' : 'active',
    statusAt: isDeprecated ? valueOf(value, 'deprecated') : undefined,
    properties: entriesOf(valueOf(value, 'parameters')).map(each => readParameter(reading, each, shared, true)),
    open: false,
    ...(!given && { names: [] }),
  });
  const successor = locatedText(reading, replacement);
  // `auth.login_v2` names the event `login_v2` of the domain `auth`.
  return successor ? { ...event, replacedBy: { ...successor, value: successor.value.replace('.', ': ') } } : event;
}

function readParameter(
  reading: Reading,
  entry: Entry,
  shared: ReadonlyMap<string, Node | undefined>,
  isRequired: boolean,
): PropertyDefinition {
  const { key } = entry;
  const isShared = !entry.value || (entry.value.kind === 'scalar' && entry.value.value === null);
  const value = isShared ? shared.get(key.name) : entry.value;
  const type = value?.kind === 'scalar' ? value : valueOf(value, 'type');
  const word = textOf(type) ?? '';
  const named = isShared ? undefined : valueOf(value, 'param_name');
  const parts = {
    name: textOf(named) ?? key.name,
    at: named ?? key,
    whole: entry,
    required: isRequired && word !== '' && !word.endsWith('?'),
    pii: booleanOf(valueOf(valueOf(value, 'meta'), 'is_sensitive')) ?? false,
    description: textOf(valueOf(value, 'description')),
  };
  return propertyOf(reading, parts, isShared ? { ...typeOf(word) } : constraintOf(reading, value, word));
}

function constraintOf(reading: Reading, value: Node | undefined, word: string): ValueConstraint {
  const allowed = scalarsOf(valueOf(value, 'allowed_values'));
  const pattern = locatedText(reading, valueOf(value, 'regex'));
  const limit = (from: string, to: string): ValueConstraint => {
    const number = numberOf(valueOf(value, from));
    return number === undefined ? {} : { [to]: number };
  };
  return {
    ...typeOf(word),
    ...(allowed.length > 0 && { enum: allowed.map(item => reading.located(item.value, item)) }),
    ...(pattern && { pattern }),
    ...limit('min', 'minimum'),
    ...limit('max', 'maximum'),
    ...limit('min_length', 'minLength'),
    ...limit('max_length', 'maxLength'),
  };
}

/** Dart's words for types; an own class, and what is not known, may be sent as anything. */
function typeOf(word: string): ValueConstraint {
  const plain = word.replace('?', '');
  const item = /^(?:List|Set)<(.*)>$/.exec(plain)?.[1];
  if (item !== undefined) return { types: nullable(['array'], word), items: typeOf(item) };
  const type = types.get(plain.toLowerCase());
  return type ? { types: nullable([type], word) } : {};
}

function nullable(of: readonly ValueType[], word: string): readonly ValueType[] {
  return word.endsWith('?') ? [...of, 'null'] : of;
}

const types: ReadonlyMap<string, ValueType> = new Map([
  ['string', 'string'],
  ['int', 'integer'],
  ['double', 'number'],
  ['num', 'number'],
  ['bool', 'boolean'],
  ['map', 'object'],
  ['list', 'array'],
  ['datetime', 'string'],
]);
