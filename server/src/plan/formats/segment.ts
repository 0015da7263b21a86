import type { Uri } from '../../base/text.ts';
import type { PlanFormat } from '../format.ts';
import type { EventDefinition, EventKind, PlanFile, PropertyDefinition, TraitsDefinition } from '../plan.ts';
import { eventOf } from '../vendor/event-of.ts';
import { newestOf } from '../vendor/newest-of.ts';
import { openDocument, vendorFile } from '../vendor/open-document.ts';
import { listAt, map, schemaWriter } from '../vendor/schema-writer.ts';
import { SchemaReader } from '../vendor/read-schema.ts';
import { isWrapped, messagePart, payloadOf, tagsOf } from '../vendor/segment-schema.ts';
import { locatedText } from '../yaml/read-property.ts';
import { textOf, type Reading } from '../yaml/reading.ts';
import { entryOf, valueOf, type MapNode, type Node } from '../yaml/tree.ts';

/**
 * Segment's tracking plan as its Public API answers (`GET /tracking-plans/{id}/rules`): a list of rules, or one below
 * `rules` or `data.rules`; and as Typewriter saves it, already unwrapped, which `eventMetadata` shows. A rule's schema
 * describes the whole message: the payload stands in its `properties`, traits in its `traits`.
 */
export const segment: PlanFormat = {
  id: 'segment',
  title: 'Segment tracking plan (Public API)',
  extensions: ['.json', '.yaml', '.yml'],

  recognizes: (_uri, text) =>
    (/"?jsonSchema"?\s*:/.test(text) && /"?type"?\s*:\s*"?(?:COMMON|TRACK|IDENTIFY|GROUP|PAGE|SCREEN)\b/.test(text)) ||
    /"rules"\s*:\s*\[\s*\]/.test(text),

  parse: readSegment,

  write: schemaWriter({
    events: root => listAt(root, [], ['rules'], ['data', 'rules'], ['data', 'trackingPlan', 'rules']),
    payload: entry => ['jsonSchema', ...(isWrapped(valueOf(entry, 'jsonSchema')) ? ['properties', 'properties'] : [])],
    description: ['jsonSchema', 'description'],
    newEvent: ({ kind, name, description }, payload) =>
      map({
        key: name,
        type: typeOfKind[kind],
        version: 1,
        jsonSchema: map({
          $schema: 'http://json-schema.org/draft-07/schema#',
          type: 'object',
          description,
          properties: map({ context: map({}), traits: map({}), properties: payload }),
        }),
      }),
  }),
};

function readSegment(uri: Uri, text: string): PlanFile {
  const { reading, root } = openDocument(uri, text);
  const found = new Found(reading);
  const rules = rulesIn(root);
  if (rules) for (const rule of rules) found.rule(rule);
  else if (root) reading.problems.push(noRules(reading, root));
  const name = locatedText(reading, valueOf(root, 'name') ?? valueOf(root, 'display_name'));
  return vendorFile('segment', reading, { ...(name && { name }), ...found.parts() });
}

/** The list of rules, wherever an answer of the API holds it. */
function rulesIn(root: Node | undefined): readonly Node[] | undefined {
  const places = [root, valueOf(root, 'rules'), valueOf(valueOf(root, 'data'), 'rules')];
  const plan = valueOf(valueOf(root, 'data'), 'trackingPlan') ?? valueOf(root, 'trackingPlan');
  const list = [...places, valueOf(plan, 'rules')].find(node => node?.kind === 'list');
  return list?.kind === 'list' ? list.items : undefined;
}

function noRules(reading: Reading, root: Node) {
  const message = 'No list of rules stands here, at `rules` or at `data.rules`.';
  return { rule: 'unread-part', range: reading.underline(root), message } as const;
}

/** What the rules say, rule by rule. Of several versions of an event the newest counts. */
class Found {
  readonly #reading: Reading;
  readonly #events: EventDefinition[] = [];
  readonly #common: PropertyDefinition[] = [];
  readonly #traits: { identify?: TraitsDefinition; group?: TraitsDefinition } = {};

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  rule(rule: Node): void {
    const type = valueOf(rule, 'type');
    const schema = valueOf(rule, 'jsonSchema');
    const key = entryOf(rule, 'key');
    if (rule.kind !== 'map') {
      this.#unread(rule, 'A rule must be an object.');
      return;
    }
    const kind = kinds.get(textOf(type) ?? '');
    this.#checkContext(schema);
    const reader = new SchemaReader(this.#reading, schema);
    if (kind) this.#event(kind, rule, schema, reader);
    else if (textOf(type) === 'COMMON') this.#common.push(...payloadOf(schema, reader).properties);
    else if (textOf(type) === 'IDENTIFY' || textOf(type) === 'GROUP') {
      const members = reader.members(messagePart(schema, 'traits'));
      this.#traits[textOf(type) === 'GROUP' ? 'group' : 'identify'] ??= {
        location: this.#reading.location(key?.value ?? type ?? rule),
        ...members,
      };
    } else this.#unread(type ?? rule, 'This type of rule is not known, so the rule is not checked.');
  }

  #event(kind: EventKind, rule: MapNode, schema: Node | undefined, reader: SchemaReader): void {
    const key = valueOf(rule, 'key');
    const name = textOf(key);
    if (!key || name === undefined || name === '') {
      this.#unread(key ?? rule, `A rule for all ${kind} calls is not checked; give it a name as its \`key\`.`);
      return;
    }
    const metadata = valueOf(valueOf(schema, 'eventMetadata'), 'name');
    const deprecatedAt = valueOf(rule, 'deprecatedAt');
    const isDeprecated = !/^(?:0001-|$)/.test(textOf(deprecatedAt) ?? '');
    const version = valueOf(rule, 'version');
    const event = eventOf(this.#reading, {
      kind,
      name,
      at: key,
      whole: rule,
      description: valueOf(schema, 'description'),
      owner: valueOf(valueOf(schema, 'labels'), 'owner'),
      status: isDeprecated ? 'deprecated' : 'active',
      statusAt: isDeprecated ? deprecatedAt : undefined,
      tags: tagsOf(valueOf(schema, 'labels')),
      version: textOf(version),
      ...payloadOf(schema, reader),
      ...(metadata && textOf(metadata) === name
        ? { names: [this.#reading.location(key), this.#reading.location(metadata)] }
        : {}),
    });
    this.#events.push(event);
  }

  #checkContext(schema: Node | undefined): void {
    if (!isWrapped(schema)) return;
    const context = entryOf(valueOf(schema, 'properties'), 'context');
    const listed = valueOf(context?.value, 'properties');
    if (context && listed?.kind === 'map' && listed.entries.length > 0)
      this.#unread(context.key, 'What the SDK sends as context is not seen in code, so this is not checked.');
  }

  #unread(at: Node | MapNode['entries'][number]['key'], message: string): void {
    this.#reading.problems.push({ rule: 'unread-part', range: this.#reading.underline(at), message });
  }

  parts(): Partial<PlanFile> {
    const { newest, superseded } = newestOf(this.#events);
    return {
      events: newest,
      common: this.#common,
      ...this.#traits,
      ...(superseded.length > 0 && { superseded }),
    };
  }
}

const typeOfKind: Readonly<Record<EventKind, string>> = { track: 'TRACK', page: 'PAGE', screen: 'SCREEN' };

const kinds: ReadonlyMap<string, EventKind> = new Map([
  ['TRACK', 'track'],
  ['PAGE', 'page'],
  ['SCREEN', 'screen'],
]);
