/**
 * A plan of the size that a team has, written in the shape that each vendor documents. The events are those of our own
 * templates; what a shape cannot say is left out of the expectation as well.
 */
import { templates } from '../../server/src/cli/draft/templates/index.ts';
import { joinWords, splitWords } from '../../server/src/base/words.ts';
import { joinPlan } from '../../server/src/plan/join.ts';
import { readPlanFile } from '../../server/src/plan/read.ts';

export interface SampleEvent {
  readonly name: string;
  readonly description: string;
  readonly properties: readonly SampleProperty[];
}

export interface SampleProperty {
  readonly name: string;
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'array';
  readonly values?: readonly string[];
  readonly required: boolean;
  readonly description: string;
}

export interface VendorPlan {
  readonly files: Readonly<Record<string, string>>;
  /** What reading it must give. */
  readonly events: readonly SampleEvent[];
}

/** The flat properties of every event of the templates. */
export const sampleEvents: readonly SampleEvent[] = Object.entries(templates).flatMap(([area, text]) => {
  const plan = joinPlan('file:///', [readPlanFile('file:///tracking-plan.yaml', text)]);
  return [...plan.events.track.values()].map(event => ({
    // Two templates may have an event of one name.
    name: `${event.name} In ${area[0]?.toUpperCase() ?? ''}${area.slice(1)}`,
    description: event.description?.value ?? 'It happened.',
    properties: (event.properties ?? []).flatMap((property): readonly SampleProperty[] => {
      const [type] = property.types ?? [];
      if (type === undefined || type === 'object' || type === 'null') return [];
      const values = property.enum?.map(({ value }) => String(value));
      const { name, required, description = 'What it is, and of what.' } = property;
      return [{ name, type, required, description, ...(values && { values }) }];
    }),
  }));
});

function schemaOf(properties: readonly SampleProperty[]): object {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      properties.map(({ name, type, values, description }) => [
        name,
        { type, description, ...(values && { enum: values }) },
      ]),
    ),
    required: properties.filter(({ required }) => required).map(({ name }) => name),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function csv(rows: readonly (readonly (string | undefined)[])[]): string {
  const cell = (text = ''): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map(row => `${row.map(cell).join(',')}\n`).join('');
}

/** As the format keeps it: in names, in types, or in what is required. */
function kept(
  change: (property: SampleProperty) => SampleProperty,
  name = (text: string): string => text,
): readonly SampleEvent[] {
  return sampleEvents.map(event => ({ ...event, name: name(event.name), properties: event.properties.map(change) }));
}

const asIs = (property: SampleProperty): SampleProperty => property;

const withoutInteger = (property: SampleProperty): SampleProperty =>
  property.type === 'integer' ? { ...property, type: 'number' } : property;

function snake(name: string): string {
  return joinWords(
    splitWords(name).map(({ text }) => text),
    'snake_case',
  );
}

