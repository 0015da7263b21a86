import type { PlanFormat } from '../format.ts';
import type { PropertyDefinition } from '../plan.ts';
import { eventOf } from '../vendor/event-of.ts';
import { itemsOf } from '../vendor/items-of.ts';
import { openDocument, vendorFile } from '../vendor/open-document.ts';
import { propertyOf } from '../vendor/property-of.ts';
import { typesOf } from '../vendor/read-schema.ts';
import { renameOnly } from '../vendor/rename-only.ts';
import { locatedText } from '../yaml/read-property.ts';
import { booleanOf, textOf, type Reading } from '../yaml/reading.ts';
import { entryOf, valueOf, type Node } from '../yaml/tree.ts';

/**
 * Buffer's tracking-plan-kit: a YAML file for each event, with a list of properties; `identify_traits.yaml` and
 * `group_traits.yaml` with a list of traits; and `plan.yaml` with the plan's name.
 */
export const buffer: PlanFormat = {
  id: 'buffer',
  title: 'Buffer tracking-plan-kit',
  extensions: ['.yaml', '.yml'],

  // A file holds one event; large plans of others are not searched through.
  recognizes: (_uri, text) =>
    /^(?:properties|traits):[ \t]*\r?\n[ \t]*-[ \t]+name:/m.test(text.slice(0, 20_000)) ||
    /^name:[ \t]*["']?workspaces\/[^\s]*\/tracking-plans\//m.test(text.slice(0, 4_000)) ||
    (/^name:/m.test(text.slice(0, 4_000)) && /^area:/m.test(text.slice(0, 4_000))),

  parse(uri, text) {
    const { reading, root } = openDocument(uri, text);
    const traits = entryOf(root, 'traits');
    if (traits) {
      const kind = /group[^/]*$/i.test(uri) ? 'group' : 'identify';
      const properties = readProperties(reading, traits.value);
      return vendorFile('buffer', reading, {
        [kind]: { location: reading.location(traits.key), properties, open: false },
      });
    }
    const plan = valueOf(root, 'display_name');
    const at = valueOf(root, 'name');
    const name = textOf(at);
    if (plan || !root || !at || name === undefined) {
      const title = locatedText(reading, plan);
      return vendorFile('buffer', reading, title ? { name: title } : {});
    }
    const area = textOf(valueOf(root, 'area'));
    const listed = entryOf(root, 'properties');
    const event = eventOf(reading, {
      name,
      at,
      whole: root,
      description: valueOf(root, 'description'),
      tags: area === undefined ? [] : [area],
      properties: listed && readProperties(reading, listed.value),
      open: !listed,
    });
    return vendorFile('buffer', reading, { events: [event] });
  },

  write: renameOnly,
};

function readProperties(reading: Reading, list: Node | undefined): readonly PropertyDefinition[] {
  return itemsOf(list).flatMap(item => {
    const at = valueOf(item, 'name');
    const name = textOf(at);
    if (!at || name === undefined) return [];
    const type = valueOf(item, 'type');
    const types = typesOf(type);
    if (type && !types && textOf(type) !== 'any') {
      reading.unread(type, 'This is no type that is known, so the type is not checked.');
    }
    const allowsNull = booleanOf(valueOf(item, 'allowNull')) === true;
    const parts = {
      name,
      at,
      whole: item,
      required: booleanOf(valueOf(item, 'required')) ?? false,
      description: textOf(valueOf(item, 'description')),
    };
    return propertyOf(reading, parts, types ? { types: allowsNull ? [...types, 'null'] : types } : {});
  });
}
