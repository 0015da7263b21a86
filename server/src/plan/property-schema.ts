import type { JsonSchema } from './json-schema.ts';

const types = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'] as const;

const typeDescriptions = [
  'Text.',
  'Any number.',
  'A number without a fraction.',
  '`true` or `false`.',
  'A list; say what it holds with `items`.',
  'An object; say what it holds with `properties`.',
  'Nothing.',
];

/** YAML reads an unquoted `null` as nothing, and everybody writes `type: [string, null]`; both spellings mean the type. */
const typeName: JsonSchema = { enum: [...types, null], enumDescriptions: [...typeDescriptions, 'Nothing.'] };

/** What a property is: JSON Schema's words for its value, and ours for the rest. The short form is the bare type. */
export const propertySchema: JsonSchema = {
  title: 'a property',
  description: 'What the property must be. In short, just its type.',
  type: ['object', 'string', 'null'],
  if: { type: 'string' },
  then: { title: 'the type of', enum: types, enumDescriptions: typeDescriptions },
  // Some editors offer what stands here, and do not look behind conditions.
  examples: types.slice(0, -1),
  properties: {
    $ref: {
      type: 'string',
      description: 'A shared property, by its name under `properties`. What is written beside it takes precedence.',
      examples: ['currency'],
    },
    type: {
      description: 'The type of the value, or a list of the types that it may have.',
      if: { type: 'array' },
      then: { items: typeName },
      else: typeName,
      examples: [...types.slice(0, -1), ['string', 'null']],
    },
    required: {
      type: 'boolean',
      description: 'Whether every call must send it.',
      default: false,
    },
    description: { type: 'string', description: 'What it means, and in which unit.' },
    enum: {
      type: 'array',
      items: { type: ['string', 'number', 'boolean', 'null'] },
      description: 'The values that it may have.',
      examples: [['USD', 'EUR']],
    },
    const: {
      type: ['string', 'number', 'boolean', 'null'],
      description: 'The only value that it may have.',
    },
    pattern: {
      type: 'string',
      description: 'A regular expression (as in JavaScript) that must match somewhere in the text.',
      examples: ['^[A-Z]{3}$'],
    },
    format: {
      type: 'string',
      description:
        'A well-known form of text: `date-time`, `date`, `time`, `duration`, `email`, `hostname`, `ipv4`, `ipv6`, `uri`, `uri-reference`, `uuid`, `regex`, `json-pointer`. Others are not checked.',
      examples: ['date-time', 'email', 'uri', 'uuid'],
    },
    minimum: { type: 'number', description: 'The smallest number.' },
    maximum: { type: 'number', description: 'The largest number.' },
    exclusiveMinimum: { type: 'number', description: 'The number must be greater than this.' },
    exclusiveMaximum: { type: 'number', description: 'The number must be less than this.' },
    minLength: { type: 'integer', minimum: 0, description: 'The shortest text, in characters.' },
    maxLength: { type: 'integer', minimum: 0, description: 'The longest text, in characters.' },
    minItems: { type: 'integer', minimum: 0, description: 'The smallest number of items.' },
    maxItems: { type: 'integer', minimum: 0, description: 'The largest number of items.' },
    items: { $ref: '#/definitions/property', description: 'What each item of the list must be.' },
    properties: {
      $ref: '#/definitions/properties',
      description: 'The members of the object. With this key, other members are reported.',
    },
    additionalProperties: {
      type: 'boolean',
      description: 'Whether members beyond the listed ones may stand in the object.',
      default: false,
    },
    examples: { type: 'array', description: 'Values as they are sent.', examples: [['A-1042']] },
    default: { description: 'The value that is meant where it is not sent.' },
    pii: {
      type: 'boolean',
      description: 'Whether it is personal data, and may be sent nevertheless.',
      default: false,
    },
    deprecated: { type: 'boolean', description: 'Whether it should no longer be sent.', default: false },
    replaced_by: { type: 'string', description: 'The property to send in its place.' },
  },
  patternProperties: { '^x-': {} },
  additionalProperties: false,
};
