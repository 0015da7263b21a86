import type { JsonSchema } from '../plan/json-schema.ts';

/** A rule or SDK that a config may name, with what completion says about it. */
export interface KnownName {
  readonly id: string;
  readonly summary: string;
}

const severity: JsonSchema = {
  enum: ['off', 'info', 'warning', 'error'],
  enumDescriptions: [
    'Not reported.',
    'Reported, and never the reason for a failing check.',
    'Reported; fails a check that allows fewer warnings.',
    'Reported; fails the check.',
  ],
};

const kind: JsonSchema = {
  enum: ['track', 'page', 'screen', 'identify', 'group', 'alias'],
  description: 'What kind of call it is.',
  default: 'track',
};

const files: JsonSchema = {
  type: ['array', 'string'],
  items: { type: 'string' },
  description: 'Globs of the files in which it counts. Absent: all.',
  examples: [['apps/web/**']],
};

/** Names of columns, by what these hold. */
function columnNames(held: Readonly<Record<string, string>>): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    Object.entries(held).map(([role, description]) => [
      role,
      { type: ['string', 'array'], items: { type: 'string' }, description },
    ]),
  );
}

/** What is not part of the tree of values: where an argument or one of its members stands. */
const argument: JsonSchema = { type: ['integer', 'string'] };

/**
 * The schema of `.tracklint.yaml`. It checks config files, documents each key in completion and hover, and is published
 * as `server/docs/config.schema.json`.
 */
