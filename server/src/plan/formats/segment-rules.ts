import type { PlanFormat } from '../format.ts';
import type { EventDefinition, EventKind, PlanFile, TraitsDefinition } from '../plan.ts';
import { eventOf } from '../vendor/event-of.ts';
import { newestOf } from '../vendor/newest-of.ts';
import { openDocument, vendorFile } from '../vendor/open-document.ts';
import { SchemaReader } from '../vendor/read-schema.ts';
import { listAt, map, schemaWriter } from '../vendor/schema-writer.ts';
import { tagsOf } from '../vendor/segment-schema.ts';
import { textOf, type Reading } from '../yaml/reading.ts';
import { valueOf, type MapNode, type Node } from '../yaml/tree.ts';

/**
 * Segment's rules as teams keep them in git, in YAML files of one rule or of several, before a script sends them to the
 * Public API: the payload's properties stand in the rule itself, each with its own `required: true`. The shape is that of
 * webflow/segment-tracking-plan-management.
 */
export const segmentRules: PlanFormat = {
  id: 'segment-rules',
  title: 'Segment rules in YAML files',
  extensions: ['.yaml', '.yml'],

  recognizes: (_uri, text) =>
    /^rules:/m.test(text) &&
    /^[ -]*key:/m.test(text) &&
    /^[ -]*type:[ \t]*["']?(?:COMMON|TRACK|IDENTIFY|GROUP|PAGE|SCREEN)\b/m.test(text) &&
    !/jsonSchema["']?[ \t]*:/.test(text),

  parse(uri, text) {
    const { reading, root } = openDocument(uri, text);
    const rules = valueOf(root, 'rules');
    return vendorFile('segment-rules', reading, rules?.kind === 'list' ? partsOf(rules.items, reading) : {});
  },

  write: schemaWriter({
    events: root => listAt(root, ['rules']),
    payload: () => [],
    description: ['description'],
    isRequiredInside: true,
    newEvent: ({ kind, name, description }, payload) =>
      map({
        key: name,
        type: typeOfKind[kind],
        description: description ?? '',
        version: 1,
        labels: map({}),
        properties: Object.fromEntries(payload.entries).properties ?? map({}),
      }),
  }),
};

function partsOf(rules: readonly Node[], reading: Reading): Partial<PlanFile> {
  const events: EventDefinition[] = [];
  const traits: { identify?: TraitsDefinition; group?: TraitsDefinition } = {};
  let common: PlanFile['common'] = [];
  for (const rule of rules) {
    const type = textOf(valueOf(rule, 'type'))?.toUpperCase() ?? 'TRACK';
    const key = valueOf(rule, 'key');
    const kind = kinds.get(type);
    const reader = new SchemaReader(reading, rule);
    const members = reader.members(payloadOf(rule));
    const name = textOf(key) ?? '';
    if (rule.kind === 'map' && key && kind && name !== '') events.push(ruleAsEvent(reading, kind, rule, key, members));
    else if (type === 'COMMON') common = members.properties;
    else if (type === 'IDENTIFY' || type === 'GROUP') {
      traits[type === 'GROUP' ? 'group' : 'identify'] ??= { location: reading.location(key ?? rule), ...members };
    } else {
      const message = 'This rule has neither a known type nor a name, so it is not checked.';
      reading.problems.push({ rule: 'unread-part', range: reading.underline(rule), message });
    }
  }
  const { newest, superseded } = newestOf(events);
  return { events: newest, common, ...traits, ...(superseded.length > 0 && { superseded }) };
}

function ruleAsEvent(
  reading: Reading,
  kind: EventKind,
  rule: MapNode,
  key: Node,
  members: ReturnType<SchemaReader['members']>,
): EventDefinition {
  const labels = valueOf(rule, 'labels');
  return eventOf(reading, {
    kind,
    name: textOf(key) ?? '',
    at: key,
    whole: rule,
    description: valueOf(rule, 'description'),
    owner: valueOf(labels, 'owner'),
    tags: tagsOf(labels),
    version: textOf(valueOf(rule, 'version')),
    ...members,
  });
}

/** The schema of the payload: of the rule's words those that speak of it. `type` is the kind of call here. */
function payloadOf(rule: Node): Node {
  if (rule.kind !== 'map') return rule;
  return { ...rule, entries: rule.entries.filter(({ key }) => schemaWords.has(key.name)) };
}

const schemaWords: ReadonlySet<string> = new Set(['properties', 'additionalProperties', 'required']);

const typeOfKind: Readonly<Record<EventKind, string>> = { track: 'TRACK', page: 'PAGE', screen: 'SCREEN' };

const kinds: ReadonlyMap<string, EventKind> = new Map([
  ['TRACK', 'track'],
  ['PAGE', 'page'],
  ['SCREEN', 'screen'],
]);
