import type { PlanFormat } from '../format.ts';
import { eventOf } from '../vendor/event-of.ts';
import { entriesOf } from '../vendor/items-of.ts';
import { openDocument, vendorFile } from '../vendor/open-document.ts';
import { propertyOf } from '../vendor/property-of.ts';
import { renameOnly } from '../vendor/rename-only.ts';
import { textOf } from '../yaml/reading.ts';
import { valueOf } from '../yaml/tree.ts';

/** An event of GitLab's internal events: a file each, `action` is the name, `config/events/` the folder. */
export const gitlab: PlanFormat = {
  id: 'gitlab',
  title: 'GitLab internal events',
  extensions: ['.yml', '.yaml'],

  recognizes: (_uri, text) =>
    /^action:/m.test(text) && /^(?:internal_events|identifiers|product_group|milestone|introduced_by_url):/m.test(text),

  parse(uri, text) {
    const { reading, root } = openDocument(uri, text);
    const at = valueOf(root, 'action');
    const name = textOf(at);
    if (!root || !at || name === undefined) return vendorFile('gitlab', reading, {});
    const status = valueOf(root, 'status');
    const isRemoved = textOf(status) === 'removed' || uri.includes('/removed/');
    const properties = entriesOf(valueOf(root, 'additional_properties')).map(entry =>
      propertyOf(
        reading,
        {
          name: entry.key.name,
          at: entry.key,
          whole: entry,
          description: textOf(valueOf(entry.value, 'description')),
        },
        // `value` is a number and the other two are text; what a team adds may be anything.
        entry.key.name === 'value' ? { types: ['number'] } : builtIn.has(entry.key.name) ? { types: ['string'] } : {},
      ),
    );
    const event = eventOf(reading, {
      name,
      at,
      whole: root,
      description: valueOf(root, 'description'),
      owner: valueOf(root, 'product_group'),
      status: isRemoved ? 'removed' : 'active',
      statusAt: status,
      properties,
      // Who did it, and in which project, is sent beside the properties.
      open: true,
    });
    return vendorFile('gitlab', reading, { events: [event] });
  },

  write: renameOnly,
};

const builtIn: ReadonlySet<string> = new Set(['label', 'property']);
