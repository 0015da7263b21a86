import { spellCell } from '../csv/parse-csv.ts';
import type { EventDefinition, PropertyDefinition, ValueConstraint } from '../plan.ts';
import type { Exporter } from './exporter.ts';

/** The CSV that Amplitude Data imports: a row for each event, followed by a row for each property. */
export const amplitudeExport: Exporter = {
  id: 'amplitude',
  title: 'Amplitude tracking plan, one CSV file',
  isFolder: false,
  carries: new Set([
    ...(['owners', 'tags', 'planned events', 'lists of values', 'constant values', 'patterns'] as const),
    'numeric limits',
  ]),
  write(plan) {
    const events = [...plan.events.track.values()].filter(({ status }) => status !== 'removed');
    const rows = events.flatMap(event => [eventRow(event), ...(event.properties ?? []).map(propertyRow)]);
    const lines = [columns, ...rows.map(row => columns.map(column => row[column] ?? ''))];
    const text = lines.map(cells => cells.map(cell => spellCell(cell, ',')).join(',')).join('\n');
    return [{ path: 'amplitude.csv', text: `${text}\n` }];
  },
};

type Row = Readonly<Partial<Record<(typeof columns)[number], string>>>;

/** As Amplitude documents them. */
const columns = [
  'Action',
  'Object Type',
  'Object Name',
  'Object Owner',
  'Object Description',
  'Event Category',
  'Tags',
  'Event Activity',
  'Event Property Name',
  'Property Description',
  'Property Value Type',
  'Property Required',
  'Property Is Array',
  'Property Regex',
  'Enum Values',
  'Const Value',
  'String Property Value Min Length',
  'String Property Value Max Length',
  'Number Property Value Min',
  'Number Property Value Max',
  'Number Is Integer',
  'Array Min Items',
  'Array Max Items',
] as const;

function eventRow({ name, owner, description, tags, status }: EventDefinition): Row {
  return {
    'Object Type': 'Event',
    'Object Name': name,
    'Object Owner': owner?.value,
    'Object Description': description?.value,
    Tags: tags.join(', '),
    'Event Activity': status === 'planned' ? 'Planned' : '',
  } as Row;
}

function propertyRow(property: PropertyDefinition): Row {
  const isArray = property.types?.length === 1 && property.types[0] === 'array';
  return {
    'Event Property Name': property.name,
    'Property Description': property.description ?? '',
    'Property Required': String(property.required),
    'Property Is Array': String(isArray),
    ...valueCells(isArray ? (property.items ?? {}) : property),
    'Array Min Items': number(property.minItems),
    'Array Max Items': number(property.maxItems),
  };
}

function valueCells(value: ValueConstraint): Row {
  const [type, another] = value.types ?? [];
  const texts = value.enum?.map(item => item.value) ?? [];
  // A value that holds the comma between the values would be read as two.
  const isEnum =
    texts.length > 0 &&
    texts.every(text => typeof text === 'string' && /^[^,;|"'`[\]\r\n]+$/.test(text) && text.trim() === text);
  const constant = value.const?.value;
  const isConst = typeof constant === 'string' && constant.trim() === constant && constant !== '';
  const known = another === undefined && type !== undefined && type !== 'null' && type !== 'array' ? type : 'any';
  return {
    'Property Value Type': isConst ? 'const' : isEnum ? 'enum' : known === 'integer' ? 'number' : known,
    'Number Is Integer': type === 'integer' && another === undefined ? 'true' : '',
    'Enum Values': isEnum && !isConst ? texts.join(', ') : '',
    'Const Value': isConst ? constant : '',
    'Property Regex': value.pattern?.value ?? '',
    'String Property Value Min Length': number(value.minLength),
    'String Property Value Max Length': number(value.maxLength),
    'Number Property Value Min': number(value.minimum),
    'Number Property Value Max': number(value.maximum),
  };
}

function number(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}
