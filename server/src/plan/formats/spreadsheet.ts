import type { PlanFormat } from '../format.ts';
import { listedValues, typesOfWord } from '../csv/cell-values.ts';
import { delimiterOf, type Cell, type Row } from '../csv/parse-csv.ts';
import { headerNames, Table } from '../csv/table.ts';
import { tableWriter } from '../csv/table-writer.ts';
import type {
  EventDefinition,
  EventKind,
  EventStatus,
  PlanFile,
  PropertyDefinition,
  TraitsDefinition,
  ValueConstraint,
} from '../plan.ts';
import { vendorFile } from '../vendor/open-document.ts';

/**
 * A plan in a spreadsheet: a row for each event or property, with the event's name repeated or left out below its first
 * row. Columns are found by the names that people (and the templates of Segment, Mixpanel, Avo and others) give them.
 */
export const spreadsheet: PlanFormat = {
  id: 'spreadsheet',
  title: 'Spreadsheet (CSV, TSV)',
  extensions: ['.csv', '.tsv'],

  recognizes(uri, text, { columns: named = new Map() } = {}) {
    const header = /^\ufeff?[^\r\n]*/.exec(text)?.[0].replace('\ufeff', '') ?? '';
    const cells = header.split(delimiterOf(uri, text));
    const names = cells.flatMap(cell => headerNames(cell.replace(/^"|"$/g, ''), named));
    return columns.event.some(name => names.includes(name)) && cells.length > 1;
  },

  parse(uri, text, _previous, { columns: named } = {}) {
    const sheet = new Sheet(new Table(uri, text, named));
    return vendorFile('spreadsheet', sheet.table.reading, { ...sheet.read(), ...(named && { columns: named }) });
  },

  write: tableWriter({
    event: (name, kind, description) => [
      [columns.event, name],
      [columns.kind, kind],
      [columns.description, description],
    ],
    property: (event, { name, types, enum: values, required }) => [
      [columns.property, name],
      [columns.event, event],
      [columns.propertyType, types?.join(' or ')],
      [columns.values, values?.join(', ')],
      [columns.required, required === true ? 'Yes' : 'No'],
    ],
  }),
};

/** What people call the columns, letters and digits only; first what a config says that they hold. */
const columns = {
  event: [':event', 'eventname', 'event', 'eventtitle', 'nameofevent', 'trackingevent', 'eventkey', 'eventaction'],
  kind: [':kind', 'eventtype', 'calltype', 'type', 'method', 'call', 'kind', 'apicall', 'trackingtype'],
  description: [
    ':description',
    'eventdescription',
    'description',
    'eventdefinition',
    'definition',
    'trigger',
    'whentofire',
    'when',
    'triggerdescription',
  ],
  why: [':why', 'why', 'purpose', 'businessquestion', 'reason', 'businesspurpose'],
  owner: [':owner', 'owner', 'eventowner', 'team', 'owningteam'],
  status: [':status', 'status', 'eventstatus', 'state', 'implementationstatus'],
  tags: [':tags', 'tags', 'category', 'eventcategory', 'labels'],
  sources: [':sources', 'sources', 'source', 'eventsource', 'platform', 'platforms'],
  property: [
    ':property',
    'propertyname',
    'property',
    'eventproperty',
    'eventpropertyname',
    'properties',
    'eventproperties',
    'parameter',
    'parametername',
    'attribute',
    'attributename',
    'propertykey',
  ],
  propertyDescription: [
    ':property_description',
    'propertydescription',
    'eventpropertydescription',
    'parameterdescription',
    'attributedescription',
    'propertydefinition',
  ],
  propertyType: [
    ':property_type',
    'propertytype',
    'propertydatatype',
    'datatype',
    'propertyvaluetype',
    'valuetype',
    'parametertype',
    'attributetype',
    'eventpropertytype',
    'type',
  ],
  required: [
    ':required',
    'propertyrequired',
    'required',
    'isrequired',
    'mandatory',
    'requiredproperty',
    'presence',
    'optionalrequired',
  ],
  values: [
    ':values',
    'allowedpropertyvalues',
    'enumvalues',
    'allowedvalues',
    'possiblevalues',
    'values',
    'acceptedvalues',
    'enum',
    'propertyvalues',
  ],
  example: [
    ':example',
    'example',
    'examples',
    'examplevalue',
    'samplevalue',
    'samplevalues',
    'propertyexample',
    'examplevalues',
  ],
  pattern: [':pattern', 'regex', 'pattern', 'propertyregex'],
  pii: [':pii', 'pii', 'ispii', 'personaldata', 'containspii'],
} as const;

class Sheet {
  readonly table: Table;
  readonly #events: Draft[] = [];
  readonly #traits: { identify?: Traits; group?: Traits } = {};

  constructor(table: Table) {
    this.table = table;
  }

