import type { JsonSchema } from './json-schema.ts';
import { propertySchema } from './property-schema.ts';

/**
 * The schema of a plan in our own YAML. It checks plan files, documents each key in completion and hover, and is
 * published as `server/docs/plan.schema.json`.
 */
export const planSchema: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'tracklint-plan',
  title: 'a tracking plan',
  description: 'Which events a product sends, with which properties, from which source, owned by whom and why.',
  type: ['object', 'null'],
  properties: {
    $schema: { type: 'string', description: 'Address of the schema, for editors that look for it here.' },
    version: { enum: [1, '1'], description: 'Version of this format. The only one so far is `1`.', default: 1 },
    name: { type: 'string', description: 'What people call the product or this plan.', examples: ['Shop'] },
    description: { type: 'string', description: 'What the plan covers.' },
    naming: { $ref: '#/definitions/naming' },
    vocabulary: { $ref: '#/definitions/vocabulary' },
    sources: {
      title: 'the sources',
      description: 'The apps and services that send events. Code files belong to a source by its globs.',
      type: ['object', 'null'],
      additionalProperties: { $ref: '#/definitions/source' },
      examples: [{ web: { include: ['apps/web/**'], sdk: 'segment' } }],
    },
    destinations: {
      title: 'the destinations',
      description:
        'The tools that events are forwarded to. Known ones bring their limits: length of names, reserved names, number of properties.',
      type: ['object', 'null'],
      additionalProperties: { $ref: '#/definitions/destination' },
      examples: [{ ga4: {}, mixpanel: {} }],
    },
    properties: {
      $ref: '#/definitions/properties',
      description: 'Shared properties, used elsewhere by `$ref: name`.',
    },
    common: {
      $ref: '#/definitions/properties',
      description: 'Properties that the SDK or a wrapper sends with every call.',
    },
    events: {
      title: 'the events',
      description: 'What is tracked: the event names, each with what is known about it.',
      type: ['object', 'null'],
      additionalProperties: { $ref: '#/definitions/event' },
      examples: [{ 'Order Completed': { description: 'The customer paid.' } }],
    },
    pages: {
      title: 'the pages',
      description: 'Names of page calls, each described like an event.',
      type: ['object', 'null'],
      additionalProperties: { $ref: '#/definitions/event' },
      examples: [{ Pricing: {} }],
    },
    screens: {
      title: 'the screens',
      description: 'Names of screen calls, each described like an event.',
      type: ['object', 'null'],
      additionalProperties: { $ref: '#/definitions/event' },
      examples: [{ Home: {} }],
    },
    identify: { $ref: '#/definitions/traits', description: 'What identify calls may say about a user.' },
    group: { $ref: '#/definitions/traits', description: 'What group calls may say about an account or company.' },
    metrics: {
      title: 'the metrics',
      description: 'Why the events exist: the figures that are made of them.',
      type: ['object', 'null'],
      additionalProperties: { $ref: '#/definitions/metric' },
      examples: [{ activation: { kind: 'leading', events: ['Destination Enabled'] } }],
    },
    funnels: {
      title: 'the funnels',
      description: 'Sequences of events that people are expected to go through.',
      type: ['object', 'null'],
      additionalProperties: { $ref: '#/definitions/funnel' },
      examples: [{ checkout: ['Product Viewed', 'Product Added', 'Order Completed'] }],
    },
  },
  patternProperties: { '^x-': { description: 'Anything of your own; Tracklint does not read it.' } },
  additionalProperties: false,
  definitions: {
    case: {
      enum: [
        'Title Case',
        'Sentence case',
        'lower case',
        'snake_case',
        'camelCase',
        'PascalCase',
        'kebab-case',
        'SCREAMING_SNAKE_CASE',
        'any',
      ],
      description: 'How the words of a name are written and joined.',
    },
    naming: {
      title: 'the naming rules',
      description: 'How names are built, checked in the plan and in code.',
      type: ['object', 'null'],
      properties: {
        events: {
          title: 'the naming rules of events',
          description: 'How event names are built.',
          type: ['object', 'null'],
          properties: {
            framework: {
              enum: ['object-action', 'action-object', 'none'],
              description: 'The order of the words.',
              enumDescriptions: [
                'The thing first, then what happened to it: `Order Completed`.',
                'What happened first, then the thing: `Completed Order`.',
                'No order is checked.',
              ],
            },
            case: { $ref: '#/definitions/case' },
            tense: {
              enum: ['past', 'present', 'any'],
              description: 'The form of the action: `Completed` (past) or `Complete` (present).',
            },
            pattern: {
              type: 'string',
              description: 'A regular expression that a whole event name must match.',
              examples: ['[A-Z].*'],
            },
          },
          additionalProperties: false,
        },
        properties: {
          title: 'the naming rules of properties',
          description: 'How property and trait names are built.',
          type: ['object', 'null'],
          properties: {
            case: { $ref: '#/definitions/case' },
            pattern: { type: 'string', description: 'A regular expression that a whole property name must match.' },
          },
          additionalProperties: false,
        },
      },
      additionalProperties: false,
    },
    vocabulary: {
      title: 'the vocabulary',
      description: 'The words that event names are made of. Where it is given, other words are reported.',
      type: ['object', 'null'],
      properties: {
        objects: {
          title: 'the objects',
          description: 'The things that events are about.',
          type: ['object', 'array', 'null'],
          additionalProperties: { $ref: '#/definitions/word' },
          items: { type: 'string' },
          examples: [{ Order: { synonyms: ['Purchase'] }, Product: {} }],
        },
        actions: {
          title: 'the actions',
          description: 'What can happen to them.',
          type: ['object', 'array', 'null'],
          additionalProperties: { $ref: '#/definitions/word' },
          items: { type: 'string' },
          examples: [{ Completed: { synonyms: ['Finished', 'Done'] }, Viewed: {} }],
        },
      },
      additionalProperties: false,
    },
    word: {
      title: 'a word of the vocabulary',
      type: ['object', 'null'],
      properties: {
        synonyms: {
          type: ['array', 'string'],
          items: { type: 'string' },
          description: 'Words that people write instead; each is replaced by this one.',
          examples: [['Purchase']],
        },
        description: { type: 'string', description: 'What the word means here.' },
      },
      additionalProperties: false,
    },
    source: {
      title: 'a source',
      type: ['object', 'null'],
      properties: {
        description: { type: 'string', description: 'What the source is.' },
        include: {
          type: ['array', 'string'],
          items: { type: 'string' },
          description: 'Globs of its code files, relative to the folder of the plan.',
          examples: [['apps/web/**']],
        },
        exclude: {
          type: ['array', 'string'],
          items: { type: 'string' },
          description: 'Globs of files below `include` that do not belong to it.',
        },
        sdk: {
          type: ['string', 'array'],
          items: { type: 'string' },
          description: 'The SDK, or a list of the SDKs, that it sends through; by name or vendor.',
          examples: ['segment', ['segment', 'ga4']],
        },
        origin: {
          enum: ['code', 'external'],
          description: 'Where its calls are made.',
          enumDescriptions: [
            'In our own code, which is checked. This is the default.',
            'Elsewhere (a webhook, another team): its events are never expected in our code.',
          ],
          default: 'code',
        },
        delivery: { type: 'string', description: 'How its events arrive.', examples: ['webhook', 'batch'] },
        retention: { type: ['string', 'integer'], description: 'How long its events are kept.', examples: ['30 days'] },
        owner: { type: 'string', description: 'The team that answers for it.' },
      },
      patternProperties: { '^x-': {} },
      additionalProperties: false,
    },
    destination: {
      title: 'a destination',
      description: 'Limits written here add to, and take precedence over, those of a known destination.',
      type: ['object', 'null'],
      properties: {
        description: { type: 'string', description: 'What it is used for.' },
        event_name_length: { type: 'integer', minimum: 1, description: 'Longest event name, in characters.' },
        property_name_length: { type: 'integer', minimum: 1, description: 'Longest property name, in characters.' },
        property_count: { type: 'integer', minimum: 0, description: 'Largest number of properties of one event.' },
        value_length: { type: 'integer', minimum: 0, description: 'Longest text value, in characters.' },
        name_pattern: { type: 'string', description: 'A regular expression that names must match.' },
        reserved_names: {
          type: 'array',
          items: { type: 'string' },
          description: 'Names that the destination keeps for itself.',
        },
        reserved_prefixes: {
          type: 'array',
          items: { type: 'string' },
          description: 'Beginnings of names that the destination keeps for itself.',
        },
      },
      patternProperties: { '^x-': {} },
      additionalProperties: false,
    },
    event: {
      title: 'an event',
      type: ['object', 'null'],
      properties: {
        description: {
          type: 'string',
          description: 'When the event is sent, as its sender needs to know it.',
          examples: ['The customer paid.'],
        },
        why: {
          type: 'string',
          description: 'The business question that it answers.',
          examples: ['Which campaigns bring paying customers?'],
        },
        owner: { type: 'string', description: 'The team or person that answers for it.', examples: ['checkout-team'] },
        status: {
          enum: ['planned', 'active', 'deprecated', 'removed'],
          description: 'Where the event is in its life.',
          enumDescriptions: [
            'Not yet sent; code is not expected to send it.',
            'Sent. This is the default.',
            'Still sent, but on its way out: every call is reported, with its replacement.',
            'No longer sent: every call is an error, as for an unknown event.',
          ],
          default: 'active',
        },
        weight: { type: 'number', minimum: 0, description: 'What it counts in an engagement score.', default: 1 },
        sources: {
          type: ['array', 'string'],
          items: { type: 'string' },
          description: 'The sources that send it, by their names under `sources`. Absent: any may.',
          examples: [['web', 'api']],
        },
        tags: { type: ['array', 'string'], items: { type: 'string' }, description: 'Words to find it by.' },
        properties: {
          $ref: '#/definitions/properties',
          description:
            'What is sent with it. Without this key nothing is said about the payload; with it, other properties are reported.',
        },
        additionalProperties: {
          type: 'boolean',
          description: 'Whether properties beyond the listed ones may be sent.',
          default: false,
        },
        replaced_by: { type: 'string', description: 'The event to send in its place.', examples: ['Order Completed'] },
        remove_after: {
          type: 'string',
          description: 'The date (`YYYY-MM-DD`) after which a deprecated event should be gone.',
          examples: ['2027-03-01'],
        },
      },
      patternProperties: { '^x-': {} },
      additionalProperties: false,
    },
    properties: {
      title: 'the properties',
      type: ['object', 'null'],
      additionalProperties: { $ref: '#/definitions/property' },
      examples: [{ order_id: { type: 'string', required: true }, coupon: 'string' }],
    },
    property: propertySchema,
    traits: {
      title: 'the traits',
      type: ['object', 'null'],
      properties: {
        description: { type: 'string', description: 'When such a call is made.' },
        traits: {
          $ref: '#/definitions/properties',
          description: 'The traits, described like properties. With this key, other traits are reported.',
        },
        additionalProperties: {
          type: 'boolean',
          description: 'Whether traits beyond the listed ones may be sent.',
          default: false,
        },
      },
      patternProperties: { '^x-': {} },
      additionalProperties: false,
    },
    metric: {
      title: 'a metric',
      type: ['object', 'array', 'null'],
      items: { type: 'string' },
      properties: {
        kind: { type: 'string', description: 'What kind of figure it is.', examples: ['leading', 'lagging'] },
        description: { type: 'string', description: 'How the figure is made of its events.' },
        events: {
          type: ['array', 'string'],
          items: { type: 'string' },
          description: 'The events that it is computed from.',
          examples: [['Destination Enabled']],
        },
        owner: { type: 'string', description: 'The team that answers for it.' },
      },
      patternProperties: { '^x-': {} },
      additionalProperties: false,
    },
    funnel: {
      title: 'a funnel',
      type: ['array', 'object', 'null'],
      items: { type: 'string' },
      properties: {
        description: { type: 'string', description: 'What the funnel leads to.' },
        steps: { type: 'array', items: { type: 'string' }, description: 'The events, in the order of the steps.' },
        owner: { type: 'string', description: 'The team that answers for it.' },
      },
      patternProperties: { '^x-': {} },
      additionalProperties: false,
    },
  },
};

/** The text of `server/docs/plan.schema.json`. */
export function planSchemaJson(): string {
  return `${JSON.stringify(planSchema, null, 2)}\n`;
}
