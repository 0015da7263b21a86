import { listedValues } from '../csv/cell-values.ts';
import type { Cell, Row } from '../csv/parse-csv.ts';
import { Table } from '../csv/table.ts';
import { tableWriter } from '../csv/table-writer.ts';
import type { ValueType } from '../../base/vocabulary.ts';
import type { PlanFormat } from '../format.ts';
import type { EventDefinition, EventStatus, PlanFile, PropertyDefinition, ValueConstraint } from '../plan.ts';
import { vendorFile } from '../vendor/open-document.ts';

/**
 * Amplitude's tracking plan as CSV: a row for each event or property group, followed by a row for each of its properties.
 * Columns stand in any order and some are left out; user properties are a file of their own.
 */
export const amplitude: PlanFormat = {
  id: 'amplitude',
  title: 'Amplitude tracking plan (CSV)',
  extensions: ['.csv'],

  recognizes: (_uri, text) =>
    /^\ufeff?(?=[^\r\n]*\bObject type\b)(?=[^\r\n]*\bObject name\b)/i.test(text) ||
    /^\ufeff?(?=[^\r\n]*\bUser property name\b)|^\ufeff?(?=[^\r\n]*\bEvent property name\b)(?=[^\r\n]*\bEvent (?:type|name)\b)/i.test(
      text,
    ),

  parse(uri, text) {
    const sheet = new Sheet(new Table(uri, text));
    return vendorFile('amplitude', sheet.table.reading, sheet.read());
  },

  write: tableWriter({
    event: (name, kind, description) =>
      kind === 'track'
        ? [
            [objectName, name],
            [['objecttype'], 'Event'],
            [['objectdescription', 'eventdescription'], description],
          ]
        : undefined,
    property: (_event, { name, types = [], enum: values, items, required }) => {
      const [type] = types[0] === 'array' ? (items?.types ?? []) : types;
      const word = values ? 'enum' : type === 'integer' ? 'number' : (type ?? 'any');
      return [
        [propertyName, name],
        [['propertyvaluetype'], types.length > 1 ? 'any' : word],
        [['propertyrequired'], String(required === true)],
        [['propertyisarray'], String(types[0] === 'array')],
        [['enumvalues'], values?.join(', ')],
      ];
    },
  }),
};

/** `Event type` and `Event name` are what older exports call the columns. */
const objectName = ['objectname', 'eventtype', 'eventname'];
const propertyName = ['eventpropertyname', 'propertyname'];

interface Draft {
  readonly row: Row;
  readonly name: Cell;
  end: number;
  readonly properties: PropertyDefinition[];
  readonly groups: string[];
}