  read(): Partial<PlanFile> {
    let current: Draft | Traits | undefined;
    for (const row of this.table.rows) {
      const name = this.table.cell(row, ...columns.event);
      if (name) current = this.#owner(row, name, current);
      if (!current) {
        this.table.unread(row, 'This row stands below no event, so it is not checked.');
        continue;
      }
      current.end = row.end;
      const property = this.table.cell(row, ...columns.property);
      if (property) for (const each of this.#properties(row, property)) current.properties.push(each);
    }
    const traits = (of: Traits | undefined): TraitsDefinition | undefined =>
      of && { location: this.table.reading.location(of.at), properties: unique(of.properties), open: false };
    const identify = traits(this.#traits.identify);
    const group = traits(this.#traits.group);
    return {
      events: this.#events.map(draft => this.#event(draft)),
      ...(identify && { identify }),
      ...(group && { group }),
    };
  }

  #owner(row: Row, name: Cell, current: Draft | Traits | undefined): Draft | Traits {
    const word = this.table.text(row, ...columns.kind)?.toLowerCase() ?? '';
    const kind = kinds.get(word);
    if (kind === 'identify' || kind === 'group')
      return (this.#traits[kind] ??= { at: name, end: row.end, properties: [] });
    if (current && 'row' in current && current.name.text === name.text) {
      current.names.push(name);
      return current;
    }
    const draft: Draft = { row, name, names: [name], kind: kind ?? 'track', end: row.end, properties: [] };
    this.#events.push(draft);
    return draft;
  }

  #event({ row, name, names, kind, end, properties }: Draft): EventDefinition {
    const { reading } = this.table;
    const description = this.table.located(row, ...columns.description);
    const why = this.table.located(row, ...columns.why);
    const owner = this.table.located(row, ...columns.owner);
    const status = this.table.cell(row, ...columns.status);
    const tags = this.table.text(row, ...columns.tags);
    const known = unique(properties);
    const senders = this.table.cell(row, ...columns.sources);
    const sources =
      senders &&
      listedValues(reading, senders, ['string']).map(({ value, range }) => ({ value: String(value), range }));
    return {
      kind,
      name: name.text,
      location: reading.location(name),
      range: reading.range({ start: row.start, end }),
      ...(description && { description }),
      ...(why && { why }),
      ...(owner && { owner }),
      ...(sources && sources.length > 0 && { sources }),
      status: statuses.find(([pattern]) => pattern.test(status?.text ?? ''))?.[1] ?? 'active',
      ...(status && { statusRange: reading.range(status) }),
      weight: 1,
      tags:
        tags
          ?.split(/[,;|]/)
          .map(tag => tag.trim())
          .filter(tag => tag !== '') ?? [],
      ...(known.length > 0 && { properties: known }),
      open: known.length === 0,
      ...(names.length > 1 && { names: names.map(each => reading.location(each)) }),
    };
  }

  /** Usually one; where the column lists several between commas or lines, each of them. */
  #properties(row: Row, cell: Cell): readonly PropertyDefinition[] {
    const { reading } = this.table;
    const isList =
      /[\r\n,;]/.test(cell.text) &&
      this.table.column(
        ':property_type',
        ':property_description',
        'propertytype',
        'datatype',
        'propertydescription',
      ) === undefined;
    const names = isList ? listedValues(reading, cell, ['string']) : [reading.located(cell.text, cell)];
    const constraint = isList ? {} : this.#constraint(row);
    const description = isList ? undefined : this.table.text(row, ...columns.propertyDescription);
    const example = isList ? undefined : this.table.text(row, ...columns.example);
    return names.map(({ value, range }) => ({
      name: String(value),
      location: { uri: reading.uri, range },
      range: isList ? range : reading.range(row),
      required: !isList && (this.table.flag(row, ...columns.required) ?? false),
      pii: this.table.flag(row, ...columns.pii) ?? false,
      deprecated: false,
      ...(description !== undefined && { description }),
      ...(example !== undefined && { examples: [example] }),
      ...constraint,
    }));
  }

  #constraint(row: Row): ValueConstraint {
    const { reading } = this.table;
    // Beside a column of its own for the event's kind, `Type` is the property's.
    const cell = this.table.cell(row, ...columns.propertyType);
    const word = cell && typesOfWord(cell.text);
    if (cell && !word)
      this.table.unread(cell, `\`${cell.text}\` is no type that is known, so the type is not checked.`);
    const types = word && word.types.length > 0 ? word.types : undefined;
    const values = this.table.cell(row, ...columns.values);
    const listed = values && listedValues(reading, values, types);
    const pattern = this.table.located(row, ...columns.pattern);
    return {
      ...(types && { types }),
      ...(word?.items && { items: { types: word.items } }),
      ...(word?.format !== undefined && { format: word.format }),
      ...(listed && listed.length > 0 && (types?.includes('array') ? { items: { enum: listed } } : { enum: listed })),
      ...(pattern && { pattern }),
    };
  }
}

interface Draft {
  readonly row: Row;
  readonly name: Cell;
  /** Each row of the event may repeat its name. */
  readonly names: Cell[];
  readonly kind: EventKind;
  end: number;
  readonly properties: PropertyDefinition[];
}

interface Traits {
  readonly at: Cell;
  end: number;
  readonly properties: PropertyDefinition[];
}

/** Of a property that an event lists twice the first counts. */
function unique(properties: readonly PropertyDefinition[]): readonly PropertyDefinition[] {
  return [...new Map(properties.toReversed().map(property => [property.name, property])).values()].reverse();
}

const kinds: ReadonlyMap<string, EventKind | 'identify' | 'group'> = new Map([
  ['track', 'track'],
  ['page', 'page'],
  ['pageview', 'page'],
  ['page view', 'page'],
  ['screen', 'screen'],
  ['screenview', 'screen'],
  ['screen view', 'screen'],
  ['identify', 'identify'],
  ['group', 'group'],
]);

const statuses: readonly (readonly [RegExp, EventStatus])[] = [
  [/^(?:planned|proposed|draft|to ?do|backlog|not (?:implemented|started)|new|in (?:review|progress))$/i, 'planned'],
  [/^(?:deprecated|legacy|obsolete)$/i, 'deprecated'],
  [/^(?:removed|deleted|archived|blocked)$/i, 'removed'],
];