export const configSchema: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'tracklint-config',
  title: 'a Tracklint config',
  description: 'What decides which problems Tracklint finds, in the editor and on the command line alike.',
  type: ['object', 'null'],
  properties: {
    $schema: { type: 'string', description: 'Address of the schema, for editors that look for it here.' },
    extends: {
      type: ['string', 'array'],
      items: { type: 'string' },
      description:
        'A preset (`light`, `recommended`, `strict`), the path of another config, or a list of these. A config is taken as though its keys were written here; what this file says itself takes precedence.',
      examples: ['recommended', 'strict', ['strict', '../tracklint.base.yaml']],
      default: 'recommended',
    },
    plans: {
      title: 'the plans',
      type: ['array', 'string', 'object'],
      items: { type: 'string' },
      additionalProperties: { type: 'string' },
      description:
        'Globs of plan files, or their folders, beyond `tracking-plan.yaml` and `tracking-plan/**`, or a map from globs of code files to the plan (a file or a folder) that they belong to.',
      examples: [['plans/*.yaml'], ['plans'], { 'apps/shop/**': 'plans/shop.yaml' }],
    },
    columns: {
      title: 'the columns',
      type: ['object', 'null'],
      description:
        'What the columns of a plan in a spreadsheet (CSV, TSV) are called, by what they hold; the usual names are known without this.',
      properties: columnNames({
        event: 'The name of the event.',
        kind: 'What kind of call it is: track, page, screen, identify or group.',
        description: 'When the event is sent.',
        why: 'The business question that the event answers.',
        owner: 'The team that answers for the event.',
        status: 'Where the event is in its life.',
        tags: 'Words to find the event by.',
        sources: 'The sources that send the event.',
        property: 'The name of a property.',
        property_description: 'What the property means.',
        property_type: 'The type of the property.',
        required: 'Whether the property must be sent.',
        values: 'The values that the property may have.',
        example: 'A value as it is sent.',
        pattern: 'A regular expression that the value must match.',
        pii: 'Whether the property is personal data.',
      }),
      additionalProperties: false,
      examples: [{ event: 'Interaction', property: ['Attribute', 'Field'] }],
    },
    include: {
      type: ['array', 'string'],
      items: { type: 'string' },
      description: 'Globs of the files to check. Absent: all.',
      examples: [['src/**']],
    },
    exclude: {
      type: ['array', 'string'],
      items: { type: 'string' },
      description:
        'Globs of files not to check, beyond what git ignores, `node_modules`, other folders that package managers fill (`vendor` of Go and PHP, `Pods`, virtual environments) and build output. Without it, tests are left out.',
      examples: [['**/*.test.ts']],
    },
    rules: {
      title: 'the rules',
      type: ['object', 'null'],
      description: 'How severe the findings of each rule are, in place of what the preset says.',
      additionalProperties: severity,
      examples: [{ 'unknown-event': 'error', 'missing-owner': 'off' }],
    },
    sdks: {
      type: ['array', 'string'],
      items: { type: 'string' },
      description: 'The SDKs to look for, by name or vendor. Absent: all that Tracklint knows.',
      examples: [['segment', 'ga4']],
    },
    types: {
      enum: ['checker', 'declarations'],
      enumDescriptions: [
        'Literals and declarations first; what they do not tell is asked of TypeScript (version 7), where it is installed.',
        'Literals and declarations only: the same findings everywhere, and no other process.',
      ],
      description: 'What is asked for the types of the values that are sent.',
      default: 'checker',
    },
    functions: {
      title: 'the functions',
      type: ['array', 'null'],
      description:
        'Functions that send events and whose code Tracklint does not see. Wrappers in the workspace are found without this.',
      items: { $ref: '#/definitions/function' },
      examples: [[{ callee: 'telemetry.send', event: 0, properties: 1 }]],
    },
    attributes: {
      title: 'the attributes',
      type: ['array', 'null'],
      description: 'JSX and HTML attributes that carry the name of an event.',
      items: { $ref: '#/definitions/attribute' },
      examples: [[{ name: 'data-track', properties: 'data-track-*' }]],
    },
    destinations: {
      title: 'the destinations',
      type: ['object', 'null'],
      description: 'Limits of the tools that events are forwarded to, in place of those that Tracklint knows.',
      additionalProperties: { $ref: '#/definitions/limits' },
      examples: [{ ga4: { event_name_length: 40 } }],
    },
  },
  patternProperties: { '^x-': { description: 'Anything of your own; Tracklint does not read it.' } },
  additionalProperties: false,
  definitions: {
    function: {
      title: 'a function',
      description:
        'A function that sends an event; in short, its name, with the event as the first argument and the properties as the second.',
      type: ['object', 'string'],
      required: ['callee'],
      properties: {
        callee: {
          type: 'string',
          description:
            'How it is called: `trackEvent`, `telemetry.send`, `this.sendEvent`, `*.track`. The last name must be the same; those before it where they are given. A name means what the code imports or keeps under any other name. The name before a method may be the type of what it is called on: `EventLog.write`. A hook that gives the function back is written with brackets: `useTelemetry()`, `useTracking().trackEvent`.',
          examples: ['trackEvent', 'telemetry.send', '*.track'],
        },
        kind,
        event: {
          ...argument,
          description:
            'Where the name of the event stands: the number of an argument (`0` is the first), a member of it (`0.event`), the name of a keyword argument, or `callee` where the name of the method is the event.',
          examples: [0, '0.event', 'event_name', 'callee'],
          default: 0,
        },
        name: { type: 'string', description: 'The event that it always sends, where the call does not name one.' },
        properties: {
          ...argument,
          description: 'Where the properties stand, written like `event`.',
          examples: [1, '0.properties'],
          default: 1,
        },
        user: { ...argument, description: 'Where the id of the user stands, written like `event`.', examples: [2] },
        also: {
          ...argument,
          description: 'Where the second part of the name stands, if the name has two: `track(area, action)`.',
          examples: [1],
        },
        separator: { type: 'string', description: 'What joins the two parts of the name.', examples: [':', ' '] },
        files,
        transform: {
          type: ['string', 'array'],
          if: { type: 'string' },
          then: { $ref: '#/definitions/transform' },
          items: { $ref: '#/definitions/transform' },
          description: 'What it does to the name before sending it; several are done in order.',
          examples: ['snake_case', ['trim', 'lowercase']],
        },
        prefix: { type: 'string', description: 'What it puts before the name.', examples: ['web_'] },
        suffix: { type: 'string', description: 'What it puts after the name.' },
        adds: {
          type: ['array', 'string'],
          items: { type: 'string' },
          description: 'Properties that it adds to every call, which are then not missing.',
          examples: [['app_version', 'locale']],
        },
        open: {
          type: 'boolean',
          description: 'Whether it may add properties that are not listed, so that none can be called missing.',
          default: false,
        },
      },
      additionalProperties: false,
    },
    transform: {
      enum: ['lowercase', 'uppercase', 'snake_case', 'camelCase', 'kebab-case', 'Title Case', 'PascalCase', 'trim'],
    },
    attribute: {
      title: 'an attribute',
      description: 'An attribute that carries the name of an event; in short, just its name.',
      type: ['object', 'string'],
      required: ['name'],
      properties: {
        name: { type: 'string', description: 'The name of the attribute.', examples: ['data-track'] },
        elements: {
          type: ['array', 'string'],
          items: { type: 'string' },
          description: 'The elements or components on which it counts. Absent: any.',
          examples: [['Button', 'a']],
        },
        kind,
        properties: {
          type: 'string',
          description:
            'The attribute that carries the properties, or the beginning of attributes that carry one each (`data-track-*`).',
          examples: ['data-track-*', 'trackProps'],
        },
        files,
      },
      additionalProperties: false,
    },
    limits: {
      title: 'a destination',
      type: ['object', 'null'],
      properties: {
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
      additionalProperties: false,
    },
  },
};

/** The schema with every rule and SDK by name, for completion and for publishing. */
export function configSchemaFor(rules: readonly KnownName[], sdks: readonly KnownName[]): JsonSchema {
  const { properties } = configSchema;
  const names = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const sdkNames: JsonSchema =
    sdks.length === 0
      ? { type: 'string' }
      : { enum: sdks.map(sdk => sdk.id), enumDescriptions: sdks.map(sdk => sdk.summary) };
  return {
    ...configSchema,
    properties: {
      ...properties,
      rules: {
        ...properties?.rules,
        properties: Object.fromEntries(names.map(({ id, summary }) => [id, { ...severity, description: summary }])),
        additionalProperties: false,
      },
      sdks: { ...properties?.sdks, items: sdkNames },
    },
  };
}

/** The text of `server/docs/config.schema.json`. */
export function configSchemaJson(rules: readonly KnownName[], sdks: readonly KnownName[]): string {
  return `${JSON.stringify(configSchemaFor(rules, sdks), null, 2)}\n`;
}