/** By the id of the format. */
export const vendorPlans: Readonly<Record<string, VendorPlan>> = {
  'segment-config': {
    events: kept(asIs),
    files: {
      'plan.json': json({
        name: 'workspaces/acme/tracking-plans/rs_1',
        display_name: 'Acme',
        rules: {
          events: sampleEvents.map(({ name, description, properties }) => ({
            name,
            description,
            version: 1,
            rules: {
              $schema: 'http://json-schema.org/draft-07/schema#',
              type: 'object',
              properties: { context: {}, traits: {}, properties: schemaOf(properties) },
            },
          })),
          identify_traits: [],
          group_traits: [],
        },
      }),
    },
  },
  avo: {
    events: kept(asIs),
    files: {
      'avo.json': json({
        name: 'Acme',
        events: sampleEvents.map(({ name, description, properties }, at) => ({
          id: `e${at}`,
          name,
          description,
          triggers: [],
          tags: ['Core'],
          categories: [],
          sources: [{ id: 's1', name: 'Web', destinations: [] }],
          rules: { $schema: 'http://json-schema.org/draft-06/schema#', ...schemaOf(properties) },
        })),
      }),
    },
  },
  mparticle: {
    events: kept(asIs),
    files: {
      'data-plan.json': json({
        version: 1,
        data_plan_id: 'acme',
        version_document: {
          data_points: sampleEvents.map(({ name, description, properties }) => ({
            description,
            match: { type: 'custom_event', criteria: { event_name: name, custom_event_type: 'other' } },
            validator: {
              type: 'json_schema',
              definition: {
                properties: {
                  data: { properties: { custom_attributes: schemaOf(properties) }, required: ['custom_attributes'] },
                },
              },
            },
          })),
        },
      }),
    },
  },
  mixpanel: {
    events: kept(asIs),
    files: {
      'lexicon.json': json({
        entries: sampleEvents.map(({ name, description, properties }) => ({
          entityType: 'event',
          name,
          schemaJson: {
            $schema: 'http://json-schema.org/draft-07/schema',
            description,
            ...schemaOf(properties),
            metadata: { 'com.mixpanel': { displayName: name, tags: ['Core'], hidden: false, dropped: false } },
          },
        })),
      }),
    },
  },
  snowplow: {
    events: kept(asIs, snake),
    files: Object.fromEntries(
      sampleEvents.map(({ name, description, properties }) => [
        `schemas/com.acme/${snake(name)}/jsonschema/1-0-0`,
        json({
          $schema: 'http://iglucentral.com/schemas/com.snowplowanalytics.self-desc/schema/jsonschema/1-0-0#',
          description,
          self: { vendor: 'com.acme', name: snake(name), format: 'jsonschema', version: '1-0-0' },
          ...schemaOf(properties),
        }),
      ]),
    ),
  },
  posthog: {
    events: kept(({ name, type, required, description }) => withoutInteger({ name, type, required, description })),
    files: {
      'groups.json': json({
        count: sampleEvents.length,
        next: null,
        results: sampleEvents.map(({ name, description, properties }, at) => ({
          id: `g${at}`,
          name: `${name} properties`,
          description,
          events: [{ id: `e${at}`, name }],
          properties: properties.map(({ name: own, type, required, description: about }, index) => ({
            id: `p${at}-${index}`,
            name: own,
            property_type: {
              string: 'String',
              number: 'Numeric',
              integer: 'Numeric',
              boolean: 'Boolean',
              array: 'Array',
            }[type],
            is_required: required,
            description: about,
          })),
        })),
      }),
    },
  },
  'amplitude-api': {
    events: kept(withoutInteger),
    files: {
      'taxonomy.json': json({
        success: true,
        data: sampleEvents.flatMap(({ name, description, properties }) => [
          { event_type: name, category: { name: 'Core' }, description, is_active: true },
          ...properties.map(({ name: own, type, values, required, description: about }) => ({
            event_property: own,
            event_type: name,
            description: about,
            type: type === 'array' ? 'any' : values ? 'enum' : type === 'integer' ? 'number' : type,
            regex: null,
            enum_values: values?.join(', ') ?? null,
            is_array_type: type === 'array',
            is_required: required,
          })),
        ]),
      }),
    },
  },
  amplitude: {
    events: kept(asIs),
    files: {
      'amplitude.csv': csv([
        [
          ...['Action', 'Object Type', 'Object Name', 'Object Owner', 'Object Description', 'Event Category', 'Tags'],
          ...['Event Activity', 'Event Property Name', 'Property Description', 'Property Value Type'],
          ...['Property Required', 'Property Is Array', 'Enum Values', 'Number Is Integer'],
        ],
        ...sampleEvents.flatMap(({ name, description, properties }) => [
          ['', 'Event', name, '', description, 'Core', '', 'Active'],
          ...properties.map(({ name: own, type, values, required, description: about }) => [
            ...['', '', '', '', '', '', '', '', own, about],
            type === 'array' ? 'any' : values ? 'enum' : type === 'integer' ? 'number' : type,
            String(required).toUpperCase(),
            String(type === 'array').toUpperCase(),
            values?.join(', '),
            type === 'integer' ? 'TRUE' : '',
          ]),
        ]),
      ]),
    },
  },
  spreadsheet: {
    events: kept(asIs),
    files: {
      'plan.csv': csv([
        [
          'Event Name',
          'Event Description',
          'Property Name',
          'Property Description',
          'Property Type',
          'Required?',
          'Allowed Values',
        ],
        ...sampleEvents.flatMap(({ name, description, properties }) =>
          properties.length === 0
            ? [[name, description]]
            : properties.map(({ name: own, type, values, required, description: about }, at) => [
                at === 0 ? name : '',
                at === 0 ? description : '',
                own,
                about,
                type,
                required ? 'Yes' : 'No',
                values?.join(' | '),
              ]),
        ),
      ]),
    },
  },
  'json-schema': {
    events: kept(asIs),
    files: Object.fromEntries(
      sampleEvents.map(({ name, description, properties }) => [
        `events/${snake(name)}.json`,
        json({
          $schema: 'https://json-schema.org/draft/2020-12/schema',
          $id: `https://example.com/events/${snake(name)}.json`,
          title: name,
          description,
          ...schemaOf(properties),
        }),
      ]),
    ),
  },
};
