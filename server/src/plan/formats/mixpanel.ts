import type { PlanFormat } from '../format.ts';
import type { EventDefinition, PropertyDefinition, TraitsDefinition } from '../plan.ts';
import { eventOf } from '../vendor/event-of.ts';
import { itemsOf } from '../vendor/items-of.ts';
import { openDocument, vendorFile } from '../vendor/open-document.ts';
import { SchemaReader } from '../vendor/read-schema.ts';
import { listAt, map, schemaWriter } from '../vendor/schema-writer.ts';
import { booleanOf, textOf, textsOf } from '../yaml/reading.ts';
import { valueOf } from '../yaml/tree.ts';

/**
 * Mixpanel's Lexicon as its schemas API answers: entries of events and profiles with a JSON Schema each. What Mixpanel
 * itself knows of them stands in `metadata["com.mixpanel"]`.
 */
export const mixpanel: PlanFormat = {
  id: 'mixpanel',
  title: 'Mixpanel Lexicon',
  extensions: ['.json'],

  recognizes: (_uri, text) =>
    (/"entityType"\s*:/.test(text) && /"schemaJson"\s*:/.test(text)) || /^\s*\{\s*"entries"\s*:\s*\[\s*\]/.test(text),

  parse(uri, text) {
    const { reading, root } = openDocument(uri, text);
    const events: EventDefinition[] = [];
    const traits: { identify?: TraitsDefinition; group?: TraitsDefinition } = {};
    const lists = [
      root,
      valueOf(root, 'entries'),
      valueOf(root, 'results'),
      valueOf(valueOf(root, 'results'), 'results'),
    ];
    for (const entry of lists.flatMap(itemsOf)) {
      const at = valueOf(entry, 'name');
      const name = textOf(at);
      const type = valueOf(entry, 'entityType');
      const schema = valueOf(entry, 'schemaJson');
      const own = valueOf(valueOf(schema, 'metadata'), 'com.mixpanel');
      const members = new SchemaReader(reading, schema).members(schema);
      if (textOf(type) === 'profile' || textOf(type) === 'group') {
        const kind = textOf(type) === 'group' ? 'group' : 'identify';
        const known: readonly PropertyDefinition[] = traits[kind]?.properties ?? [];
        const location = traits[kind]?.location ?? reading.location(at ?? type ?? entry);
        traits[kind] = { location, properties: [...known, ...members.properties], open: members.open };
      } else if (textOf(type) === 'event' && at && name !== undefined) {
        events.push(
          eventOf(reading, {
            name,
            at,
            whole: entry,
            description: valueOf(schema, 'description'),
            owner: itemsOf(valueOf(own, 'contacts'))[0],
            tags: textsOf(valueOf(own, 'tags')),
            // What Mixpanel drops never arrives.
            status: booleanOf(valueOf(own, 'dropped')) === true ? 'removed' : 'active',
            ...members,
          }),
        );
      } else {
        reading.unread(type ?? entry, 'This kind of entry is not known, so it is not checked.');
      }
    }
    return vendorFile('mixpanel', reading, { events, ...traits });
  },

  write: schemaWriter({
    events: root => listAt(root, [], ['entries'], ['results'], ['results', 'results']),
    payload: () => ['schemaJson'],
    description: ['schemaJson', 'description'],
    newEvent: ({ kind, name, description }, payload) =>
      kind === 'track'
        ? map({
            entityType: 'event',
            name,
            schemaJson: {
              ...payload,
              entries: [
                ...(description === undefined ? [] : [['description', description] as const]),
                ...payload.entries,
              ],
            },
          })
        : undefined,
  }),
};
