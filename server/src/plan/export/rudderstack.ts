import type { EventDefinition, PropertyDefinition, TrackingPlan, TraitsDefinition, ValueConstraint } from '../plan.ts';
import { printEntry, type Layout, type Written, type WrittenMap } from '../yaml/print.ts';
import type { Exporter } from './exporter.ts';
import { FileNames } from './file-names.ts';
import { eventsOf } from './losses.ts';

/** A project of RudderStack's command line, version 1: a tracking plan and its catalog of events and properties. */
export const rudderstackExport: Exporter = {
  id: 'rudderstack',
  title: 'RudderStack project (rudder/v1), a folder of YAML files',
  isFolder: true,
  carries: new Set([
    ...([
      'traits of users',
      'traits of groups',
      'closed payloads',
      'open payloads',
      'several types of a value',
    ] as const),
    ...([
      'nested properties',
      'lists of values',
      'patterns',
      'formats of text',
      'numeric limits',
      'exclusive limits',
    ] as const),
    ...(['pages', 'screens'] as const),
  ]),
  write(plan) {
    const project = new Project(plan);
    return project.files();
  },
};

class Project {
  readonly #plan: TrackingPlan;
  readonly #ids = new FileNames('_');
  readonly #properties = new Map<string, WrittenMap>();

  constructor(plan: TrackingPlan) {
    this.#plan = plan;
  }

  files() {
    const id = new FileNames('_').of('plan', this.#plan.name);
    const events = eventsOf(this.#plan).filter(({ status }) => status !== 'removed');
    const traits = (['identify', 'group'] as const).flatMap(kind => {
      const own = this.#plan[kind];
      return own ? [{ kind, own }] : [];
    });
    const rules = [
      ...events.map(event => this.#rule(this.#eventId(event), event)),
      ...traits.map(({ kind, own }) => this.#rule(kind, own)),
    ];
    const catalog = [
      ...events.map(event =>
        map({
          id: this.#eventId(event),
          name: event.name,
          event_type: event.kind,
          description: event.description?.value,
        }),
      ),
      ...traits.map(({ kind }) => map({ id: kind, event_type: kind })),
    ];
    return [
      {
        path: 'tracking-plan.yaml',
        text: file(
          'tracking-plan',
          id,
          [
            ['id', id],
            ['display_name', this.#plan.name],
          ],
          'rules',
          rules,
        ),
      },
      { path: 'events.yaml', text: file('events', id, [], 'events', catalog) },
      { path: 'properties.yaml', text: file('properties', id, [], 'properties', [...this.#properties.values()]) },
    ];
  }

  #eventId({ kind, name }: EventDefinition): string {
    return this.#ids.of(`event ${kind} ${name}`, name);
  }

  #rule(id: string, owner: EventDefinition | TraitsDefinition): WrittenMap {
    return map({
      type: 'event_rule',
      id: `${id}_rule`,
      event: `#event:${id}`,
      additional_properties: owner.open,
      properties:
        owner.properties && owner.properties.length > 0 ? owner.properties.map(each => this.#mention(each)) : undefined,
    });
  }

  /** What a rule says of a property; what its values must be stands in the catalog, once for all that say the same. */
  #mention(property: PropertyDefinition): WrittenMap {
    const { name, description, required } = property;
    const nested = property.properties ?? property.items?.properties;
    const words = { name, description, ...valueWords(property) };
    const key = JSON.stringify(words);
    const id = this.#ids.of(`property ${key}`, name);
    if (!this.#properties.has(id)) this.#properties.set(id, map({ id, ...words }));
    return map({
      property: `#property:${id}`,
      required,
      ...(nested && {
        additional_properties: (property.properties ? property.open : property.items?.open) !== false,
        properties: nested.map(each => this.#mention(each)),
      }),
    });
  }
}

function valueWords(value: ValueConstraint): Readonly<Record<string, Written | undefined>> {
  const { types, items } = value;
  const config = map({
    enum: value.enum?.map(item => item.value),
    pattern: value.pattern?.value,
    format: value.format,
    minimum: value.minimum,
    maximum: value.maximum,
    exclusive_minimum: value.exclusiveMinimum,
    exclusive_maximum: value.exclusiveMaximum,
    min_length: value.minLength,
    max_length: value.maxLength,
    min_items: value.minItems,
    max_items: value.maxItems,
  });
  return {
    type: types?.length === 1 ? types[0] : undefined,
    types: types && types.length > 1 ? types : undefined,
    item_types: items?.types && items.types.length > 0 ? items.types : undefined,
    config: config.entries.length > 0 ? config : undefined,
  };
}

const layout: Layout = { shape: 'block', json: false, column: 4, step: 2, indent: ' ', eol: '\n' };

/** Lists of maps are written in lines here, which is how RudderStack's own files look. */
function file(
  kind: string,
  name: string,
  head: readonly (readonly [string, string])[],
  section: string,
  items: readonly WrittenMap[],
): string {
  const top = `version: rudder/v1\nkind: ${kind}\nmetadata:\n  name: ${name}\nspec:\n`;
  const words = head.map(([key, value]) => `  ${printEntry(key, value, layout)}\n`).join('');
  return `${top}${words}  ${section}:${items.length === 0 ? ' []' : ''}\n${items.map(item => listItem(item, 4)).join('')}`;
}

function listItem(item: WrittenMap, column: number): string {
  const lines = item.entries.map(([key, value]) => {
    const isList = Array.isArray(value) && value.some(each => typeof each === 'object' && each !== null);
    if (!isList) return `${printEntry(key, value, { ...layout, column: column + 2 })}\n`;
    return `${key}:\n${(value as readonly WrittenMap[]).map(each => listItem(each, column + 4)).join('')}`;
  });
  return lines.map((line, i) => `${' '.repeat(column)}${i === 0 ? '- ' : '  '}${line}`).join('');
}

function map(values: Readonly<Record<string, Written | undefined>>): WrittenMap {
  const entries = Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  return { inline: false, entries };
}
