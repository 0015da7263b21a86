import type { Exporter } from './exporter.ts';
import { printJson, schemaOfMembers } from './to-schema.ts';

/** Entries as Mixpanel's schemas API takes them. */
export const mixpanelExport: Exporter = {
  id: 'mixpanel',
  title: 'Mixpanel Lexicon entries, one JSON file',
  isFolder: false,
  carries: new Set([
    ...(['traits of users', 'owners', 'tags', 'removed events', 'closed payloads', 'open payloads'] as const),
    ...(['several types of a value', 'nested properties', 'lists of values', 'constant values', 'patterns'] as const),
    ...([
      'formats of text',
      'numeric limits',
      'exclusive limits',
      'personal data',
      'deprecated properties',
      'examples',
    ] as const),
  ]),
  write(plan) {
    const events = [...plan.events.track.values()].map(event => ({
      entityType: 'event',
      name: event.name,
      schemaJson: {
        $schema: 'http://json-schema.org/draft-07/schema',
        description: event.description?.value,
        ...schemaOfMembers(event.properties, event.open),
        metadata: {
          'com.mixpanel': {
            tags: event.tags,
            hidden: false,
            dropped: event.status === 'removed',
            contacts: event.owner ? [event.owner.value] : [],
          },
        },
      },
    }));
    const traits = plan.identify;
    const profiles = traits
      ? [{ entityType: 'profile', name: '$user', schemaJson: schemaOfMembers(traits.properties, traits.open) }]
      : [];
    return [{ path: 'lexicon.json', text: printJson({ entries: [...events, ...profiles] }) }];
  },
};