class Sheet {
  readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  read(): Partial<PlanFile> {
    if (this.table.column('userpropertyname') !== undefined) return this.#userProperties();
    const events: Draft[] = [];
    const groups = new Map<string, Draft>();
    let current: Draft | undefined;
    let isIgnored = false;
    for (const row of this.table.rows) {
      if (/^(?:ignore|remove)$/i.test(this.table.text(row, 'action') ?? '')) {
        if (this.table.cell(row, ...objectName)) isIgnored = true;
        continue;
      }
      const name = this.table.cell(row, ...objectName);
      if (name) {
        isIgnored = false;
        current = { row, name, end: row.end, properties: [], groups: [] };
        if (/group/i.test(this.table.text(row, 'objecttype') ?? '')) groups.set(name.text, current);
        else events.push(current);
      }
      if (isIgnored) continue;
      const property = this.table.cell(row, ...propertyName);
      if (current) {
        current.end = row.end;
        current.groups.push(...splitNames(this.table.text(row, 'propertygroupnames')));
        if (property) current.properties.push(this.#property(row, property));
      } else if (property) this.table.unread(row, 'This property stands below no event, so it is not checked.');
    }
    return { events: events.map(draft => this.#event(draft, groups)) };
  }

  #userProperties(): Partial<PlanFile> {
    const [first] = this.table.rows;
    const properties = this.table.rows.flatMap(row => {
      const name = this.table.cell(row, 'userpropertyname');
      const isKept = !/^(?:ignore|remove)$/i.test(this.table.text(row, 'action') ?? '');
      return name && isKept ? [this.#property(row, name)] : [];
    });
    const at = this.table.header[this.table.column('userpropertyname') ?? 0] ?? first;
    // Libraries send user properties of their own that no plan lists.
    return at ? { identify: { location: this.table.reading.location(at), properties, open: true } } : {};
  }

  #event({ row, name, end, properties, groups }: Draft, known: ReadonlyMap<string, Draft>): EventDefinition {
    const { reading } = this.table;
    const description = this.table.located(row, 'objectdescription', 'eventdescription', 'description');
    const owner = this.table.located(row, 'objectowner', 'owner');
    const status = this.table.cell(row, 'eventactivity', 'eventstatus');
    const listed = new Set(properties.map(property => property.name));
    const shared = groups.flatMap(group => known.get(group)?.properties ?? []);
    const all = [...properties, ...shared.filter(property => !listed.has(property.name))];
    return {
      kind: 'track',
      name: name.text,
      location: reading.location(name),
      range: reading.range({ start: row.start, end }),
      ...(description && { description }),
      ...(owner && { owner }),
      status: statusOf(status?.text),
      ...(status && { statusRange: reading.range(status) }),
      weight: 1,
      tags: [...splitNames(this.table.text(row, 'eventcategory')), ...splitNames(this.table.text(row, 'tags'))],
      ...(all.length > 0 && { properties: all }),
      open: all.length === 0,
    };
  }

  #property(row: Row, name: Cell): PropertyDefinition {
    const { reading } = this.table;
    const description = this.table.text(row, 'propertydescription', 'eventpropertydescription', 'description');
    return {
      name: name.text,
      location: reading.location(name),
      range: reading.range(row),
      required: this.table.flag(row, 'propertyrequired', 'required') ?? false,
      pii: false,
      deprecated: false,
      ...(description !== undefined && { description }),
      ...this.#constraint(row),
    };
  }

  #constraint(row: Row): ValueConstraint {
    const { table } = this;
    const cell = table.cell(row, 'propertyvaluetype', 'valuetype');
    const word = cell?.text.toLowerCase() ?? 'any';
    const isInteger = word === 'number' && (table.flag(row, 'numberisinteger') ?? false);
    const type = isInteger ? 'integer' : types.get(word);
    if (cell && type === undefined && word !== 'any' && word !== 'enum' && word !== 'const')
      table.unread(cell, `\`${cell.text}\` is no type of Amplitude's, so the type is not checked.`);
    const values = table.cell(row, 'enumvalues');
    const constant = table.cell(row, 'constvalue');
    const pattern = table.located(row, 'propertyregex', 'regex');
    const own: ValueConstraint = {
      ...(type && { types: [type] }),
      ...(values && word === 'enum' && { types: ['string'], enum: listedValues(table.reading, values, ['string']) }),
      ...(constant && word === 'const' && { const: table.reading.located(constant.text, constant) }),
      ...(pattern && { pattern }),
      ...limit('minLength', table.number(row, 'stringpropertyvalueminlength')),
      ...limit('maxLength', table.number(row, 'stringpropertyvaluemaxlength')),
      ...limit('minimum', table.number(row, 'numberpropertyvaluemin')),
      ...limit('maximum', table.number(row, 'numberpropertyvaluemax')),
    };
    if (table.flag(row, 'propertyisarray') !== true) return own;
    if (table.flag(row, 'arrayuniqueitems') === true) {
      const unique = table.cell(row, 'arrayuniqueitems');
      if (unique) table.unread(unique, 'Whether items are unique is not checked in code.');
    }
    return {
      types: ['array'],
      items: own,
      ...limit('minItems', table.number(row, 'arrayminitems')),
      ...limit('maxItems', table.number(row, 'arraymaxitems')),
    };
  }
}

const types: ReadonlyMap<string, ValueType> = new Map([
  ['string', 'string'],
  ['number', 'number'],
  ['integer', 'integer'],
  ['boolean', 'boolean'],
  ['object', 'object'],
]);

function limit(
  word: 'minLength' | 'maxLength' | 'minimum' | 'maximum' | 'minItems' | 'maxItems',
  value: number | undefined,
): ValueConstraint {
  return value === undefined ? {} : { [word]: value };
}

function statusOf(word: string | undefined): EventStatus {
  if (word === undefined) return 'active';
  if (/^(?:planned|not (?:yet )?(?:sent|received|implemented))/i.test(word)) return 'planned';
  if (/^(?:deleted|blocked)/i.test(word)) return 'removed';
  return 'active';
}

function splitNames(text: string | undefined): readonly string[] {
  return (
    text
      ?.split(/[,;]/)
      .map(name => name.trim())
      .filter(name => name !== '') ?? []
  );
}
