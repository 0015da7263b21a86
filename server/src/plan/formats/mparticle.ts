import type { PlanFormat } from '../format.ts';
import type { EventDefinition, EventKind, PlanFile, TraitsDefinition } from '../plan.ts';
import { eventOf } from '../vendor/event-of.ts';
import { itemsOf } from '../vendor/items-of.ts';
import { newestOf } from '../vendor/newest-of.ts';
import { openDocument, vendorFile } from '../vendor/open-document.ts';
import { SchemaReader, type SchemaMembers } from '../vendor/read-schema.ts';
import { renameOnly } from '../vendor/rename-only.ts';
import { locatedText } from '../yaml/read-property.ts';
import { textOf, type Reading } from '../yaml/reading.ts';
import { valueOf, type Node } from '../yaml/tree.ts';

/**
 * mParticle's data plan: data points that each match a kind of event and hold a JSON Schema of the whole event, with the
 * payload as its `custom_attributes`. Read bare, as a version, or as a plan with several versions.
 */
export const mparticle: PlanFormat = {
  id: 'mparticle',
  title: 'mParticle data plan',
  extensions: ['.json'],

  recognizes: (_uri, text) => /"data_points"\s*:\s*\[/.test(text) && /"match"\s*:\s*\{/.test(text),

  parse(uri, text) {
    const { reading, root } = openDocument(uri, text);
    const name = locatedText(reading, valueOf(root, 'data_plan_name') ?? valueOf(root, 'name'));
    const points = new Points(reading);
    for (const version of versionsOf(root)) {
      const document = valueOf(version, 'version_document') ?? version;
      for (const point of itemsOf(valueOf(document, 'data_points')))
        points.read(point, textOf(valueOf(version, 'version')));
    }
    return vendorFile('mparticle', reading, { ...(name && { name }), ...points.parts() });
  },

  write: renameOnly,
};

function versionsOf(root: Node | undefined): readonly Node[] {
  const versions = itemsOf(valueOf(root, 'data_plan_versions'));
  return versions.length > 0 ? versions : root ? [root] : [];
}

class Points {
  readonly #reading: Reading;
  readonly #events: EventDefinition[] = [];
  #identify: TraitsDefinition | undefined;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  read(point: Node, version: string | undefined): void {
    const match = valueOf(point, 'match');
    const type = valueOf(match, 'type');
    const criteria = valueOf(match, 'criteria');
    const definition = valueOf(valueOf(point, 'validator'), 'definition');
    const reader = new SchemaReader(this.#reading, definition);
    const word = textOf(type) ?? '';
    if (word === 'user_attributes') {
      const members = this.#traits(reader, definition);
      this.#identify = { location: this.#reading.location(type ?? point), ...members };
      return;
    }
    const named = matched.get(word);
    const at = named && valueOf(criteria, named.key);
    const name = textOf(at);
    if (!named || !at || name === undefined) {
      this.#reading.unread(type ?? point, `What is sent as \`${word}\` has no name in code, so it is not checked.`);
      return;
    }
    this.#events.push(
      eventOf(this.#reading, {
        kind: named.kind,
        name,
        at,
        whole: point,
        description: valueOf(point, 'description'),
        tags: tagsOf(criteria),
        version,
        ...reader.members(path(definition, 'properties', 'data', 'properties', 'custom_attributes')),
      }),
    );
  }

  #traits(reader: SchemaReader, definition: Node | undefined): SchemaMembers {
    const nested = path(definition, 'properties', 'data', 'properties', 'user_attributes');
    return reader.members(nested ?? path(definition, 'properties', 'user_attributes') ?? definition);
  }

  parts(): Partial<PlanFile> {
    const { newest, superseded } = newestOf(this.#events);
    return {
      events: newest,
      ...(superseded.length > 0 && { superseded }),
      ...(this.#identify && { identify: this.#identify }),
    };
  }
}

function path(node: Node | undefined, ...names: readonly string[]): Node | undefined {
  return names.reduce(valueOf, node);
}

function tagsOf(criteria: Node | undefined): readonly string[] {
  const type = textOf(valueOf(criteria, 'custom_event_type'));
  return type === undefined ? [] : [type];
}

/** Kinds of events that code names, with the key of the criteria that holds the name. */
const matched: ReadonlyMap<string, { readonly kind: EventKind; readonly key: string }> = new Map([
  ['custom_event', { kind: 'track', key: 'event_name' }],
  ['screen_view', { kind: 'screen', key: 'screen_name' }],
  ['product_action', { kind: 'track', key: 'action' }],
  ['promotion_action', { kind: 'track', key: 'action' }],
]);
