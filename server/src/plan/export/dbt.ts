import type { EventDefinition, PropertyDefinition } from '../plan.ts';
import { inline } from '../yaml/print.ts';
import type { Exporter } from './exporter.ts';

/**
 * dbt's `schema.yml` for the warehouse tables of the events, one for each as Segment and RudderStack write them: names in
 * snake case, what is required is not null, and listed values are accepted values.
 */
export const dbtExport: Exporter = {
  id: 'dbt',
  title: 'dbt schema.yml for the warehouse tables of the events',
  isFolder: false,
  carries: new Set(['owners', 'tags', 'lists of values', 'constant values', 'planned events', 'deprecated events']),
  write(plan) {
    const events = [...plan.events.track.values()].filter(
      ({ status }) => status === 'active' || status === 'deprecated',
    );
    const head = `version: 2\n\nsources:\n  - name: ${inline(columnName(plan.name), false)}\n    tables:${events.length === 0 ? ' []' : ''}\n`;
    return [{ path: 'schema.yml', text: head + events.map(table).join('') }];
  },
};

function table({ name, description, owner, tags, properties = [] }: EventDefinition): string {
  const meta = [...(owner ? [`owner: ${inline(owner.value, false)}`] : []), `event: ${inline(name, false)}`];
  return [
    `      - name: ${inline(columnName(name), false)}`,
    ...(description ? [`        description: ${inline(description.value, false)}`] : []),
    `        meta: { ${meta.join(', ')} }`,
    ...(tags.length > 0 ? [`        tags: ${inline(tags, false)}`] : []),
    ...(properties.length > 0 ? ['        columns:', ...properties.flatMap(column)] : []),
    '',
  ].join('\n');
}

function column(property: PropertyDefinition): readonly string[] {
  const listed = property.const ? [property.const] : property.enum;
  const tests = [
    ...(property.required && property.types?.includes('null') !== true ? ['not_null'] : []),
    ...(listed
      ? [
          `accepted_values: { values: ${inline(
            listed.map(item => item.value),
            false,
          )} }`,
        ]
      : []),
  ];
  return [
    `          - name: ${inline(columnName(property.name), false)}`,
    ...(property.description === undefined ? [] : [`            description: ${inline(property.description, false)}`]),
    ...(tests.length > 0 ? ['            tests:', ...tests.map(test => `              - ${test}`)] : []),
  ];
}

/** As the warehouse connectors write names: lower case with underscores. */
function columnName(name: string): string {
  return name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1_$2')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')
    .toLowerCase();
}
